import { useState } from 'react';
import { Link } from 'react-router';
import { ticketKinds } from '@xiaohao/domain';
import { kindLabels } from '@xiaohao/messages';
import { useMe } from '../../api/session.js';
import { useCountedSources, type CountedSource } from '../../api/sources.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { DayText } from '../../components/day-text.js';
import { PageHead } from '../../components/page-head.js';
import { useIsPhone } from '../../components/phone.js';
import { Section } from '../../components/section.js';
import { Sheet } from '../../components/sheet.js';
import { Answer, EmptyState } from '../../components/states.js';
import { labelText, t } from '../../language.js';
import { kindsCoordinated } from '../ticket/who-keeps.js';
import { NewSource } from './source-form.js';
import { SourceCounted } from './source-counted.js';
import { SourceSheet } from './source-sheet.js';

const columns: readonly Column<CountedSource>[] = [
  {
    key: 'name',
    title: t('source.name'),
    width: 220,
    flexible: true,
    cell: ({ id, name, closedOn }) => (
      <span className="two-lines">
        <Link to={`/tickets?sourceId=${id}&status=any`}>{name}</Link>
        {closedOn && <span className="mark">{t('source.closed')}</span>}
      </span>
    ),
  },
  { key: 'documentNo', title: t('source.documentNo'), width: 170, cell: ({ documentNo }) => documentNo ?? <Nothing /> },
  {
    key: 'feedbackOn',
    title: t('source.feedbackOn'),
    width: 112,
    cell: ({ feedbackOn }) => (feedbackOn ? <DayText day={feedbackOn} /> : <Nothing />),
  },
  {
    key: 'items',
    title: t('source.items'),
    width: 64,
    align: 'end',
    cell: ({ items }) => items.length || <Nothing />,
  },
  {
    key: 'counts',
    title: t('source.counts'),
    width: 300,
    cell: (source) => <SourceCounted counts={source} address={`sourceId=${source.id}`} />,
  },
];

/** A phone has room for the name and what is open. */
const onPhone = columns
  .filter(({ key }) => key === 'name' || key === 'counts')
  .map((column) => ({ ...column, width: column.key === 'name' ? 150 : 170 }));

const Nothing = () => <span className="faint">—</span>;

/** Where tickets come from, by kind, with what became of them. */
export function SourcesPage() {
  const asked = useCountedSources();
  const { data: me } = useMe();
  const isPhone = useIsPhone();
  const [openId, setOpenId] = useState<string | null>(null);
  const kept = kindsCoordinated(me?.roles ?? []);
  const open = asked.data?.find(({ id }) => id === openId);
  return (
    <div className="page">
      <PageHead title={t('nav.sources')} note={t('source.note')}>
        {kept.length > 0 && <NewSource kinds={kept} />}
      </PageHead>
      <Answer asked={asked}>
        {(sources) =>
          sources.length === 0 ? (
            <EmptyState title={t('source.none')} />
          ) : (
            <>
              {ticketKinds
                .map((kind) => ({ kind, rows: sources.filter((source) => source.kind === kind) }))
                .filter(({ rows }) => rows.length > 0)
                .map(({ kind, rows }) => (
                  <Section key={kind} title={labelText(kindLabels[kind])}>
                    <DataTable
                      label={labelText(kindLabels[kind])}
                      columns={isPhone ? onPhone : columns}
                      rows={rows}
                      rowKey={({ id }) => id}
                      onOpen={({ id }) => setOpenId(id)}
                    />
                  </Section>
                ))}
            </>
          )
        }
      </Answer>
      <Sheet open={open !== undefined} title={open?.name ?? ''} onClose={() => setOpenId(null)} width={720}>
        {open && <SourceSheet source={open} mayEdit={(kept as readonly string[]).includes(open.kind)} />}
      </Sheet>
    </div>
  );
}
