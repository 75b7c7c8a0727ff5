import { Button } from 'antd';
import type { RowFilterValue, SheetRows } from '../../api/import-outline.js';
import type { Import, ImportEdit, ImportSheet } from '../../api/imports.js';
import { t } from '../../language.js';
import { KeysHelp } from './keys-help.js';
import { RowFilter } from './row-filter.js';
import { SheetTabs } from './sheet-tabs.js';

/** So many decisions may be sent together. */
const decidedAtOnce = 10_000;

interface Props {
  one: Import;
  sheet: ImportSheet;
  rows: SheetRows;
  shown: readonly number[];
  only: RowFilterValue;
  busy: boolean;
  canTakeBack: boolean;
  helps: boolean;
  onHelps: (helps: boolean) => void;
  onShow: (only: RowFilterValue) => void;
  onShowSheet: (name: string) => void;
  onChange: (edit: ImportEdit) => void;
  onTakeBack: () => void;
}

/** Which sheet and which of its rows are shown, and what is done with all of them at once. */
export function CheckHead(props: Props) {
  const { one, sheet, rows, shown, only, busy, canTakeBack, helps, onChange } = props;
  const decideShown = (decision: 'skip' | 'auto') =>
    onChange({ decisions: shown.slice(0, decidedAtOnce).map((row) => ({ sheet: sheet.name, row, decision })) });
  return (
    <div className="check-head">
      <SheetTabs one={one} present={sheet.name} onShow={props.onShowSheet} />
      {sheet.role !== 'skipped' && <RowFilter rows={rows} value={only} onChange={props.onShow} />}
      {only !== 'all' && shown.length > 0 && (
        <Button size="small" disabled={busy} onClick={() => decideShown(only === 'skip' ? 'auto' : 'skip')}>
          {only === 'skip'
            ? t('import.autoShown')
            : t('import.skipShown', { count: Math.min(shown.length, decidedAtOnce) })}
        </Button>
      )}
      {canTakeBack && (
        <Button size="small" type="text" disabled={busy} onClick={props.onTakeBack}>
          {t('import.takeBack')}
        </Button>
      )}
      <KeysHelp open={helps} onOpen={props.onHelps} />
    </div>
  );
}
