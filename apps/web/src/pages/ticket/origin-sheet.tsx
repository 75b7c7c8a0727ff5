import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.js';
import type { Ticket } from '../../api/tickets.js';
import { InstantText } from '../../components/day-text.js';
import { Sheet } from '../../components/sheet.js';
import { ErrorState, Skeleton } from '../../components/states.js';
import { t } from '../../language.js';

/** Opens the row of the file a ticket came from. */
export function OriginLink({ ticket, place }: { ticket: Ticket; place: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="link" className="origin-link" onClick={() => setOpen(true)}>
        {place}
      </Button>
      <Sheet open={open} title={t('ticket.originTitle')} onClose={() => setOpen(false)} width={680}>
        <OriginRow ticketId={ticket.id} />
      </Sheet>
    </>
  );
}

function OriginRow({ ticketId }: { ticketId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['origin', ticketId],
    queryFn: () => answered(api.GET('/api/tickets/{id}/origin', { params: { path: { id: ticketId } } })),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton />;
  const { importId, file, sheet, row, importedBy, importedAt, cells, mayOpenFile } = data;
  return (
    <>
      <p className="origin-place">
        {t('ticket.originFile', { file: file ?? '', sheet: sheet ?? '', row: row ?? '' })}
        <span className="faint">
          {' '}
          {importedBy} {importedAt && <InstantText at={importedAt} />}
        </span>
      </p>
      <dl className="origin-cells">
        {cells.map(({ cell, heading, text, corrected }) => (
          <div key={cell}>
            <dt>
              <span className="faint figures">{cell}</span> {heading}
              {corrected && <span className="faint"> {t('ticket.originCorrected')}</span>}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {mayOpenFile && (
        <p className="origin-links">
          <a href={`/api/imports/${importId}/file`} download>
            {t('ticket.originDownload')}
          </a>
          <Link to={`/imports/${importId}?sheet=${encodeURIComponent(sheet ?? '')}&row=${row ?? ''}`}>
            {t('ticket.originImport')}
          </Link>
        </p>
      )}
    </>
  );
}
