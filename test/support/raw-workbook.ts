import { buffer } from 'node:stream/consumers';
import { zipParts, type ZipPart } from '../../libs/documents/src/packages/zip-stream.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

type Content = string | Iterable<string>;

export interface RawSheet {
  name?: string;
  /** What stands in `sheetData`. */
  rows?: Content;
  /** What stands below it. */
  after?: Content;
}

/** An .xlsx written by hand, for what no program would write. Parts may be made while they are packed. */
export function rawWorkbook(
  sheets: readonly RawSheet[],
  { strings, parts = {}, mainType = `${sheetMl}.sheet.main+xml` }: RawParts = {},
): Promise<Buffer> {
  const numbered = sheets.map((sheet, at) => ({ ...sheet, no: at + 1 }));
  const listed = numbered.map(({ name = '台账', no }) => `<sheet name="${name}" sheetId="${no}" r:id="rId${no}"/>`);
  const links = numbered.map(({ no }) => link(`rId${no}`, 'worksheet', `worksheets/sheet${no}.xml`));
  if (strings) links.push(link('rIdS', 'sharedStrings', 'sharedStrings.xml'));
  const all: ZipPart[] = [
    part('[Content_Types].xml', `<Types><Override PartName="/xl/workbook.xml" ContentType="${mainType}"/></Types>`),
    part('_rels/.rels', `<Relationships>${link('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    part('xl/_rels/workbook.xml.rels', `<Relationships>${links.join('')}</Relationships>`),
    ...numbered.map(({ rows = '', after = '', no }) => ({
      name: `xl/worksheets/sheet${no}.xml`,
      content: joined('<worksheet><sheetData>', rows, '</sheetData>', after, '</worksheet>'),
    })),
    ...(strings ? [{ name: 'xl/sharedStrings.xml', content: joined('<sst>', strings, '</sst>') }] : []),
    ...Object.entries(parts).map(([name, text]) => part(name, text)),
  ];
  return buffer(zipParts(all));
}

interface RawParts {
  /** What stands in the table of shared texts. */
  strings?: Content;
  parts?: Record<string, string>;
  mainType?: string;
}

const part = (name: string, text: string): ZipPart => ({ name, content: [text] });
const link = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;

function* joined(...contents: Content[]): Generator<string> {
  for (const content of contents) {
    if (typeof content === 'string') yield content;
    else yield* content;
  }
}

export const textCell = (text: string) =>
  `<c t="inlineStr"><is><t>${text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</t></is></c>`;

export const textRow = (no: number, texts: readonly string[]) => `<row r="${no}">${texts.map(textCell).join('')}</row>`;

/** A text many times over, some thousand at once. */
export function* repeated(times: number, text: (at: number) => string): Generator<string> {
  for (let from = 0; from < times; from += 5000) {
    yield Array.from({ length: Math.min(5000, times - from) }, (_, at) => text(from + at)).join('');
  }
}
