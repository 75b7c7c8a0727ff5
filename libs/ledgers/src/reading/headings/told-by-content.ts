import { readStatusWords, tellsOfBegunWork } from '@xiaohao/domain';
import type { LedgerColumn } from './columns.js';
import { textOf, type Grid } from '../grid.js';
import type { Header } from './header.js';
import { plainHeading } from './heading.js';

/** 情况说明 may describe the problem or tell what was done about it: the heading does not say which. */
const saysEither = /^(?:有关|具体|详细|目前)?情况(?:说明|描述|简述|介绍)?$|^现状$/;
/** Rows looked at to tell which. */
const sampledRows = 200;

/** Such a column tells the progress where no other does and most of its cells tell of work; the sheet says what it was taken for. */
export function withToldByContent(grid: Grid, header: Header, columns: readonly LedgerColumn[]): LedgerColumn[] {
  const isOpen = ({ heading, meaning, strength, sealed }: LedgerColumn) =>
    !sealed && saysEither.test(plainHeading(heading)) && (meaning === 'description' || isUnknown(meaning, strength));
  const open = columns.some(({ meaning }) => meaning === 'progress') ? undefined : columns.find(isOpen);
  if (!open) return [...columns];
  const below = grid.rowNumbers.filter((row) => row > header.rows.at(-1)!).slice(0, sampledRows);
  const texts = below.map((row) => textOf(grid.own(row, open.column))).filter((text) => text !== '');
  const ofWork = texts.filter(tellsOfWork);
  const meaning = texts.length > 0 && ofWork.length * 2 >= texts.length ? 'progress' : open.meaning;
  if (meaning === 'details') return [...columns];
  return columns.map((column) => (column === open ? { ...column, meaning, byContent: true as const } : column));
}

const isUnknown = (meaning: LedgerColumn['meaning'], strength: number) => meaning === 'details' && strength === 0;

/** 已更换12具, 复查合格; a problem is told otherwise. */
function tellsOfWork(text: string): boolean {
  if (tellsOfBegunWork(text)) return true;
  const words = readStatusWords(text);
  return words !== null && words.certainty === 'plain' && words.says !== 'in_progress';
}
