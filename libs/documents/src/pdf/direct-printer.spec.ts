import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@xiaohao/errors';
import PizZip from 'pizzip';
import { markEveryPage } from '../word/page-marks.js';
import { writeOfficialDocument } from '../word/official-document.js';
import { printDirectly } from './direct-printer.js';
import { FontBook } from './font-book.js';

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaohao-print-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A .docx of this body; further parts by their kind. */
function word(body: string, parts: Record<string, string> = {}): Buffer {
  const zip = new PizZip();
  const names = Object.keys(parts);
  const links = names.map((kind) => `<Relationship Id="${kind}" Type="${relationship}/${kind}" Target="${kind}.xml"/>`);
  zip.file(
    '[Content_Types].xml',
    `<Types><Default Extension="rels" ContentType="application/xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `<Relationships><Relationship Id="r1" Type="${relationship}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  zip.file('word/document.xml', `<w:document><w:body>${body}</w:body></w:document>`);
  zip.file('word/_rels/document.xml.rels', `<Relationships>${links.join('')}</Relationships>`);
  for (const kind of names) zip.file(`word/${kind}.xml`, parts[kind]!);
  return zip.generate({ type: 'nodebuffer' });
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (text: string, look = '') => `<w:p><w:pPr>${look}</w:pPr>${run(text)}</w:p>`;
const cell = (text: string, look = '') => `<w:tc><w:tcPr>${look}</w:tcPr>${paragraph(text)}</w:tc>`;
const row = (cells: string[], look = '') => `<w:tr><w:trPr>${look}</w:trPr>${cells.join('')}</w:tr>`;
const table = (columns: number, rows: string[]) =>
  `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="3000"/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`;
const textBox = (...texts: string[]) =>
  `<wps:txbx><w:txbxContent>${texts.map((text) => paragraph(text)).join('')}</w:txbxContent></wps:txbx>`;
/** A drawing as Word writes it, the second time for old programs. */
const anchored = (shape: string, old = '') =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wp:extent cx="1270000" cy="1"/><a:graphic><a:graphicData>${shape}</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
const A4 = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/>';

/** The text of each page, line for line, as poppler reads it back. */
function pagesOf(pdf: Buffer, layout: string[] = []): string[][] {
  const file = join(folder, 'printed.pdf');
  writeFileSync(file, pdf);
  const text = execFileSync('pdftotext', [...layout, file, '-'], { encoding: 'utf8' });
  const lines = (page: string) => page.split('\n').filter((line) => line.trim() !== '');
  return text.split('\f').slice(0, -1).map(lines);
}
const print = async (file: Buffer, layout?: string[]) => pagesOf(await printDirectly(file), layout);
const tight = (text: string) => text.replace(/\s/g, '');
const refusal = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof AppError ? `${error.code} ${error.message}` : String(error)),
  );

describe('a report printed without LibreOffice', () => {
  const sentence = '清河区应急管理局坚持问题导向，扎实开展巡察反馈问题整改工作（含立行立改）；持续巩固整改成果。';
  const report = () =>
    writeOfficialDocument(
      {
        title: '清河区应急管理局\n上半年工作报告',
        addressee: '区委',
        blocks: [
          { kind: 'heading', level: 1, runs: [{ text: '一、总体情况' }] },
          { kind: 'paragraph', runs: [{ text: sentence.repeat(20) }] },
          {
            kind: 'table',
            columns: [
              { heading: '序号', width: 1 },
              { heading: '问题', width: 4 },
            ],
            rows: Array.from({ length: 40 }, (_, at) => [[{ text: `${at + 1}` }], [{ text: `问题${at + 1}` }]]),
          },
          { kind: 'signature', unit: '清河区应急管理局', day: '2026-07-05' },
        ],
      },
      new Date('2026-07-05T00:00:00Z'),
    );

  it('has the whole text in its order, 22 lines to a page, its heading row and its number on each', async () => {
    const file = await report();
    const pdf = await printDirectly(file);
    const pages = pagesOf(pdf, ['-layout']);
    // Two lines of title, a blank one, 19 of text, the number.
    expect(pages[0]).toHaveLength(22);
    expect(pages[0]!.slice(0, 4).map((line) => line.trim())).toEqual([
      '清河区应急管理局',
      '上半年工作报告',
      '区委：',
      '一、总体情况',
    ]);
    for (const line of pages.flat()) expect(line.trim()).not.toMatch(/^[，。；）]|（$/);
    const numbers = pages.map((lines) => lines.pop()!);
    expect(numbers.map(tight)).toEqual(pages.map((_, at) => `—${at + 1}—`));
    expect(numbers[0]!.search(/\S/)).toBeGreaterThan(numbers[1]!.search(/\S/));
    const withRows = pages.filter((lines) => lines.some((line) => /问题\d/.test(line)));
    expect(withRows.length).toBeGreaterThan(1);
    for (const lines of withRows.slice(1)) expect(lines[0]).toMatch(/序号\s+问题/);
    const text = tight(pages.flat().join(''));
    expect(text).toContain(sentence.repeat(20));
    const told = pages
      .flat()
      .map(tight)
      .filter((line) => /^\d+问题/.test(line));
    expect(told).toEqual(Array.from({ length: 40 }, (_, at) => `${at + 1}问题${at + 1}`));
    expect(text).toMatch(/清河区应急管理局2026年7月5日$/);
    const facts = execFileSync('pdfinfo', [join(folder, 'printed.pdf')], { encoding: 'utf8' });
    expect(facts).toMatch(/Page size: .*A4/);
    const fonts = execFileSync('pdffonts', [join(folder, 'printed.pdf')], { encoding: 'utf8' });
    for (const font of fonts.split('\n').slice(2, -1)) expect(font).toMatch(/ yes yes yes /);
    expect((await printDirectly(file)).equals(pdf)).toBe(true);
  });

  it('says on every page that it is withdrawn', async () => {
    const pages = await print(await markEveryPage(await report(), '作废　2026年7月6日'));
    for (const lines of pages) expect(lines[0]).toMatch(/^作废/);
  });
});

describe('a template of ones own', () => {
  it('keeps merged cells, footnotes, numbers of lists, fields and a page that lies on its side', async () => {
    const field = (name: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('99')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const merged = (val: string) => `<w:vMerge${val}/>`;
    const listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>';
    const body = [
      paragraph('职责分工', listed),
      paragraph('工作措施', listed),
      `<w:p>${run('整改完成')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('。')}</w:p>`,
      `<w:p><w:pPr><w:sectPr><w:footerReference w:type="default" r:id="footer"/>${A4}</w:sectPr></w:pPr></w:p>`,
      table(3, [
        row([cell('两列', '<w:gridSpan w:val="2"/>'), cell('丙')]),
        row([cell('各科室', merged(' w:val="restart"')), cell('甲一'), cell('甲二')]),
        row([cell('', merged('')), cell('乙一'), cell('乙二')]),
      ]),
      paragraph('<w:del/>完'),
      '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>',
    ];
    const pdf = await printDirectly(
      word(body.join(''), {
        numbering:
          '<w:numbering><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/><w:suff w:val="nothing"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>',
        footnotes: `<w:footnotes><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run('截至六月底。')}</w:p></w:footnote></w:footnotes>`,
        footer: `<w:ftr><w:p>${run('第 ')}${field('PAGE')}${run(' 页，共 ')}${field('NUMPAGES')}${run(' 页')}</w:p></w:ftr>`,
      }),
    );
    const pages = pagesOf(pdf, ['-layout']).map((lines) => lines.map(tight));
    expect(pages.map((lines) => lines.join(''))).toEqual([
      expect.stringMatching(/^一、职责分工二、工作措施1?整改完成1?。1截至六月底。第1页，共2页$/),
      expect.stringMatching(/^两列丙.*完第2页，共2页$/),
    ]);
    // One word in the middle of both its rows.
    expect(pages[1]!.join('')).toMatch(/甲一甲二.*乙一乙二/);
    expect(pages[1]!.join('').match(/各科室/g)).toHaveLength(1);
    const sizes = execFileSync('pdfinfo', ['-l', '2', join(folder, 'printed.pdf')], { encoding: 'utf8' });
    expect(sizes).toMatch(/Page +2 size: +841\.\d+ x 595/);
  });

  it('is torn within a row where that may be, and loses nothing of cells over several rows', async () => {
    const long = Array.from({ length: 90 }, (_, at) => paragraph(`第${at}行`)).join('');
    const tall = (look: string) => `<w:tc><w:tcPr>${look}</w:tcPr>${long}</w:tc>`;
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => row([cell('', '<w:vMerge/>'), cell(`乙${at}`)]));
    const torn = await print(word(`${table(2, [row([cell('甲'), tall('')])])}<w:sectPr>${A4}</w:sectPr>`));
    const merged = await print(
      word(
        `${table(2, [row([tall('<w:vMerge w:val="restart"/>'), cell('乙')]), ...rows(60)])}<w:sectPr>${A4}</w:sectPr>`,
      ),
    );
    for (const pages of [torn, merged]) {
      expect(pages.length).toBeGreaterThan(1);
      const found = pages.flat().flatMap((line) => tight(line).match(/第\d+行/g) ?? []);
      expect(found).toEqual(Array.from({ length: 90 }, (_, at) => `第${at}行`));
    }
  });

  it('prints all of a cell over two rows, or of a table in a cell, that is higher than a page', async () => {
    const texts = Array.from({ length: 120 }, (_, at) => `第${at}行`);
    const long = texts.map((text) => paragraph(text)).join('');
    const tall = (look: string) => `<w:tc><w:tcPr>${look}</w:tcPr>${long}</w:tc>`;
    const merged = table(2, [
      row([tall('<w:vMerge w:val="restart"/>'), cell('乙')]),
      row([cell('', '<w:vMerge/>'), cell('丙')]),
    ]);
    const nested = `<w:tc><w:tcPr/>${table(1, [row([tall('')], '<w:cantSplit/>')])}<w:p/></w:tc>`;
    for (const body of [merged, table(1, [row([nested])])]) {
      const pages = await print(word(`${paragraph('甲')}${body}${paragraph('完')}<w:sectPr>${A4}</w:sectPr>`));
      expect(pages.flat().flatMap((line) => tight(line).match(/第\d+行/g) ?? [])).toEqual(texts);
      expect(pages.at(-1)!.at(-1)).toBe('完');
    }
  });

  it('gives a cell over several rows the room it needs, before what follows', async () => {
    const lines = Array.from({ length: 9 }, (_, at) => paragraph(`第${at}行`)).join('');
    const tall = `<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${lines}</w:tc>`;
    const rows = [row([tall, cell('乙')]), row([cell('', '<w:vMerge/>'), cell('丙')])];
    const [page] = await print(word(table(2, rows) + paragraph('完')), ['-layout']);
    expect(tight(page!.slice(-2).join(' '))).toBe('第8行完');
  });

  it('repeats a heading of several rows whole, where a page goes on; space above a paragraph only where one begins', async () => {
    const header = '<w:tblHeader/>';
    const heading = [
      row([cell('单位', '<w:vMerge w:val="restart"/>'), cell('隐患')], header),
      row([cell('', '<w:vMerge/>'), cell('总数')], header),
    ];
    const rows = Array.from({ length: 90 }, (_, at) => row([cell(`科室${at}`), cell('1')]));
    const spaced = '<w:spacing w:before="4000"/>';
    const pages = await print(word(table(2, [...heading, ...rows]) + paragraph('乙', `${spaced}<w:pageBreakBefore/>`)));
    const last = pages.pop()!;
    expect(pages.length).toBeGreaterThan(1);
    for (const lines of pages) expect(lines).toEqual(expect.arrayContaining(['单位', '隐患', '总数']));
    expect(last).toEqual(['乙']);
    const file = join(folder, 'printed.pdf');
    const first = String(pages.length + 1);
    const box = execFileSync('pdftotext', ['-bbox', '-f', first, '-l', first, file, '-'], { encoding: 'utf8' });
    expect(Number(/yMin="([\d.]+)"/.exec(box)?.[1])).toBeGreaterThan(250);
  });

  it('prints rows that do not fit below their heading, and rows higher than a page, and goes on', async () => {
    const high = (points: number) => `<w:cantSplit/><w:trHeight w:val="${points * 20}"/>`;
    const rows = ['甲', '乙', '丙'].map((text, at) => row([cell(text)], high(at === 1 ? 900 : 450)));
    const pages = await print(word(table(1, [row([cell('名称')], `<w:tblHeader/>${high(300)}`), ...rows])));
    expect(pages.length).toBeLessThan(6);
    expect(pages.flat().filter((text) => text !== '名称')).toEqual(['甲', '乙', '丙']);
  });

  it('keeps a heading with what it heads', async () => {
    const line = '<w:spacing w:line="580" w:lineRule="exact"/>';
    const text = Array.from({ length: 23 }, (_, at) => paragraph(`行${at}`, line)).join('');
    const pages = await print(word(`${text}${paragraph('标题', `${line}<w:keepNext/>`)}${paragraph('正文', line)}`));
    expect(pages.map((lines) => lines.length)).toEqual([23, 2]);
    expect(pages[1]).toEqual(['标题', '正文']);
  });

  it('keeps a row with what follows, where its text is to stay with that', async () => {
    const line = '<w:spacing w:line="580" w:lineRule="exact"/>';
    const text = Array.from({ length: 22 }, (_, at) => paragraph(`行${at}`, line)).join('');
    const exact = '<w:trHeight w:val="580" w:hRule="exact"/>';
    const kept = `<w:tc>${paragraph('乙', `${line}<w:keepNext/>`)}</w:tc>`;
    const pages = await print(
      word(text + table(1, [row([cell('甲')], exact), row([kept], exact)]) + paragraph('注', line)),
    );
    expect(pages.at(-1)).toEqual(['乙', '注']);
  });

  it('prints words with sounds above them, words of another direction, and ticks and boxes of Wingdings', async () => {
    const sign = (char: string) => `<w:r><w:sym w:font="Wingdings" w:char="${char}"/></w:r>`;
    const ruby = `<w:r><w:ruby><w:rt>${run('qīng')}</w:rt><w:rubyBase>${run('清')}</w:rubyBase></w:ruby></w:r>`;
    const turned = `<w:bdo w:val="ltr">${run('河')}</w:bdo><w:dir w:val="ltr">${run('区')}</w:dir>`;
    const body = `<w:p>${ruby}${turned}${['F0FE', 'F0A8', 'F0FC', 'FB'].map(sign).join('')}</w:p>`;
    expect((await print(word(body))).flat().map(tight)).toEqual(['清河区☑□√×']);
    const unknown = `${paragraph('甲')}<w:p>${sign('F021')}</w:p>`;
    expect(await refusal(printDirectly(word(unknown)))).toMatch(/^pdfFailed .*第 2 段有字体“Wingdings”的符号 F021/);
  });

  it('prints text boxes once, framed, where their paragraph stands', async () => {
    const drawn = anchored(`<wps:wsp>${textBox('甲框第一段', '甲框第二段')}</wps:wsp>`, run('旧版本'));
    const vml = `<w:p>${run('乙段')}<w:r><w:pict><v:shapetype/><v:shape style="width:900pt">${textBox('乙框').replace(/txbx>/g, 'textbox>')}</v:shape></w:pict></w:r></w:p>`;
    const pdf = await printDirectly(
      word(`${paragraph('首')}${drawn}${vml}${paragraph('尾')}<w:sectPr>${A4}</w:sectPr>`),
    );
    expect(pagesOf(pdf).flat()).toEqual(['首', '甲框第一段', '甲框第二段', '乙段', '乙框', '尾']);
  });

  it('prints a simple formula in a line', async () => {
    const of = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const fraction = `<m:f><m:num>${of('完成数')}</m:num><m:den>${of('甲+乙')}</m:den></m:f>`;
    const raised = `<m:sSup><m:e>${of('m')}</m:e><m:sup>${of('2')}</m:sup></m:sSup>`;
    const bracket = `<m:d><m:e>${of('x')}</m:e></m:d>`;
    const body = `<w:p>${run('率')}<m:oMathPara><m:oMath>${of('=')}${fraction}${bracket}${raised}</m:oMath></m:oMathPara></w:p>`;
    expect(tight((await print(word(body))).flat().join(''))).toMatch(/^2?率=完成数\/\(甲\+乙\)\(x\)m2?$/);
  });

  it('is refused, with the sign, where no font has it', async () => {
    const told = await refusal(printDirectly(word(paragraph('完成\uf0fe'))));
    expect(told).toMatch(/^pdfFailed .*U\+F0FE/);
  });

  it('is refused, with its words, where a line is higher than a page', async () => {
    const high = '<w:p><w:r><w:rPr><w:sz w:val="9999"/></w:rPr><w:t>丙</w:t></w:r></w:p>';
    expect(await refusal(printDirectly(word(paragraph('甲') + high)))).toMatch(/^pdfFailed .*“丙”一处页面放不下/);
  });

  it('is refused, with the place, where something in it cannot be printed', async () => {
    const box = '<w:p><w:r><w:drawing><wp:anchor/></w:drawing></w:r></w:p>';
    expect(await refusal(printDirectly(word(paragraph('甲') + box)))).toMatch(/^pdfFailed .*第 2 段有浮动的图形/);
    const sum = `<w:p><m:oMath><m:nary><m:e>${run('甲')}</m:e></m:nary></m:oMath></w:p>`;
    expect(await refusal(printDirectly(word(sum)))).toMatch(/^pdfFailed .*第 1 段有公式/);
    const shapes = [
      '<wps:wsp><wps:spPr><a:prstGeom prst="line"/></wps:spPr></wps:wsp>',
      `<wpg:wgp><wps:wsp>${textBox('甲')}</wps:wsp></wpg:wgp>`,
      `<wps:wsp><wps:spPr><a:prstGeom prst="diamond"/></wps:spPr>${textBox('甲')}</wps:wsp>`,
    ];
    for (const shape of shapes) {
      expect(await refusal(printDirectly(word(anchored(shape))))).toMatch(/^pdfFailed .*第 1 段有浮动的图形/);
    }
    const watermark = '<w:p><w:r><w:pict><v:shape><v:textpath string="密"/></v:shape></w:pict></w:r></w:p>';
    expect(await refusal(printDirectly(word(watermark)))).toMatch(/^pdfFailed .*第 1 段有图形/);
  });
});

describe('printing is bounded', () => {
  it.each([
    ['pages without end', () => `<w:p><w:r>${'<w:br w:type="page"/>'.repeat(3_001)}</w:r></w:p>`, '3000 页'],
    ['rows without end', () => table(1, [row([cell('甲')]), '<w:tr/>'.repeat(20_001)]), '20000 段'],
    ['columns without end', () => table(1, [row([cell('甲', '<w:gridSpan w:val="100000000"/>')])]), '63 列'],
  ])('%s are refused, with the limit', async (_, body, limit) => {
    const told = await refusal(printDirectly(word(body())));
    expect(told).toMatch(/^documentTooLarge /);
    expect(told).toContain(limit);
  });

  it('styles based on each other and measures of nothing come to an end', async () => {
    const styles = ['a', 'b'].map(
      (id) => `<w:style w:styleId="${id}" w:type="paragraph"><w:basedOn w:val="${id === 'a' ? 'b' : 'a'}"/></w:style>`,
    );
    const odd = [
      paragraph('甲', '<w:pStyle w:val="a"/><w:ind w:left="99999999" w:firstLine="-5"/>'),
      paragraph('乙', '<w:spacing w:line="0" w:lineRule="exact"/><w:keepNext/>'),
      table(0, [row([cell('丁', '<w:vMerge/>')])]),
    ];
    const pages = await print(
      word(`${odd.join('')}<w:sectPr><w:pgSz w:w="1" w:h="-1"/></w:sectPr>`, {
        styles: `<w:styles>${styles.join('')}</w:styles>`,
      }),
    );
    for (const sign of '甲乙丁') expect(pages.flat().join('')).toContain(sign);
  });

  it('tells what was not foreseen in general words', async () => {
    const fails = jest.spyOn(FontBook.prototype, 'fontOf').mockImplementation(() => {
      throw new RangeError('Maximum call stack size exceeded');
    });
    expect(await refusal(printDirectly(word(paragraph('甲'))))).toMatch(/^pdfFailed .*文件的内容或版式无法处理/);
    fails.mockRestore();
  });

  it('needs a Chinese font, and says which to install', async () => {
    expect(await refusal(printDirectly(word(paragraph('甲')), []))).toMatch(/^fontMissing .*fonts-noto-cjk/);
  });
});
