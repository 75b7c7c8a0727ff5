import { Drawer } from 'antd';
import { useState } from 'react';
import { useCapturedMails, type CapturedMail } from '../../api/system.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { InstantText } from '../../components/day-text.js';
import { LoadMore } from '../../components/load-more.js';
import { PageHead } from '../../components/page-head.js';
import { Answer, EmptyState } from '../../components/states.js';
import { t } from '../../language.js';

const columns: readonly Column<CapturedMail>[] = [
  { key: 'at', title: t('log.when'), width: 130, cell: (row) => <InstantText at={row.createdAt} /> },
  { key: 'to', title: t('mails.to'), width: 220, cell: (row) => <span className="cut">{row.recipient}</span> },
  { key: 'subject', title: t('mails.subject'), width: 320, flexible: true, cell: (row) => row.subject },
  {
    key: 'masked',
    title: '',
    width: 110,
    cell: (row) => row.masked && <span className="faint">{t('mails.masked')}</span>,
  },
];

/** Mails that were kept instead of sent, since no mail server is configured. */
export function MailsPage() {
  const asked = useCapturedMails();
  const [open, setOpen] = useState<CapturedMail | null>(null);
  const rows = asked.data?.pages.flatMap((page) => page.items);
  return (
    <div className="page">
      <PageHead title={t('nav.mails')} note={t('mails.note')} />
      <div className="list-frame free">
        <Answer asked={{ data: rows, error: asked.error, refetch: asked.refetch }}>
          {(mails) =>
            mails.length === 0 ? (
              <EmptyState title={t('mails.none')} />
            ) : (
              <DataTable
                label={t('nav.mails')}
                columns={columns}
                rows={mails}
                rowKey={(row) => row.id}
                onOpen={setOpen}
              >
                <LoadMore
                  hasMore={asked.hasNextPage}
                  isLoading={asked.isFetchingNextPage}
                  onMore={() => void asked.fetchNextPage()}
                />
              </DataTable>
            )
          }
        </Answer>
      </div>
      <Drawer open={open !== null} onClose={() => setOpen(null)} size={640} title={open?.subject} destroyOnHidden>
        {open && (
          <>
            <p className="faint">
              {open.recipient} · <InstantText at={open.createdAt} />
            </p>
            {open.masked ? <EmptyState title={t('mails.masked')} /> : <pre className="mail-body">{open.body}</pre>}
          </>
        )}
      </Drawer>
    </div>
  );
}
