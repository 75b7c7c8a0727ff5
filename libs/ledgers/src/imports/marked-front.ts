import { parseCellAddress, type CellMark, type FrontCell, type MarkOptions } from '@xiaohao/documents';
import { importMarkWords, ledgerWords, type Label } from '@xiaohao/messages';
import { placesOf, tellKinds, type TellKind, type Telling, type ToldPlace } from './import-tellings.js';
import { markColours } from '../reading/sheets/sheet-looks.js';

const { front, sorts } = importMarkWords;
const colourOf = (kind: TellKind) => (kind === 'noted' ? undefined : markColours[kind]);

/** Lines of the list, and places in one of them; whoever has more works through the colours. */
const listedLines = 5000;
const listedPlaces = 200;

/** The first sheet: how many of each there are, what to do, and everything that is told, with a link to its place. */
export function frontOf(tellings: readonly Telling[]): MarkOptions['front'] {
  const say = (label: Label, count: number) => label[0].replace('{count}', String(count));
  const lines = linesOf(placesOf(tellings));
  const counted = (kind: Exclude<TellKind, 'noted'>, marked: readonly CellMark[]): FrontCell => {
    const colour = markColours[kind];
    return { text: say(front[kind], marked.filter((mark) => mark.colour === colour).length), colour };
  };
  const uncoloured = lines.filter(({ kind, places }) => kind !== 'noted' && places.every(({ cell }) => cell === null));
  const noted = lines.filter(({ kind }) => kind === 'noted');
  const besides = [
    ...(uncoloured.length > 0 ? [say(front.uncoloured, uncoloured.length)] : []),
    ...(noted.length > 0 ? [say(front.noted, noted.length)] : []),
  ];
  const more = lines.length - listedLines;
  return {
    name: front.name[0],
    columnWidths: [18, 20, 9, 80],
    footer: ledgerWords.page[0],
    rows: (marked) => [
      [{ text: front.title[0] }],
      [counted('must', marked)],
      [counted('confirm', marked)],
      [{ text: front.how[0] }],
      besides.length > 0 ? [{ text: besides.join('') }] : [],
      front.headings.map(([text]) => ({ text })),
      ...lines.slice(0, listedLines).map(lineOf),
      ...(more > 0 ? [[{ text: say(front.more, more) }]] : []),
    ],
  };
}

interface Line {
  sheet: string;
  kind: TellKind;
  text: string;
  places: ToldPlace[];
}

/**
 * What is said of several places in the same words is one line; what must be put right comes first, and with it whatever
 * else is to be confirmed in the same cells, as in their comments.
 */
function linesOf(places: readonly ToldPlace[]): Line[] {
  const lines = new Map<string, Line>();
  for (const place of places) {
    const said = [
      ...place.texts.map((text) => ({ kind: place.kind, text })),
      ...place.noted.map((text) => ({ kind: 'noted' as const, text })),
    ];
    for (const { kind, text } of said) {
      const key = JSON.stringify([place.sheet, kind, text]);
      const line = lines.get(key) ?? { sheet: place.sheet, kind, text, places: [] };
      line.places.push(place);
      lines.set(key, line);
    }
  }
  return tellKinds.flatMap((kind) => [...lines.values()].filter((line) => line.kind === kind));
}

function lineOf({ sheet, kind, text, places }: Line): FrontCell[] {
  const [first] = places;
  const cell = first!.cell ?? `A${first!.row ?? 1}`;
  return [
    { text: sheet },
    { text: placesInWords(places), to: { sheet, cell } },
    { text: sorts[kind][0], colour: colourOf(kind) },
    { text },
  ];
}

/** `E5、E7—E9`, rows as 第 5 行, the sheet as a whole in words. */
export function placesInWords(places: readonly Pick<Telling, 'cell' | 'row'>[]): string {
  const cells = [...new Set(places.flatMap(({ cell }) => cell ?? []))];
  const rows = [...new Set(places.flatMap(({ cell, row }) => (cell === null && row !== null ? [row] : [])))];
  const ofSheet = places.some(({ cell, row }) => cell === null && row === null);
  const named = [
    ...(ofSheet ? [front.wholeSheet[0]] : []),
    ...rows.map((row) => front.row[0].replace('{row}', String(row))),
    ...runsOf(cells),
  ];
  const listed = named.slice(0, listedPlaces).join('、');
  return named.length > listedPlaces ? front.places[0].replace('{places}', listed) : listed;
}

/** Cells below each other as a run. */
function runsOf(cells: readonly string[]): string[] {
  const at = cells.map((cell) => parseCellAddress(cell)!);
  const order = cells
    .map((cell, index) => ({ cell, ...at[index]! }))
    .sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: (typeof order)[] = [];
  for (const one of order) {
    const last = runs.at(-1)?.at(-1);
    if (last && last.column === one.column && last.row === one.row - 1) runs.at(-1)!.push(one);
    else runs.push([one]);
  }
  return runs.map((run) => (run.length === 1 ? run[0]!.cell : `${run[0]!.cell}—${run.at(-1)!.cell}`));
}
