import { readFormat, type Look, type RowInput } from '@xiaohao/documents';
import { dayParts, type Day } from '@xiaohao/domain';
import { withPresentDay } from './head-day.js';
import { layoutField, type FieldType } from './layout-fields.js';
import { dayText } from './layout-texts.js';
import { paperFor, type FormFacts, type LedgerForm } from './ledger-form.js';
import type { OwnForm, OwnRow } from './own-form.js';

/** A kept layout as a sheet to be filled. */
export function ownSheet(name: string, form: OwnForm, facts: FormFacts): LedgerForm {
  return {
    name,
    sheet: form.sheet,
    top: form.top.map((row, at) => ownRowInput(row, facts, at + 1 >= form.headingRows.first)),
    headingRows: form.headingRows,
    columns: form.columns.map(({ heading, width, look, field }) => {
      const { type, content, look: lit, mergedByItem } = layoutField(field, heading);
      return { heading, width, content, look: lit, mergedByItem, body: fittingLook(look, type) };
    }),
    bottom: form.bottom.map((row) => ownRowInput(row, facts)),
    frozenColumns: form.frozenColumns,
    print: printOf(form),
  };
}

/** Half-width characters beyond which an upright sheet becomes too small to read: programs write 纵向 unasked. */
const widestUpright = { A4: 140, A3: 200 } as const;

function printOf({ columns, paper, orientation }: OwnForm): LedgerForm['print'] {
  const chosen = paper ?? paperFor(columns);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const isUpright = orientation === 'portrait' && width <= widestUpright[chosen];
  return { paper: chosen, orientation: isUpright ? 'portrait' : 'landscape' };
}

/** A head stands without the lines of the rows; what the bureau drew there is said by each cell. */
function ownRowInput({ cells, height, merges }: OwnRow, facts: FormFacts, isHeading = false): RowInput {
  const before = (at: number) => cells.slice(0, at).findLast((cell) => cell && cell.text !== '')?.text ?? null;
  return {
    cells: cells.map((cell, at) => {
      if (!cell) return null;
      const text = isHeading ? cell.text : withPresentDay(cell.text, before(at), facts.today);
      return { content: filledIn(text, facts), look: { wrap: true, ...cell.look } };
    }),
    look: { border: false, bold: false, align: 'left', wrap: false },
    ...(height === null ? {} : { height }),
    merges,
  };
}

/** A number format of theirs stays where it suits what the column is filled with. */
function fittingLook({ numberFormat, ...look }: Look, type: FieldType): Look {
  if (numberFormat === undefined || !suits(numberFormat, type)) {
    return type === 'percent' ? { ...look, numberFormat: '0%' } : look;
  }
  return { ...look, numberFormat };
}

function suits(format: string, type: FieldType): boolean {
  const { isDay } = readFormat(format);
  if (type === 'day') return isDay;
  if (type === 'percent') return format.includes('%');
  return type === 'number' && !isDay && !format.includes('@');
}

const blank = '[\\s_＿]';
/** Places a head leaves open, as people write them. */
const openPlaces: readonly (readonly [pattern: RegExp, fill: (today: Day, count: number) => string])[] = [
  [/\{(?:年度|年份|年)\}|(?<![\dA-Za-z])(?:20)?[XxＸｘ×]{2,4}(?=年)/g, (today) => String(dayParts(today).year)],
  [/\{(?:期间|半年)\}/g, (today) => `${dayParts(today).year}年${dayParts(today).month <= 6 ? '上' : '下'}半年`],
  [/\{(?:截至|日期)\}/g, (today) => dayText(today)],
  [/\{(?:数量|件数)\}/g, (_, count) => String(count)],
  [new RegExp(`(?<!\\d)${blank}*年${blank}+月${blank}+日`, 'g'), (today) => dayText(today)],
];

function filledIn(text: string, { today, count }: FormFacts): string {
  return openPlaces.reduce((filled, [pattern, fill]) => filled.replace(pattern, () => fill(today, count)), text);
}
