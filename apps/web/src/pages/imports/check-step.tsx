import { Alert, App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Role } from '@xiaohao/domain';
import { kindLabels, roleLabels } from '@xiaohao/messages';
import { countOf, rowsOfSheet, rowsShown } from '../../api/import-outline.js';
import { useEditImport, useRefreshImport, useSheetDigest, type Import, type ImportEdit } from '../../api/imports.js';
import { useIsPhone } from '../../components/phone.js';
import { useMe } from '../../api/session.js';
import { EmptyState } from '../../components/states.js';
import { labelOf, t } from '../../language.js';
import { acceptedIn, acceptsOfCell } from './accepted.js';
import { CheckHead } from './check-head.js';
import { nextPlace, useCheckKeys, type Place } from './check-keys.js';
import { ColumnFateList } from './column-fate-list.js';
import { ColumnList } from './column-list.js';
import { useColumnSamples } from './column-samples.js';
import { CommitFoot } from './commit-foot.js';
import { FillRows } from './fill-rows.js';
import { FindingList } from './finding-list.js';
import { foreignKinds } from './foreign-kinds.js';
import { OptionsBar } from './options-bar.js';
import { ReadingBar } from './reading-bar.js';
import { RowStore } from './row-store.js';
import { SheetReading, SkippedSheet } from './sheet-reading.js';
import { SheetTable } from './sheet-table.js';
import { useSitting } from './sitting.js';
import { TitleQuestion } from './title-question.js';
import { UnknownUnits } from './unknown-units.js';
import { UnreadColumns } from './unread-columns.js';

/** Step two: the sheet as they know it, with what we read, what is doubtful and what needs them. */
export function CheckStep({
  one,
  underWay = null,
}: {
  one: Import;
  /** The same import while it is read again or stored: the former reading is shown meanwhile, and nobody edits it. */
  underWay?: Import | null;
}) {
  const [params, setParams] = useSearchParams();
  const isPhone = useIsPhone();
  const store = useRowStore(one);
  const edit = useEditImport(one.id, (version, changed) => store.apply(version, changed));
  const { message } = App.useApp();
  const { at, only, back, show, showSheet, push, drop } = useSitting(one.id, one.version);
  const [place, setPlace] = useState<Place | null>(null);
  const [helps, setHelps] = useState(false);
  const named = params.get('sheet') ?? at.sheet;
  const readable = one.sheets.filter(({ role }) => role !== 'skipped');
  const sheet = one.sheets.find(({ name }) => name === named) ?? readable[0] ?? one.sheets[0];
  const name = sheet?.name ?? '';
  const rows = rowsOfSheet(one, name);
  const all = useMemo(() => rowsShown(rows, 'all'), [rows]);
  const shown = useMemo(() => rowsShown(rows, only), [rows, only]);
  const samples = useColumnSamples(store, name, all);
  const decision = only === 'all' ? null : only;
  const { data: digest } = useSheetDigest(one, name, decision);
  const accepted = acceptedIn(one, name);
  const busy = edit.isPending || underWay !== null;

  const onError = (error: Error) => void message.error(error.message);
  // Edits follow each other, each on the version the one before led to; none is dropped unsaid.
  const change = (next: ImportEdit) => {
    if (underWay) return void message.info(t('import.notMeanwhile'));
    edit.mutateAsync(next).then(({ undo, version }) => undo && isSome(undo) && push(undo, version), onError);
  };
  const takeBack = () => {
    if (!busy && back[0]) edit.mutateAsync(back[0]).then(({ version }) => drop(version), onError);
  };
  const openSheet = (next: string) => {
    showSheet(next);
    setParams({ sheet: next }, { replace: true });
  };
  const { data: me } = useMe();
  const foreign = me ? foreignKinds(one, me.roles as Role[]) : [];
  const needing = digest?.needsYou.items ?? [];
  // What keeps the import from being stored may stand in another sheet.
  const waits = (other: string) => other !== name && countOf(rowsOfSheet(one, other), 'attention') > 0;
  const elsewhere = countOf(rows, 'attention') > 0 ? undefined : one.sheets.find((other) => waits(other.name))?.name;
  const goOn = (step: 1 | -1, places: readonly Place[] = [...needing, ...(digest?.told.items ?? [])]) => {
    const next = nextPlace(places, presentPlace() ?? place, step);
    if (next) setPlace({ row: next.row, cell: next.cell });
  };
  useCheckKeys({
    onNext: (step) => goOn(step),
    onBack: takeBack,
    onHelp: () => setHelps(!helps),
    onAccept: () => {
      const here = presentPlace();
      const ticket = here && store.get(name, here.row);
      const accepts = ticket ? acceptsOfCell(ticket, here.cell, accepted) : [];
      if (accepts.length > 0) change({ accepts });
    },
  });

  if (!sheet) return <EmptyState title={t('import.noSheet')} />;
  const reading = { one, sheet, busy, onChange: change };
  const isSkipped = sheet.role === 'skipped';
  const units = <UnknownUnits one={one} busy={busy} onChange={change} />;
  const findings = (
    <FindingList
      one={one}
      sheet={sheet}
      only={only}
      digest={digest}
      accepted={accepted}
      busy={busy}
      onChange={change}
      reading={
        <>
          <SheetReading {...reading} />
          {!isSkipped && <ColumnFateList sheet={sheet} />}
          {!isPhone && units}
        </>
      }
      onShow={setPlace}
    />
  );
  return (
    <>
      {underWay && <ReadingBar one={underWay} />}
      {!underWay && one.failure && (
        <Alert type="warning" showIcon title={one.failure.message} description={t('import.takenBack')} />
      )}
      {foreign.map(({ kind, office, count }) => (
        <Alert
          key={kind}
          type="warning"
          showIcon
          title={t('import.kindOfOthers', {
            kind: labelOf(kindLabels, kind),
            office: labelOf(roleLabels, office),
            count,
          })}
        />
      ))}
      {!isSkipped && <TitleQuestion sheet={sheet} samples={samples} busy={busy} onChange={change} />}
      {!isSkipped && <UnreadColumns sheet={sheet} samples={samples} busy={busy} onChange={change} />}
      <OptionsBar one={one} sheet={sheet} busy={busy} onChange={(options) => change({ options })} />
      <FillRows key={name} sheet={sheet} rows={all} store={store} busy={busy} onChange={change} />
      <CheckHead
        one={one}
        sheet={sheet}
        rows={rows}
        shown={shown}
        only={only}
        busy={busy}
        canTakeBack={back.length > 0}
        helps={helps}
        onHelps={setHelps}
        onShow={show}
        onShowSheet={openSheet}
        onChange={change}
        onTakeBack={takeBack}
      />
      {isSkipped ? (
        <SkippedSheet key={sheet.name} {...reading} />
      ) : (
        <div className="check-grid">
          {isPhone && <ColumnList sheet={sheet} samples={samples} busy={busy} onChange={change} />}
          {isPhone && units}
          {isPhone && findings}
          <div className="list-frame">
            {shown.length === 0 && only !== 'all' && countOf(rows, 'all') > 0 && (
              <EmptyState title={t('import.noneLeft')}>
                <Button onClick={() => show('all')}>{t('import.showAll')}</Button>
              </EmptyState>
            )}
            <SheetTable
              key={`${name} ${only}`}
              importId={one.id}
              sheet={sheet}
              samples={samples}
              accepted={accepted}
              begin={(at.sheet ?? name) === name && (at.only ?? 'all') === only && !params.has('row') ? at : null}
              rows={shown}
              filter={only}
              store={store}
              place={place}
              busy={busy}
              onChange={change}
              highlightRow={Number(params.get('row')) || null}
            />
          </div>
          {!isPhone && findings}
        </div>
      )}
      <CommitFoot
        one={one}
        busy={busy}
        refused={foreign.length > 0}
        needing={needing.length}
        elsewhere={elsewhere ?? null}
        onShowSheet={openSheet}
        onNext={
          elsewhere
            ? () => openSheet(elsewhere)
            : isSkipped
              ? null
              : () => goOn(1, needing.length > 0 ? needing : undefined)
        }
      />
    </>
  );
}

const isSome = ({ cells = [], decisions = [], accepts = [] }: ImportEdit) =>
  cells.length + decisions.length + accepts.length > 0;

/** The cell the keyboard stands in. */
function presentPlace(): Place | null {
  const cell = document.activeElement?.closest<HTMLElement>('[data-cell]');
  const row = Number(cell?.closest<HTMLElement>('[data-row]')?.dataset['row']);
  return cell && row ? { row, cell: `${cell.dataset['cell']}${row}` } : null;
}

/** Rows of another version than the one shown are kept only until those of this one are here. */
function useRowStore({ id, version }: Import): RowStore {
  const refresh = useRefreshImport(id);
  const [store, setStore] = useState(() => new RowStore(id, version, refresh));
  if (store.isOf(id, version)) return store;
  const next = store.isOf(id) ? store.next(version) : new RowStore(id, version, refresh);
  setStore(next);
  return next;
}
