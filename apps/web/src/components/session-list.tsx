import { App, Button, Popconfirm } from 'antd';
import { deviceWords } from '@xiaohao/messages';
import { useEndSession, useEndSessions, useSessions, type Session } from '../api/credentials.js';
import { language, t } from '../language.js';
import { InstantText } from './day-text.js';
import { Answer } from './states.js';

/** Where somebody is signed in: oneself, or the person named. */
export function SessionList({ personId }: { personId?: string }) {
  const asked = useSessions(personId);
  return (
    <Answer asked={asked} lines={2}>
      {(sessions) => (
        <>
          {sessions.length === 0 && <p className="faint">{t('session.none')}</p>}
          <ul>
            {sessions.map((session) => (
              <SessionLine key={session.id} session={session} personId={personId} />
            ))}
          </ul>
          {sessions.some(({ present }) => !present) && <EndAll personId={personId} />}
        </>
      )}
    </Answer>
  );
}

function SessionLine({ session, personId }: { session: Session; personId?: string }) {
  const end = useEndSession(personId);
  const { message } = App.useApp();
  return (
    <li className="credential">
      <div>
        {deviceWords(session.agent, language)} {session.present && <span className="mark">{t('session.present')}</span>}
        {session.oidc && <span className="faint"> {t('session.oidc')}</span>}
        <p className="faint">
          {session.address} · {t('session.began')} <InstantText at={session.beganAt} /> · {t('session.seen')}{' '}
          <InstantText at={session.lastSeenAt} />
        </p>
      </div>
      {!session.present && (
        <Button
          size="small"
          loading={end.isPending}
          onClick={() => end.mutate(session.id, { onError: (error) => void message.error(error.message) })}
        >
          {t('session.end')}
        </Button>
      )}
    </li>
  );
}

function EndAll({ personId }: { personId?: string }) {
  const end = useEndSessions(personId);
  const { message } = App.useApp();
  const label = t(personId ? 'session.endAll' : 'session.endOthers');
  const now = () =>
    end.mutate(undefined, {
      onSuccess: ({ ended }) => void message.success(t('session.ended', { count: ended })),
      onError: (error) => void message.error(error.message),
    });
  return (
    <div className="account-end">
      <Popconfirm
        title={label}
        description={personId ? t('session.endAllNote') : undefined}
        okText={label}
        onConfirm={now}
      >
        <Button loading={end.isPending}>{label}</Button>
      </Popconfirm>
    </div>
  );
}
