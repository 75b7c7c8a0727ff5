import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { filingStatusLabels } from '@xiaohao/messages';
import type { FilingPreview, PreviewedFiling } from '../../api/filing-sheet.js';
import { EmptyState } from '../../components/states.js';
import { labelOf, t } from '../../language.js';

interface Props {
  preview: FilingPreview;
  isBusy: boolean;
  onStore: (rows: readonly PreviewedFiling[], submit: boolean) => void;
}

const effects = ['new', 'changed', 'same', 'blank', 'refused'] as const;

/** What the workbook would store, row by row; nothing is stored before one of the buttons is pressed. */
export function UploadPreview({ preview, isBusy, onStore }: Props) {
  const [isWhole, setIsWhole] = useState(false);
  const { rows, sheet } = preview;
  const of = (effect: PreviewedFiling['effect']) => rows.filter((row) => row.effect === effect);
  const changing = rows.filter(({ effect }) => effect === 'new' || effect === 'changed');
  // A value kept as a draft before is submitted along, though the workbook does not change it.
  const submitted = rows.filter((row) => changing.includes(row) || (row.effect === 'same' && isWithUnit(row)));
  const shown = isWhole ? rows : rows.filter((row) => submitted.includes(row) || row.findings.length > 0);
  const refused = of('refused').length;
  return (
    <>
      <h2 className="filing-sheet-head">{t('filingSheet.seen', { sheet })}</h2>
      <p className="filing-sheet-counts figures">
        {effects.map((effect) => (
          <span key={effect} className={`is-${effect}`}>
            {t(`filingSheet.${effect}`, { count: of(effect).length })}
          </span>
        ))}
        <Checkbox checked={isWhole} onChange={({ target }) => setIsWhole(target.checked)}>
          {t('filingSheet.allRows')}
        </Checkbox>
      </p>
      {shown.length === 0 ? (
        <EmptyState title={t('filingSheet.nothing')}>{t('filingSheet.nothingNext')}</EmptyState>
      ) : (
        <table className="filing-table filing-sheet" aria-label={t('filingSheet.seen', { sheet })}>
          <thead>
            <tr>
              <th scope="col">{t('filingSheet.row')}</th>
              <th scope="col">{t('filing.unit')}</th>
              <th scope="col">{t('filing.indicator')}</th>
              <th scope="col" className="align-end">
                {t('filing.previous')}
              </th>
              <th scope="col" className="align-end">
                {t('filing.value')}
              </th>
              <th scope="col">{t('filingSheet.findings')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.row} row={row} />
            ))}
          </tbody>
        </table>
      )}
      <div className="form-end">
        {refused > 0 && <span className="filing-problem">{t('filingSheet.leftOut', { count: refused })}</span>}
        <Button disabled={changing.length === 0} loading={isBusy} onClick={() => onStore(changing, false)}>
          {t('filingSheet.save', { count: changing.length })}
        </Button>
        <Button
          type="primary"
          disabled={submitted.length === 0}
          loading={isBusy}
          onClick={() => onStore(submitted, true)}
        >
          {t('filingSheet.submit', { count: submitted.length })}
        </Button>
      </div>
    </>
  );
}

const isWithUnit = ({ present }: PreviewedFiling) => present?.status === 'draft' || present?.status === 'returned';

function Row({ row }: { row: PreviewedFiling }) {
  const { effect, unitName, name, unit, value, note, present, previous, findings } = row;
  const inWords = (amount: number) => amount.toLocaleString('zh-CN', { maximumFractionDigits: 4 });
  return (
    <tr className={`is-${effect}`}>
      <td className="figures faint filing-sheet-row">{row.row}</td>
      <td>{unitName}</td>
      <th scope="row" className="filing-name">
        {name}
      </th>
      <td className="filing-previous align-end">
        <span className="filing-previous-word">{t('filing.previous')} </span>
        {previous === null ? '—' : inWords(previous)}
      </td>
      <td className="align-end figures">
        {value !== null && (
          <>
            {inWords(value)} {unit}
          </>
        )}
        {present && effect === 'changed' && (
          <p className="faint">
            {t('filingSheet.was', { value: inWords(present.value) })} {labelOf(filingStatusLabels, present.status)}
          </p>
        )}
      </td>
      <td className="filing-sheet-findings">
        {note && <p className="prose">{note}</p>}
        {findings.map(({ code, severity, cell, message }) => (
          <p key={code} className={severity === 'error' ? 'filing-problem' : 'filing-doubt'}>
            {cell && <b className="figures">{cell}</b>} {message}
          </p>
        ))}
      </td>
    </tr>
  );
}
