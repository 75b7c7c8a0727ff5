import { InboxOutlined, ReloadOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ApiError } from '../api/client.js';
import { t } from '../language.js';

/** Grey lines in the shape of what is coming. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  return (
    <div className="skeleton" role="status" aria-label={t('state.loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton-line" style={{ width: `${92 - ((index * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

/** While the first page is fetched. */
export function FirstLoad() {
  return (
    <div className="shell-blank">
      <Skeleton />
    </div>
  );
}

/** Nothing here, and what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <InboxOutlined className="state-icon" />
      <p className="state-title">{title}</p>
      {children && <div className="state-next">{children}</div>}
    </div>
  );
}

/** What went wrong, in the server's words, and a way to try again. */
export function ErrorState({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const isMissing = error instanceof ApiError && error.status === 404;
  return (
    <div className="state" role="alert">
      <WarningOutlined className="state-icon" />
      <p className="state-title">{error instanceof ApiError ? error.message : t('error.page')}</p>
      {isMissing && <p className="state-note">{t('error.missingNote')}</p>}
      {onRetry && !isMissing && (
        <div className="state-next">
          <Button icon={<ReloadOutlined />} onClick={onRetry}>
            {t('state.retry')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface Asked<Answer> {
  data: Answer | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** A question to the server in its three states; what is already shown stays while it is asked again. */
export function Answer<Body>({
  asked,
  lines,
  children,
}: {
  asked: Asked<Body>;
  lines?: number;
  children: (data: Body) => ReactNode;
}) {
  if (asked.data !== undefined) return <>{children(asked.data)}</>;
  if (asked.error) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  return <Skeleton lines={lines} />;
}
