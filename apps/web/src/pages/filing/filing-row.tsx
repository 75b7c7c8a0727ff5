import { Button, Input } from 'antd';
import type { Filing, IndicatorRow } from '../../api/indicators.js';
import { t } from '../../language.js';
import type { Draft } from './filing-drafts.js';
import { FilingState } from './filing-state.js';

interface Props {
  row: IndicatorRow;
  previous: Filing | undefined;
  filed: Filing | undefined;
  draft: Draft;
  isChanged: boolean;
  isSaving: boolean;
  mayFile: boolean;
  /** The row a report has asked for. */
  isWanted: boolean;
  onEdit: (change: Partial<Pick<Draft, 'value' | 'note'>>) => void;
  /** True when the text was a column and has been spread over the rows. */
  onPaste: (text: string) => boolean;
  onSave: () => void;
}

export function FilingRow(props: Props) {
  const { row, previous, filed, draft, isChanged, isSaving, mayFile, isWanted, onEdit, onPaste, onSave } = props;
  return (
    <tr className={isChanged ? 'is-unsaved' : ''}>
      <th scope="row" className="filing-name">
        {row.name}
      </th>
      <td className="filing-previous align-end">
        <span className="filing-previous-word">{t('filing.previous')} </span>
        {previous ? `${previous.value.toLocaleString('zh-CN')} ${row.unit}` : '—'}
      </td>
      <td className="filing-value">
        <Input
          aria-label={`${row.name} ${t('filing.value')}`}
          autoFocus={isWanted}
          inputMode="decimal"
          maxLength={24}
          suffix={<span className="faint">{row.unit}</span>}
          disabled={!mayFile}
          // Disabled, it would lose the focus that goes on with the next row.
          readOnly={isSaving}
          status={draft.problem ? 'error' : undefined}
          value={draft.value}
          onChange={(event) => onEdit({ value: event.target.value })}
          onPaste={(event) => {
            if (onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
          }}
          onPressEnter={() => isChanged && onSave()}
        />
        {draft.problem && (
          <p className="filing-problem" role="alert">
            {draft.problem}
          </p>
        )}
      </td>
      <td className="filing-note">
        <Input
          aria-label={`${row.name} ${t('filing.note')}`}
          placeholder={mayFile ? t('filing.note') : undefined}
          maxLength={500}
          disabled={!mayFile}
          readOnly={isSaving}
          value={draft.note}
          onChange={(event) => onEdit({ note: event.target.value })}
          onPressEnter={() => isChanged && onSave()}
        />
      </td>
      <td className="filing-end">
        {isChanged ? (
          <>
            <Button size="small" loading={isSaving} onClick={onSave}>
              {t('filing.save')}
            </Button>
            <span className="mark">{t('filing.unsaved')}</span>
          </>
        ) : (
          filed && <FilingState row={row} filing={filed} mayFile={mayFile} />
        )}
      </td>
    </tr>
  );
}
