import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { rowsOfSheet, rowsShown, type RowFilterValue } from '../../api/import-outline.js';
import { useCommitImport, useEditImport, useRefreshImport, type Import, type ImportEdit } from '../../api/imports.js';
import { EmptyState } from '../../components/states.js';
import { t } from '../../language.js';
import { CountWords } from './count-words.js';
import { FindingList } from './finding-list.js';
import { OptionsBar } from './options-bar.js';
import { RowFilter } from './row-filter.js';
import { RowStore } from './row-store.js';
import { SheetReading, SkippedSheet } from './sheet-reading.js';
import { SheetTable } from './sheet-table.js';
import { SheetTabs } from './sheet-tabs.js';
import { UnknownUnits } from './unknown-units.js';

/** So many decisions may be sent together. */
const decidedAtOnce = 10_000;

/** Step two: the sheet as they know it, with what we read, what is doubtful and what needs them. */
export function CheckStep({ one }: { one: Import }) {
  const [params, setParams] = useSearchParams();
  const store = useRowStore(one);
  const edit = useEditImport(one.id, (version, changed) => store.apply(version, changed));
  const { message } = App.useApp();
  const [only, setOnly] = useState<RowFilterValue>('all');
  const [place, setPlace] = useState<{ row: number; cell: string | null } | null>(null);
  /** What takes the edits of this sitting back, the last one first. */
  const [back, setBack] = useState<readonly ImportEdit[]>([]);
  const readable = one.sheets.filter(({ role }) => role !== 'skipped');
  const sheet = one.sheets.find(({ name }) => name === params.get('sheet')) ?? readable[0] ?? one.sheets[0];
  const rows = rowsOfSheet(one, sheet?.name);
  const shown = useMemo(() => rowsShown(rows, only), [rows, only]);
  const onError = (error: Error) => void message.error(error.message);
  const change = (next: ImportEdit) =>
    edit.mutate(next, { onError, onSuccess: ({ undo }) => setBack(undo && isSome(undo) ? [undo, ...back] : back) });
  const takeBack = (last: ImportEdit) => edit.mutate(last, { onError, onSuccess: () => setBack(back.slice(1)) });
  if (!sheet) return <EmptyState title={t('import.noSheet')} />;
  const reading = { one, sheet, busy: edit.isPending, onChange: change };
  const decideShown = (decision: 'skip' | 'auto') =>
    change({ decisions: shown.slice(0, decidedAtOnce).map((row) => ({ sheet: sheet.name, row, decision })) });
  return (
    <>
      <OptionsBar one={one} busy={edit.isPending} onChange={(options) => change({ options })} />
      <div className="check-head">
        <SheetTabs one={one} present={sheet.name} onShow={(name) => setParams({ sheet: name }, { replace: true })} />
        {sheet.role !== 'skipped' && <RowFilter rows={rows} value={only} onChange={setOnly} />}
        {only !== 'all' && shown.length > 0 && (
          <Button size="small" disabled={edit.isPending} onClick={() => decideShown(only === 'skip' ? 'auto' : 'skip')}>
            {only === 'skip'
              ? t('import.autoShown')
              : t('import.skipShown', { count: Math.min(shown.length, decidedAtOnce) })}
          </Button>
        )}
        {back[0] && (
          <Button size="small" type="text" disabled={edit.isPending} onClick={() => takeBack(back[0]!)}>
            {t('import.takeBack')}
          </Button>
        )}
      </div>
      {sheet.role === 'skipped' ? (
        <SkippedSheet {...reading} />
      ) : (
        <div className="check-grid">
          <div className="list-frame">
            <SheetTable
              key={`${sheet.name} ${only}`}
              sheet={sheet}
              rows={shown}
              filter={only}
              store={store}
              place={place}
              busy={edit.isPending}
              onChange={change}
              highlightRow={Number(params.get('row')) || null}
            />
          </div>
          <FindingList
            one={one}
            sheet={sheet}
            decision={only === 'all' ? null : only}
            reading={
              <>
                <SheetReading {...reading} />
                <UnknownUnits one={one} busy={edit.isPending} onChange={change} />
              </>
            }
            onShow={setPlace}
          />
        </div>
      )}
      <CommitFoot one={one} />
    </>
  );
}

const isSome = ({ cells = [], decisions = [] }: ImportEdit) => cells.length + decisions.length > 0;

/** Rows of another version than the one shown are of no use any more. */
function useRowStore({ id, version }: Import): RowStore {
  const refresh = useRefreshImport(id);
  const open = () => new RowStore(id, version, refresh);
  const [store, setStore] = useState(open);
  if (store.isOf(id, version)) return store;
  const next = open();
  setStore(next);
  return next;
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
