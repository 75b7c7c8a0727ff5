import { rawWorkbook } from '../../../../test/support/raw-workbook.js';
import type { OfficePackage } from '../packages/office-package.js';
import { readNotes } from './note-reader.js';
import { readPictures } from './picture-reader.js';
import { readWorkbook } from './workbook-reader.js';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const links = `<Relationships><Relationship Id="d1" Type="${office}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`;
const anchor = (row: string, inner = '<xdr:pic/>') =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:row>${row}</xdr:row></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:row>99</xdr:row></xdr:to>${inner}</xdr:twoCellAnchor>`;

/** The sheet of a workbook with this drawing on it. */
async function readWith(drawing: string) {
  const file = await rawWorkbook([{ rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>隐患</t></is></c></row>' }], {
    parts: { 'xl/worksheets/_rels/sheet1.xml.rels': links, 'xl/drawings/drawing1.xml': drawing },
  });
  return (await readWorkbook(file)).sheets[0]!;
}
const wrapped = (inner: string) => `<xdr:wsDr>${inner}</xdr:wsDr>`;

it('a picture lies where its first corner is anchored', async () => {
  expect((await readWith(wrapped(anchor('4')))).pictures).toEqual([{ row: 5, column: 3 }]);
});

it('shapes and charts are no pictures, each picture of a group is one', async () => {
  const shapes = anchor('1', '<xdr:sp/>') + anchor('2', '<xdr:graphicFrame/>');
  const group = anchor('3', '<xdr:grpSp><xdr:pic/><xdr:pic/></xdr:grpSp>');
  expect((await readWith(wrapped(shapes + group))).pictures).toEqual([
    { row: 4, column: 3 },
    { row: 4, column: 3 },
  ]);
});

it.each(['-1', '4e9', '', '1048576', '99999999999999'])('a picture in row “%s” lies at no row', async (row) => {
  expect((await readWith(wrapped(anchor(row)))).pictures).toEqual([{ row: null, column: 3 }]);
});

it('a picture in the last row of a sheet lies there', async () => {
  expect((await readWith(wrapped(anchor('1048575')))).pictures).toEqual([{ row: 1_048_576, column: 3 }]);
});

/** What is unpacked of a package whose sheet links to these drawings, each with one picture. */
async function unpackedOf(targets: readonly string[]) {
  const unpacked: string[] = [];
  const archive = {
    has: () => true,
    async *chunks(name: string) {
      unpacked.push(name);
      yield await Promise.resolve(Buffer.from(wrapped(anchor('4'))));
    },
  };
  const linked = targets.map((target, at) => ({ id: `d${at}`, kind: 'drawing', target }));
  const file = { archive, links: () => Promise.resolve(linked) } as unknown as OfficePackage;
  const pictures = await readPictures(file, 'xl/worksheets/sheet1.xml');
  return { unpacked, pictures };
}

it('a drawing is unpacked once however often and in whatever capitals it is linked', async () => {
  const { unpacked, pictures } = await unpackedOf(
    Array.from({ length: 5000 }, (_, at) => (at % 2 ? 'xl/a.xml' : 'xl/A.xml')),
  );
  expect(unpacked).toEqual(['xl/a.xml']);
  expect(pictures).toHaveLength(1);
});

it('no more than a hundred drawings of a sheet are unpacked', async () => {
  const { unpacked } = await unpackedOf(Array.from({ length: 5000 }, (_, at) => `xl/${at}.xml`));
  expect(unpacked).toHaveLength(100);
});

it('parts beside the sheets are unpacked once a workbook, and notes no further than the last one read', async () => {
  const unpacked: string[] = [];
  let chunks = 0;
  const note = `<comment ref="A1" authorId="0"><text><t>甲</t></text></comment>`.repeat(500);
  const archive = {
    has: () => true,
    async *chunks(name: string) {
      unpacked.push(name);
      yield await Promise.resolve(Buffer.from('<comments><commentList>'));
      for (; chunks < 1000; chunks += 1) yield await Promise.resolve(Buffer.from(note));
    },
  };
  const links = () => Promise.resolve([{ id: 'n', kind: 'comments', target: 'xl/comments1.xml' }]);
  const file = { archive, links } as unknown as OfficePackage;
  const read = new Set<string>();
  expect(await readNotes(file, 'xl/worksheets/sheet1.xml', read)).toHaveLength(2000);
  expect(chunks).toBeLessThan(10);
  expect(await readNotes(file, 'xl/worksheets/sheet2.xml', read)).toEqual([]);
  expect(unpacked).toEqual(['xl/comments1.xml']);
});

it('a drawing that breaks off hides no cell', async () => {
  const sheet = await readWith(`<xdr:wsDr>${anchor('4')}`);
  expect(sheet.rows).toHaveLength(1);
});

it('no more than ten thousand are counted', async () => {
  expect((await readWith(wrapped(anchor('4', '<xdr:pic/>'.repeat(10_001))))).pictures).toHaveLength(10_000);
});

it('a drawing with a document type is refused, as everywhere', async () => {
  await expect(readWith(`<!DOCTYPE x [<!ENTITY a "b">]>${wrapped('')}`)).rejects.toMatchObject({
    code: 'documentTypeForbidden',
  });
});
