import { Alert } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ApiError } from '../../api/client.js';
import { useFirstUse, useFirstUseCode } from '../../api/first-use.js';
import { ButtonLink } from '../../components/button-link.js';
import { EmptyState, ErrorState, Skeleton } from '../../components/states.js';
import { t } from '../../language.js';
import { NoAccountYet } from './no-account-yet.js';
import { SetUp } from './set-up.js';

/** From an empty installation to the first ledger, for whoever holds the link that was printed on the server. */
export function FirstUsePage() {
  const [params] = useSearchParams();
  const [code] = useState(params.get('code') ?? '');
  return (
    <div className="first-use">
      <header className="first-use-head">
        <span className="brand-mark" aria-hidden />
        <h1>
          {t('app.name')} · {t('firstUse.title')}
        </h1>
      </header>
      <Entrance code={code} />
      <p className="sign-in-secret">{t('strip.secret')}</p>
    </div>
  );
}

function Entrance({ code }: { code: string }) {
  const state = useFirstUse();
  const checked = useFirstUseCode(code, state.data?.open ?? false);
  if (checked.data) return <SetUp code={code} />;
  const isWrong = checked.error instanceof ApiError && checked.error.code === 'firstUseCodeWrong';
  const failure = state.error ?? (isWrong ? null : checked.error);
  const again = () => void (state.error ? state.refetch() : checked.refetch());
  return (
    <section className="section">
      {failure && <ErrorState error={failure} onRetry={again} />}
      {isWrong && <Alert type="error" showIcon title={checked.error!.message} className="form-error" />}
      {!failure && state.data?.open === false && <Over />}
      {!failure &&
        state.data?.open !== false &&
        (state.data && (isWrong || code === '') ? <NoAccountYet /> : <Skeleton />)}
    </section>
  );
}

function Over() {
  return (
    <EmptyState title={t('firstUse.over')}>
      <ButtonLink to="/sign-in" type="primary">
        {t('firstUse.toSignIn')}
      </ButtonLink>
    </EmptyState>
  );
}
