import { App, Button, Popconfirm } from 'antd';
import { tokenScopeLabels } from '@xiaohao/messages';
import { useRevokeToken, useTokens, type Token } from '../api/credentials.js';
import { labelText, t } from '../language.js';
import { InstantText } from './day-text.js';
import { Answer } from './states.js';

/** Access tokens that open something: one's own, or those of the person named. */
export function TokenList({ personId }: { personId?: string }) {
  const asked = useTokens(personId);
  return (
    <Answer asked={asked} lines={1}>
      {(tokens) =>
        tokens.length === 0 ? (
          <p className="faint">{t('token.none')}</p>
        ) : (
          <ul>
            {tokens.map((token) => (
              <TokenLine key={token.id} token={token} personId={personId} />
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

function TokenLine({ token, personId }: { token: Token; personId?: string }) {
  const revoke = useRevokeToken(personId);
  const { message } = App.useApp();
  const { name, scope, expiresOn, lastUsedAt } = token;
  return (
    <li className="credential">
      <div>
        <span className="prose">{name}</span>
        <p className="faint">
          {t('token.facts', { scope: labelText(tokenScopeLabels[scope]), until: expiresOn })} ·{' '}
          {lastUsedAt ? (
            <>
              {t('token.used')} <InstantText at={lastUsedAt} />
            </>
          ) : (
            t('token.unused')
          )}
        </p>
      </div>
      <Popconfirm
        title={t('token.revoke')}
        description={t('token.revokeNote')}
        okText={t('token.revoke')}
        onConfirm={() => revoke.mutate(token.id, { onError: (error) => void message.error(error.message) })}
      >
        <Button size="small" loading={revoke.isPending}>
          {t('token.revoke')}
        </Button>
      </Popconfirm>
    </li>
  );
}
