import { Alert, Button } from 'antd';
import { t } from '../../language.js';

const problems = ['oidcNoAccount', 'oidcRefused', 'oidcAway', 'demoAccountOffLoopback'] as const;

/** Leaves this page for the identity provider's, which leads back. */
export function OidcButton({ name, returnTo }: { name: string; returnTo: string }) {
  return (
    <Button
      type="primary"
      size="large"
      block
      className="sign-in-oidc"
      href={`/api/auth/oidc/start?returnTo=${encodeURIComponent(returnTo)}`}
    >
      {t('signIn.oidc', { name })}
    </Button>
  );
}

/** What was wrong when the provider led back; anybody can write an address, so only what we know is shown. */
export function OidcProblem({ problem, name }: { problem: string | null; name: string }) {
  const known = problems.find((one) => one === problem);
  if (!known) return null;
  return <Alert type="error" showIcon title={t(`signIn.problem.${known}`, { name })} className="sign-in-error" />;
}
