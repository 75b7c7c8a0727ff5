import { useRouteError } from 'react-router';
import { ErrorState } from './states.js';

/** A page that breaks leaves the shell standing; after a new release its parts may simply be gone. */
export function PageFailure() {
  const error = useRouteError();
  return (
    <ErrorState error={error instanceof Error ? error : new Error(String(error))} onRetry={() => location.reload()} />
  );
}
