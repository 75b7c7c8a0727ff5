import { documentLimits, documentTooLarge } from '../word/document-limits.js';
import type { Block, Cell, Edge, Row, Sides, Table } from './print-document.js';
import type { Surroundings } from './surroundings.js';
import { child, isOn, points, valueOf, type XmlNode } from './xml-tree.js';

const sides = ['top', 'right', 'bottom', 'left'] as const;
/** Later names of the same sides. */
const otherName: Readonly<Record<string, string>> = { left: 'start', right: 'end' };
const sideOf = (node: XmlNode | undefined, side: string) => child(node, side) ?? child(node, otherName[side] ?? side);

/** Word's own distance of text from the edges of a cell. */
const plainMargins: Sides<number> = { top: 0, right: 5.4, bottom: 0, left: 5.4 };

type BlocksOf = (cell: XmlNode) => Block[];

interface TableLook {
  margins: Sides<number>;
  borders: Sides<Edge | null>;
  inside: { horizontal: Edge | null; vertical: Edge | null };
}

/** Reads what stands in a cell; cells hold tables, so their reader comes from outside. */
type ReadBlocks = (nodes: readonly XmlNode[], around: Surroundings) => Block[];

export function readTable(node: XmlNode, around: Surroundings, readBlocks: ReadBlocks): Table {
  const tblPr = child(node, 'tblPr');
  const style = valueOf(tblPr, 'tblStyle');
  const look = [around.styles.table(style), tblPr].reduce<TableLook>(
    (look, properties) => withProperties(look, properties),
    {
      margins: plainMargins,
      borders: { top: null, right: null, bottom: null, left: null },
      inside: { horizontal: null, vertical: null },
    },
  );
  const inner = { ...around, ...(style === undefined ? {} : { table: style }) };
  const blocksOf = (cell: XmlNode) => readBlocks(cell.children, inner);
  const rowNodes = rowsOf(node);
  const rows = rowNodes.map((row, at) =>
    readRow(row, look, { first: at === 0, last: at === rowNodes.length - 1 }, blocksOf),
  );
  const width = child(tblPr, 'tblW')?.attributes;
  return {
    kind: 'table',
    columns: columnsOf(node, rows),
    share: width?.['type'] === 'pct' ? shareOf(width['w']) : null,
    align: alignment(valueOf(tblPr, 'jc')),
    indent: points(child(tblPr, 'tblInd')?.attributes['w']) ?? 0,
    rows,
  };
}

const alignment = (jc: string | undefined) =>
  jc === 'center' ? 'center' : jc === 'right' || jc === 'end' ? 'right' : 'left';

/** Fiftieths of a percent, or `100%`. */
function shareOf(written: string | undefined): number | null {
  const share = written?.endsWith('%') ? Number(written.slice(0, -1)) / 100 : Number(written) / 5_000;
  return share > 0 && share <= 2 ? share : null;
}

const wrapped = (node: XmlNode, name: string): XmlNode[] =>
  node.children.flatMap((one) => {
    if (one.name === name) return [one];
    return ['sdt', 'sdtContent', 'ins', 'customXml'].includes(one.name) ? wrapped(one, name) : [];
  });
const rowsOf = (table: XmlNode) => wrapped(table, 'tr');

/** The grid of the file, made longer where a row has more cells. */
function columnsOf(node: XmlNode, rows: readonly Row[]): number[] {
  const grid = (child(node, 'tblGrid')?.children ?? []).map(({ attributes }) =>
    Math.max(0, points(attributes['w']) ?? 0),
  );
  const count = Math.max(1, ...rows.map(({ skipped, cells }) => cells.reduce((sum, { span }) => sum + span, skipped)));
  if (count > documentLimits.tableColumns) throw documentTooLarge('表格', `${documentLimits.tableColumns} 列`);
  return Array.from({ length: count }, (_, at) => grid[at] ?? 0);
}

function withProperties(look: TableLook, properties: XmlNode | undefined): TableLook {
  const borders = child(properties, 'tblBorders');
  const margins = child(properties, 'tblCellMar');
  return {
    margins: readMargins(margins, look.margins),
    borders: readBorders(borders, look.borders),
    inside: {
      horizontal: edgeOr(child(borders, 'insideH'), look.inside.horizontal),
      vertical: edgeOr(child(borders, 'insideV'), look.inside.vertical),
    },
  };
}

const readMargins = (node: XmlNode | undefined, other: Sides<number>): Sides<number> =>
  eachSide((side) => Math.max(0, points(sideOf(node, side)?.attributes['w']) ?? other[side]));

const readBorders = (node: XmlNode | undefined, other: Sides<Edge | null>): Sides<Edge | null> =>
  eachSide((side) => edgeOr(sideOf(node, side), other[side]));

const eachSide = <T>(read: (side: (typeof sides)[number]) => T) =>
  Object.fromEntries(sides.map((side) => [side, read(side)])) as unknown as Sides<T>;

function edgeOr(node: XmlNode | undefined, other: Edge | null): Edge | null {
  if (!node) return other;
  const { val, sz, color } = node.attributes;
  if (val === undefined || val === 'nil' || val === 'none') return null;
  const width = points(sz, 8) ?? 0.5;
  return { width: Math.min(Math.max(width, 0.25), 12), color: /^[0-9a-f]{6}$/i.test(color ?? '') ? color! : '000000' };
}

function readRow(node: XmlNode, look: TableLook, at: { first: boolean; last: boolean }, blocksOf: BlocksOf): Row {
  const trPr = child(node, 'trPr');
  const height = child(trPr, 'trHeight')?.attributes;
  const cellNodes = wrapped(node, 'tc');
  return {
    cells: cellNodes.map((cell, index) => {
      const place = { ...at, left: index === 0, right: index === cellNodes.length - 1 };
      return readCell(cell, look, place, blocksOf);
    }),
    skipped: spanOf(valueOf(trPr, 'gridBefore'), 0),
    height: Math.max(0, points(height?.['val']) ?? 0),
    heightRule: height?.['hRule'] === 'exact' ? 'exact' : 'atLeast',
    isHeader: isOn(trPr, 'tblHeader') ?? false,
    isWhole: isOn(trPr, 'cantSplit') ?? false,
  };
}

function spanOf(written: string | undefined, other: number): number {
  const span = Number(written ?? other);
  return Number.isInteger(span) && span >= other ? Math.min(span, documentLimits.tableColumns + 1) : other;
}

type CellPlace = Record<'first' | 'last' | 'left' | 'right', boolean>;

function readCell(node: XmlNode, look: TableLook, place: CellPlace, blocksOf: BlocksOf): Cell {
  const tcPr = child(node, 'tcPr');
  const { borders, inside, margins } = look;
  const byTable: Sides<Edge | null> = {
    top: place.first ? borders.top : inside.horizontal,
    bottom: place.last ? borders.bottom : inside.horizontal,
    left: place.left ? borders.left : inside.vertical,
    right: place.right ? borders.right : inside.vertical,
  };
  const merge = child(tcPr, 'vMerge');
  const vertical = valueOf(tcPr, 'vAlign');
  const fill = child(tcPr, 'shd')?.attributes['fill'];
  return {
    blocks: blocksOf(node),
    span: Math.max(1, spanOf(valueOf(tcPr, 'gridSpan'), 1)),
    merge: !merge ? null : merge.attributes['val'] === 'restart' ? 'begins' : 'goes on',
    margins: readMargins(child(tcPr, 'tcMar'), margins),
    borders: readBorders(child(tcPr, 'tcBorders'), byTable),
    vertical: vertical === 'center' || vertical === 'bottom' ? vertical : 'top',
    fill: fill !== undefined && /^[0-9a-f]{6}$/i.test(fill) && !/^f{6}$/i.test(fill) ? fill : null,
  };
}
