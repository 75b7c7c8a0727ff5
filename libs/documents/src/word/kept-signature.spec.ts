import { withKeptLastRows, withKeptNotes, withKeptSignature } from './kept-signature.js';

const p = (text: string, properties = '') => `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const body = (...parts: string[]) => `<w:document><w:body>${parts.join('')}<w:sectPr/></w:body></w:document>`;
/** The texts of the paragraphs that stay with the next one. */
const keptIn = (xml: string) =>
  [...xml.matchAll(/<w:p(?: w:rsidR="1")?>.*?<\/w:p>/g)]
    .filter(([found]) => found.includes('<w:keepNext/>'))
    .map(([found]) => found.replace(/<[^>]*>/g, ''));

describe('a signature', () => {
  const table = '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>表</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';

  it('goes with the last two paragraphs of text, blank lines between them too', () => {
    const xml = withKeptSignature(
      body(
        p('一'),
        p('二', '<w:pPr><w:pStyle w:val="a"/><w:jc w:val="both"/></w:pPr>'),
        p('三', '<w:pPr/>'),
        '<w:p w:rsidR="1"/>',
        p('某局'),
        p('2026年7月5日'),
        '<w:p/>',
      ),
    );
    expect(keptIn(xml)).toEqual(['二', '三', '', '某局']);
    expect(xml).toContain('<w:pStyle w:val="a"/><w:keepNext/><w:jc w:val="both"/>');
    expect(xml).toContain('<w:p w:rsidR="1"><w:pPr><w:keepNext/></w:pPr></w:p>');
  });

  it('leaves a table above it as it is', () => {
    const xml = withKeptSignature(body(p('一'), table, p('注：略'), p('某局'), p('2026年7月5日')));
    expect(keptIn(xml)).toEqual(['注：略', '某局']);
  });

  it.each([
    ['a text that ends in no day', body(p('一'), p('二'))],
    ['a text with a text box', body(p('一'), '<w:txbxContent/>', p('某局'), p('2026年7月5日'))],
  ])('is none in %s', (_, xml) => {
    expect(withKeptSignature(xml)).toBe(xml);
  });
});

it('a note below a table stays with its last row, a text that is none does not', () => {
  const table = (...rows: string[]) =>
    `<w:tbl>${rows.map((row) => `<w:tr><w:tc>${row}</w:tc></w:tr>`).join('')}</w:tbl>`;
  const two = table(p('一'), p('二', '<w:pPr><w:pStyle w:val="a"/></w:pPr>'));
  expect(keptIn(withKeptNotes(body(two, p('注：截至统计日。'), p('完'))))).toEqual(['二']);
  expect(keptIn(withKeptNotes(body(two, p('下一步'), p('注：截至统计日。'))))).toEqual([]);
  expect(keptIn(withKeptNotes(body(table(two + p('外'), p('末')), p('注:1'))))).toEqual(['末']);
});

it('the last two rows of a table stay together, no other rows do', () => {
  const row = (text: string) => `<w:tr><w:tc>${p(text)}</w:tc></w:tr>`;
  const rows = (...texts: string[]) => `<w:tbl>${texts.map(row).join('')}</w:tbl>`;
  expect(keptIn(withKeptLastRows(body(rows('头', '一', '二', '合计'), p('完'))))).toEqual(['二']);
  expect(keptIn(withKeptLastRows(body(rows('头'), rows('头', '合计'))))).toEqual(['头']);
});

it('a row and a note of many megabytes are kept together as short ones are', () => {
  const table = `<w:tbl><w:tr><w:tc>${p('一'.repeat(9_000_000))}</w:tc></w:tr></w:tbl>`;
  const xml = withKeptLastRows(withKeptNotes(body(table, p(`注：${'略'.repeat(9_000_000)}`))));
  expect(xml.split('<w:keepNext/>')).toHaveLength(2);
});
