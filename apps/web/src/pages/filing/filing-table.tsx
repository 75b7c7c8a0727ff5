import { App, Button } from 'antd';
import { Fragment } from 'react';
import { figureGroupLabels } from '@xiaohao/messages';
import type { IndicatorRow, IndicatorSheet } from '../../api/indicators.js';
import { labelOf, t } from '../../language.js';
import { readColumn, readTable } from './filing-drafts.js';
import { FilingRow } from './filing-row.js';
import { SubmitButton } from './submit-button.js';
import { UnsavedGuard } from './unsaved-guard.js';
import { useDrafts } from './use-drafts.js';

interface Props {
  sheet: IndicatorSheet;
  unitId: string;
  mayFile: boolean;
  /** Key of the indicator a report has asked for. */
  wanted: string | null;
}

/** One row per indicator, last period's value beside; a column copied from Excel fills the rows downward, a table its rows by name. */
export function FilingTable({ sheet, unitId, mayFile, wanted }: Props) {
  const drafts = useDrafts(sheet, unitId);
  const { message } = App.useApp();
  const rows = sheet.indicators;
  const filled = rows.filter(({ key }) => drafts.filings.get(key)).length;
  const paste = (from: number, text: string): boolean => {
    const table = readTable(text, rows);
    if (table) {
      for (const { key, value, note } of table.rows) drafts.edit(key, note === null ? { value } : { value, note });
      void message.info(t('filing.pastedByName', { count: table.rows.length, left: table.left }));
      return true;
    }
    const column = readColumn(text);
    if (!column) return false;
    const targets = rows.slice(from, from + column.length);
    targets.forEach(({ key }, at) => {
      const { value, note } = column[at]!;
      if (value !== '') drafts.edit(key, note === null ? { value } : { value, note });
    });
    void message.info(t('filing.pasted', { count: targets.length }));
    return true;
  };
  return (
    <section className="section filing">
      <UnsavedGuard count={drafts.changed.length} />
      <header className="section-head">
        <h2>{sheet.periodLabel}</h2>
        <span className="faint">{t('filing.filled', { done: filled, all: rows.length })}</span>
        {!mayFile && <span className="faint">{t('filing.noUnit')}</span>}
        <div className="section-end">
          {drafts.changed.length > 0 ? (
            <Button type="primary" loading={drafts.saving !== null} onClick={() => void drafts.saveAll()}>
              {t('filing.saveAll', { count: drafts.changed.length })}
            </Button>
          ) : (
            mayFile && <SubmitButton filings={[...drafts.filings.values()].filter((filing) => filing !== undefined)} />
          )}
        </div>
      </header>
      <table className="filing-table" aria-label={t('nav.filing')}>
        <thead>
          <tr>
            <th scope="col">{t('filing.indicator')}</th>
            <th scope="col" className="align-end">
              {t('filing.previous')}
            </th>
            <th scope="col">{t('filing.value')}</th>
            <th scope="col">{t('filing.note')}</th>
            <th scope="col" aria-label={t('filing.save')} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Fragment key={row.key}>
              {row.group !== rows[at - 1]?.group && (
                <tr className="filing-group">
                  <th colSpan={5} scope="colgroup">
                    {groupName(row)}
                  </th>
                </tr>
              )}
              <FilingRow
                row={row}
                previous={row.previous.find(({ unit }) => unit.id === unitId)}
                filed={drafts.filings.get(row.key)}
                draft={drafts.draft(row.key)}
                isChanged={drafts.changed.includes(row.key)}
                isSaving={drafts.saving === row.key}
                mayFile={mayFile}
                isWanted={row.key === wanted}
                onEdit={(change) => drafts.edit(row.key, change)}
                onPaste={(text) => paste(at, text)}
                onSave={() => void drafts.save(row.key)}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function groupName({ group }: IndicatorRow): string {
  return group === null ? t('filing.other') : labelOf(figureGroupLabels, group);
}
