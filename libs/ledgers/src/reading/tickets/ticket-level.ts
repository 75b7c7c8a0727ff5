import { levelTable, type AnyLevel, type TicketKind } from '@xiaohao/domain';
import { levelLabels } from '@xiaohao/messages';
import { plainHeading } from '../headings/heading.js';
import { yesOrNoLevels } from '../headings/heading-patterns.js';
import type { SheetFacts } from '../preview.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';
import { blank } from './ticket-dates.js';

interface LevelWord {
  pattern: RegExp;
  level: AnyLevel;
  /** Words of another scale, read as nearly as may be. */
  assumed?: true;
}

/** Of texts without spaces, full-width forms made plain; first match wins. */
const levelWords: readonly LevelWord[] = [
  { pattern: /(非|不是|不属于?|不构成|未构成|未达到?|不够)重大/, level: 'general' },
  { pattern: /特别重大|特大|特别严重/, level: 'extreme' },
  { pattern: /较大|较重/, level: 'larger' },
  { pattern: /重大/, level: 'major' },
  { pattern: /一般|普通|较小/, level: 'general' },
  { pattern: /^(I|1|一|A)[级类]|严重|突出|^高|^红/, level: 'major', assumed: true },
  { pattern: /^(I{2,3}|IV|[2-4]|[二三四]|[B-D])[级类]|轻微|轻度|^[中低橙黄蓝]/, level: 'general', assumed: true },
];

const yes = /^(√|✓|✔|☑|是|Y|YES|有|属于|构成)$/;
const no = /^(×|✗|✘|X|否|N|NO|不是|不属于|不构成|未构成)$/;

interface ReadLevel {
  level: AnyLevel;
  assumed: boolean;
}

/** The level a cell names; null where its words are of no scale, or of several. */
function levelIn(text: string, asked: boolean, kind: TicketKind): ReadLevel | null {
  const plain = text.normalize('NFKC').toUpperCase();
  const answer = plain.replace(/\s/g, '');
  if (asked && yes.test(answer)) return { level: 'major', assumed: false };
  if (asked && no.test(answer)) return { level: 'general', assumed: false };
  const words = ticked(plain) ?? answer;
  if (/一般/.test(words) && /重大|较大/.test(words)) return null;
  const word = levelWords.find(({ pattern }) => pattern.test(words));
  if (!word) return null;
  const level = onScaleOf(kind, word.level);
  return { level, assumed: word.assumed === true || level !== word.level };
}

/** 重大 of 一般 重大√: a tick without boxes beside it; what has boxes was spelled out before. */
function ticked(text: string): string | null {
  return /(\p{Script=Han}+)\s*[(]?[☑√✓✔]/u.exec(text)?.[1] ?? /[☑√✓✔]\s*(\p{Script=Han}+)/u.exec(text)?.[1] ?? null;
}

/** A hazard is general or major: what lies above is major, what lies between is none yet. */
function onScaleOf(kind: TicketKind, level: AnyLevel): AnyLevel {
  if (levelTable[kind].includes(level)) return level;
  return level === 'major' || level === 'extreme' ? 'major' : 'general';
}

/** 隐患类别, 问题性质 may hold the level alone. */
const sortOfHazard = /隐患(类别|类型|分类)$|问题性质$/;
/** 类别及等级: 农机（一般）. */
const askedBeside = /等级|级别/;
const levelBeside = /[（(](?:一般|重大|较大)(?:事故|安全)?(?:隐患)?[）)]/;
const bareLevel = /^(一般|重大)(事故|安全)?(隐患)?$/;

/** The level of a row by its own cell, else by what stands over it; whatever is not plain is told. */
export function readLevel(
  cells: TicketCells,
  sheetName: string,
  itemAbove: string | null,
  { kind, title }: SheetFacts,
): AnyLevel | null {
  const at = levelCell(cells);
  if (!at) return kind === 'hazard' ? levelUnsaid(cells, { itemAbove, sheetName, title }) : null;
  const { cell, column } = at;
  if (blank.test(cell.text)) {
    if (kind === 'hazard') cells.note('levelBlank', 'level');
    return null;
  }
  const read = levelIn(cell.text, yesOrNoLevels.test(plainHeading(column.heading)), kind);
  if (read === null) cells.note('levelUnclear', cell);
  else if (read.assumed) cells.note('levelAssumed', cell, levelLabels[read.level][0]);
  return read?.level ?? null;
}

function levelCell(cells: TicketCells): TicketCell | null {
  if (cells.hasColumn('level')) return cells.first('level');
  const beside = cells
    .each('item')
    .find(({ cell, column }) => askedBeside.test(column.heading) && levelBeside.test(cell.text));
  if (beside) return beside;
  const sorts = cells.each('details').filter(({ column }) => sortOfHazard.test(plainHeading(column.heading)));
  return sorts.find(({ cell }) => bareLevel.test(cell.text)) ?? null;
}

/** 重大隐患清单, not the campaign 重大隐患专项排查整治, which finds both. */
const namesHazards = /(?<!非)(重大|一般)(?:生产安全|安全生产|安全|事故|火灾|消防)*隐患(?!.{0,4}(?:专项|行动|判定))/g;

/** Blank, or no column at all: by what stands above, else general, and told. */
function levelUnsaid(cells: TicketCells, above: Parameters<typeof levelAbove>[1]): AnyLevel | null {
  const level = levelAbove(cells, above);
  if (level === null) cells.note(cells.hasColumn('level') ? 'levelBlank' : 'levelMissing', 'level');
  return level;
}

/** What the rows are all said to be by their section, their sheet or its title, the nearest first. */
function levelAbove(
  cells: TicketCells,
  above: { itemAbove: string | null; sheetName: string; title: string | null },
): AnyLevel | null {
  for (const text of [above.itemAbove, above.sheetName, above.title]) {
    const named = new Set([...(text ?? '').matchAll(namesHazards)].map(([, word]) => word));
    if (named.size !== 1) continue;
    const level = named.has('重大') ? 'major' : 'general';
    cells.note('levelFromAbove', 'level', levelLabels[level][0], text!);
    return level;
  }
  return null;
}
