import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCommitImport, useEditImport, type Import, type ImportEdit } from '../../api/imports.js';
import { EmptyState } from '../../components/states.js';
import { t } from '../../language.js';
import { CountWords } from './count-words.js';
import { FindingList } from './finding-list.js';
import { OptionsBar } from './options-bar.js';
import { useLastEdit } from './last-edit.js';
import { RowFilter, rowsShown, type RowFilterValue } from './row-filter.js';
import { SheetTable } from './sheet-table.js';
import { SheetTabs } from './sheet-tabs.js';

/** Step two: the sheet as they know it, with what we read, what is doubtful and what needs them. */
export function CheckStep({ one }: { one: Import }) {
  const [params, setParams] = useSearchParams();
  const edit = useEditImport(one.id);
  const { message } = App.useApp();
  const [only, setOnly] = useState<RowFilterValue>('all');
  const [place, setPlace] = useState<{ row: number; cell: string | null } | null>(null);
  const readable = one.sheets.filter(({ role }) => role !== 'skipped');
  const sheet = one.sheets.find(({ name }) => name === params.get('sheet')) ?? readable[0] ?? one.sheets[0];
  const tickets = useMemo(() => one.tickets.filter((ticket) => ticket.sheet === sheet?.name), [one, sheet]);
  const shown = rowsShown(tickets, only);
  const last = useLastEdit(one);
  const failed = (error: Error) => void message.error(error.message);
  const change = (next: ImportEdit) => {
    last.remember(next);
    edit.mutate(next, { onError: failed });
  };
  const takeBack = () => {
    if (last.back) edit.mutate(last.back, { onError: failed, onSuccess: last.forget });
  };
  const decideShown = (decision: 'skip' | 'auto') =>
    change({ decisions: shown.map(({ sheet: name, row }) => ({ sheet: name, row, decision })) });
  if (!sheet) return <EmptyState title={t('import.noSheet')} />;
  return (
    <>
      <OptionsBar one={one} busy={edit.isPending} onChange={(options) => change({ options })} />
      <div className="check-head">
        <SheetTabs one={one} present={sheet.name} onShow={(name) => setParams({ sheet: name }, { replace: true })} />
        <RowFilter tickets={tickets} value={only} onChange={setOnly} />
        {only !== 'all' && shown.length > 0 && (
          <Button size="small" disabled={edit.isPending} onClick={() => decideShown(only === 'skip' ? 'auto' : 'skip')}>
            {only === 'skip' ? t('import.autoShown') : t('import.skipShown', { count: shown.length })}
          </Button>
        )}
        {last.back && (
          <Button size="small" type="text" disabled={edit.isPending} onClick={takeBack}>
            {t('import.takeBack')}
          </Button>
        )}
      </div>
      <div className="check-grid">
        <div className="list-frame">
          <SheetTable
            key={sheet.name}
            sheet={sheet}
            tickets={shown}
            place={place}
            busy={edit.isPending}
            onChange={change}
            highlightRow={Number(params.get('row')) || null}
          />
        </div>
        <FindingList one={one} sheet={sheet} tickets={shown} onShow={setPlace} />
      </div>
      <CommitFoot one={one} />
    </>
  );
}

function CommitFoot({ one }: { one: Import }) {
  const commit = useCommitImport(one.id);
  const { message } = App.useApp();
  const waiting = one.counts.attention ?? 0;
  const total = (one.counts.create ?? 0) + (one.counts.update ?? 0);
  return (
    <div className="ledger-foot">
      <CountWords one={one} />
      <span className="commit">
        {(one.counts.findings ?? 0) > 0 && (
          <Button type="link" href={`/api/imports/${one.id}/errors.xlsx`}>
            {t('import.markedFile')}
          </Button>
        )}
        {waiting > 0 && <span className="faint">{t('import.firstSettle', { count: waiting })}</span>}
        <Button
          type="primary"
          disabled={waiting > 0 || total === 0}
          loading={commit.isPending}
          onClick={() => commit.mutate(one.version, { onError: (error) => void message.error(error.message) })}
        >
          {t('import.commit', { count: total })}
        </Button>
      </span>
    </div>
  );
}
