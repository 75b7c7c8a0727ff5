import { parseCellAddress } from '@xiaohao/documents';
import { markTexts, sheetMarkTexts, type Label } from '@xiaohao/messages';
import { acceptedIn, acceptedKey, type Accepted } from './import-accepts.js';
import type { StoredSheet } from './import-record.js';
import type { ShownRow } from './import.queries.js';
import { findingsOf } from './row-judgement.js';
import { stoppingFindings, type Finding, type FindingCode, type SheetFinding } from '../reading/preview.js';

/** What was concluded where the file says nothing, or taken from it as it stands: no cell of theirs is wrong. */
const nothingWrong: readonly string[] = [
  'raisedOnAssumed',
  'immediateAssumed',
  'immediateCounted',
  'immediateDays',
  'closedOnAssumed',
  'doneByReview',
  'doneOnTold',
  'deadlineMoved',
  'deadlineLatest',
  'formulaKept',
  'unitReadAs',
  'unitWithPart',
  'unitCreated',
  'alreadyByTheirNo',
  'alreadyByWords',
] satisfies FindingCode[];

/** The stronger first: of several things said of one cell the strongest gives its colour. */
export const tellKinds = ['must', 'confirm', 'noted'] as const;
export type TellKind = (typeof tellKinds)[number];

/** One thing the page tells of a file, as it is told to somebody who sits before the sheet. */
export interface Telling {
  sheet: string;
  kind: TellKind;
  /** Null where it is of a row, or of the sheet as a whole. */
  cell: string | null;
  row: number | null;
  text: string;
}

/** All that the page tells: of the sheets, and of rows that are not left out; nothing that somebody let stand. */
export function tellingsOf(
  sheets: readonly Pick<StoredSheet, 'name' | 'findings'>[],
  rows: readonly Pick<ShownRow, 'preview' | 'found' | 'decision' | 'target'>[],
  accepted: Accepted = {},
): Telling[] {
  const ofSheets = sheets.flatMap(({ name, findings = [] }) => findings.map((said) => ofSheet(name, said)));
  const ofRows = rows.flatMap(({ preview, found, decision, target }) => {
    if (decision === 'skip') return [];
    const { sheet, row } = preview;
    const stand = acceptedIn(accepted, sheet);
    return findingsOf({ decision, preview, found, target })
      .filter(({ code, cell }) => !stand.includes(acceptedKey(code, null)) && !stand.includes(acceptedKey(code, cell)))
      .map((said): Telling => {
        const stops = decision === 'attention' && stoppingFindings.includes(said.code);
        return { sheet, row, kind: stops ? 'must' : kindOf(said.code), cell: cellOf(said), text: textOf(said) };
      });
  });
  return [...ofSheets, ...ofRows];
}

function ofSheet(sheet: string, said: SheetFinding): Telling {
  const words = (sheetMarkTexts as Partial<Record<string, Label>>)[said.code];
  const text = words ? words[0].replace('{raw}', () => said.raw) : said.message;
  return { sheet, row: null, kind: kindOf(said.code), cell: cellOf(said), text };
}

const kindOf = (code: string) => (nothingWrong.includes(code) ? 'noted' : 'confirm');
const cellOf = ({ cell }: { cell: string }) => (parseCellAddress(cell) ? cell : null);

/** What somebody is told who sits before the sheet, without the buttons of our page. */
function textOf({ code, raw, message }: Finding): string {
  const words = (markTexts as Partial<Record<FindingCode, Label>>)[code];
  return words ? words[0].replace('{raw}', () => raw) : message;
}

/** A place something is told of: everything that is to be put right or confirmed there, and what is only to be known. */
export interface ToldPlace extends Omit<Telling, 'text'> {
  texts: string[];
  noted: string[];
}

/** Place by place, what must be put right first; the strongest that is told of a place gives its kind. */
export function placesOf(tellings: readonly Telling[]): ToldPlace[] {
  const places = new Map<string, ToldPlace>();
  const strongestFirst = tellKinds.flatMap((kind) => tellings.filter((told) => told.kind === kind));
  for (const { sheet, row, cell, kind, text } of strongestFirst) {
    const key = JSON.stringify([sheet, cell ?? row]);
    const place = places.get(key) ?? { sheet, row, cell, kind, texts: [], noted: [] };
    const texts = kind === 'noted' ? place.noted : place.texts;
    if (!texts.includes(text)) texts.push(text);
    places.set(key, place);
  }
  return [...places.values()];
}
