import PizZip from 'pizzip';
import { previewTemplate } from './document-preview.js';
import { documentTexts } from './docx-text.js';
import { formatFigure } from './figure-text.js';
import type { DocumentBlock, OfficialDocument } from './official-blocks.js';
import { writeOfficialDocument } from './official-document.js';
import { type LinePlace, officialDay, signaturePlaces } from './official-layout.js';
import { inspectTemplate } from './template-inspection.js';
import { fillTemplate } from './word-template.js';

const createdAt = new Date('2022-07-05T01:02:03Z');
const build = (...blocks: DocumentBlock[]): OfficialDocument => ({
  title: '清河区应急管理局\n上半年工作报告',
  addressee: '区委、区政府',
  blocks,
});
const text = (value: string): DocumentBlock => ({ kind: 'paragraph', runs: [{ text: value }] });
const write = async (...blocks: DocumentBlock[]) =>
  new PizZip(await writeOfficialDocument(build(...blocks), createdAt));
const partOf = (zip: PizZip, name: string) => zip.file(name)!.asText();

/** The paragraph that holds this text, as XML. */
function paragraphOf(zip: PizZip, words: string): string {
  const paragraphs = partOf(zip, 'word/document.xml').match(/<w:p>.*?<\/w:p>/gs)!;
  return paragraphs.find((paragraph) => paragraph.includes(words))!;
}

describe('an official document', () => {
  it('has the paper and the margins of GB/T 9704', async () => {
    const xml = partOf(await write(text('正文')), 'word/document.xml');
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    const margin = (side: string) => Number(new RegExp(`<w:pgMar[^>]*w:${side}="(\\d+)"`).exec(xml)![1]) / 56.693;
    for (const [side, millimetres] of [
      ['top', 37],
      ['left', 28],
      ['bottom', 35],
      ['right', 26],
    ] as const) {
      expect(Math.abs(margin(side) - millimetres)).toBeLessThan(0.5);
    }
    expect(xml).toContain('<w:docGrid w:type="lines" w:linePitch="580"/>');
  });

  it('fits 22 lines on a page', async () => {
    const xml = partOf(await write(text('正文')), 'word/document.xml');
    const size = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`).exec(/<w:pgMar[^>]*>/.exec(xml)![0])![1]);
    expect(16838 - size('top') - size('bottom')).toBeGreaterThanOrEqual(22 * 580);
  });

  it('sets the body in 仿宋 16 pt, exact lines, two characters in, justified', async () => {
    const zip = await write(text('正文一段'));
    const defaults = /<w:docDefaults>.*<\/w:docDefaults>/s.exec(partOf(zip, 'word/styles.xml'))![0];
    expect(defaults).toContain('w:eastAsia="仿宋_GB2312"');
    expect(defaults).toContain('<w:sz w:val="32"/>');
    expect(defaults).toMatch(/<w:spacing [^>]*w:line="580" w:lineRule="exact"/);
    expect(paragraphOf(zip, '正文一段')).toMatch(/<w:ind [^>]*w:firstLineChars="200"[^>]*\/><w:jc w:val="both"\/>/);
  });

  it.each([
    ['Title', '方正小标宋简体', 44],
    ['Heading1', '黑体', 32],
    ['Heading2', '楷体_GB2312', 32],
    ['Heading3', '仿宋_GB2312', 32],
    ['Heading4', '仿宋_GB2312', 32],
  ])('sets %s in %s, %d half-points', async (style, font, size) => {
    const zip = await write({ kind: 'heading', level: 1, runs: [{ text: '一、形势' }] });
    const xml = new RegExp(`<w:style [^>]*w:styleId="${style}".*?</w:style>`, 's').exec(
      partOf(zip, 'word/styles.xml'),
    )![0];
    expect(xml).toContain(`w:eastAsia="${font}"`);
    expect(xml).toContain(`<w:sz w:val="${size}"/>`);
    expect(paragraphOf(zip, '一、形势')).toContain('<w:pStyle w:val="Heading1"/>');
  });

  it('numbers odd pages on the right and even pages on the left', async () => {
    const zip = await write(text('正文'));
    expect(partOf(zip, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const links = partOf(zip, 'word/_rels/document.xml.rels');
    const footer = (type: string) => {
      const id = new RegExp(`<w:footerReference [^>]*w:type="${type}"[^>]*>`).exec(
        partOf(zip, 'word/document.xml'),
      )![0];
      const target = new RegExp(`Id="${/r:id="([^"]+)"/.exec(id)![1]}"[^>]*Target="([^"]+)"`).exec(links)![1];
      return partOf(zip, `word/${target}`);
    };
    expect(footer('default')).toMatch(/<w:ind w:right="280"\/><w:jc w:val="right"\/>.*— .*PAGE.* —/s);
    expect(footer('even')).toMatch(/<w:ind w:left="280"\/><w:jc w:val="left"\/>.*— .*PAGE.* —/s);
    expect(footer('even')).toContain('w:eastAsia="宋体"');
    expect(footer('even')).toContain('<w:sz w:val="28"/>');
  });

  it('names substitutes for the fonts a machine may lack', async () => {
    const xml = partOf(await write(text('正文')), 'word/fontTable.xml');
    expect(xml).toMatch(/<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,[^"]*"\/>/);
    expect(xml).toMatch(/<w:font w:name="楷体_GB2312"><w:altName w:val="楷体,[^"]*"\/>/);
  });

  it('repeats the heading row of a table and tears no row', async () => {
    const zip = await write({
      kind: 'table',
      columns: [
        { heading: '序号', width: 1 },
        { heading: '金额', width: 3, align: 'right' },
      ],
      rows: [[[{ text: '1' }], [{ text: '1.5' }]]],
      note: '注：单位万元',
    });
    const rows = partOf(zip, 'word/document.xml').match(/<w:tr>.*?<\/w:tr>/gs)!;
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('<w:tblHeader/>');
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    expect(rows[1]).toContain('<w:jc w:val="right"/>');
    expect(paragraphOf(zip, '注：单位万元')).toBeDefined();
  });

  it('writes attachment notes, attachments, page breaks and signature in order', async () => {
    const file = await writeOfficialDocument(
      build(
        text('正文'),
        { kind: 'attachmentNote', names: ['统计表', '台账'] },
        { kind: 'signature', unit: '清河区应急管理局', day: '2022-07-05' },
        { kind: 'pageBreak' },
        { kind: 'attachmentNote', names: ['仅此一件'] },
        { kind: 'attachment', label: '附件1', title: '统计表' },
      ),
      createdAt,
    );
    expect(await documentTexts(file)).toEqual([
      '清河区应急管理局',
      '上半年工作报告',
      '区委、区政府：',
      '正文',
      '附件：1. 统计表',
      '2. 台账',
      '清河区应急管理局',
      '2022年7月5日',
      '附件：仅此一件',
      '附件1',
      '统计表',
    ]);
  });

  it('is the same, byte by byte, whenever it is written', async () => {
    const first = await writeOfficialDocument(build(text('正文')), createdAt);
    jest.useFakeTimers({ now: new Date('2031-01-01'), doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
    try {
      expect(new Date().getFullYear()).toBe(2031);
      expect(await writeOfficialDocument(build(text('正文')), createdAt)).toEqual(first);
    } finally {
      jest.useRealTimers();
    }
    expect(partOf(new PizZip(first), 'docProps/core.xml')).toContain('2022-07-05T01:02:03Z');
  });

  it('keeps texts as they are: XML signs, control characters, line breaks', async () => {
    const file = await writeOfficialDocument(build(text('<甲>&"乙"\u0001\n第二行')), createdAt);
    expect(await documentTexts(file)).toContain('<甲>&"乙"\n第二行');
  });

  it('can be a template: tags in it are found and filled, and its figures can be shown on a page', async () => {
    const template = await writeOfficialDocument(
      build(
        { kind: 'heading', level: 1, runs: [{ text: '一、整改' }] },
        { kind: 'paragraph', runs: [{ text: '已完成整改' }, { text: '{inspection_issues_done}' }, { text: '个。' }] },
        {
          kind: 'table',
          columns: [
            { heading: '序号', width: 1 },
            { heading: '任务', width: 3 },
          ],
          rows: [[[{ text: '{#key_tasks}{no}' }], [{ text: '{title}{/key_tasks}' }]]],
        },
      ),
      createdAt,
    );
    const source = {
      text: (_: string, options: Parameters<typeof formatFigure>[1]) => formatFigure(21, options),
      list: () => [
        { no: 1, title: '甲' },
        { no: 2, title: '乙' },
      ],
    };
    expect((await inspectTemplate(template)).problems).toEqual([]);
    const texts = await documentTexts(await fillTemplate(template, source));
    expect(texts.slice(3)).toEqual(['一、整改', '已完成整改21个。', '序号', '任务', '1', '甲', '2', '乙']);
    const blocks = await previewTemplate(template, source);
    expect(blocks[0]).toEqual({ kind: 'title', runs: [{ text: '清河区应急管理局' }] });
    expect(blocks).toContainEqual({ kind: 'heading', level: 1, runs: [{ text: '一、整改' }] });
    expect(blocks).toContainEqual({
      kind: 'paragraph',
      align: 'left',
      runs: [{ text: '已完成整改' }, { text: '21', key: 'inspection_issues_done' }, { text: '个。' }],
    });
    expect(blocks.find((block) => block.kind === 'table')).toMatchObject({
      rows: [
        [[[{ text: '序号' }]], [[{ text: '任务' }]]],
        [[[{ text: '1' }]], [[{ text: '甲' }]]],
        [[[{ text: '2' }]], [[{ text: '乙' }]]],
      ],
    });
  });
});

describe('the signature', () => {
  const at = (align: LinePlace['align'], left: number, right = 0): LinePlace => ({ align, left, right });
  const short = '清河区应急管理局';
  const long = '清河区应急管理局安全生产综合协调和执法监督科';

  it.each([
    [
      'ends two in from the right, the date begins two further right',
      short,
      '2022年7月5日',
      false,
      at('left', 18),
      at('right', 0, 2),
    ],
    [
      'begins two left of a date longer than itself',
      '应急局',
      '2022年12月15日',
      false,
      at('left', 17),
      at('right', 0, 2),
    ],
    ['never leaves the line', '很'.repeat(30), '2022年7月5日', false, at('left', 0), at('right', 0, 22)],
    [
      'is centred over the date, which ends four in, with a seal',
      short,
      '2022年7月5日',
      true,
      at('center', 14),
      at('center', 14),
    ],
    ['ends at the edge when too long for that', long, '2022年7月5日', true, at('right', 0), at('right', 0, 4)],
  ] as const)('of a unit %s', (_, unit, date, sealed, unitPlace, datePlace) => {
    expect(signaturePlaces(unit, date, sealed)).toEqual({ unit: unitPlace, date: datePlace });
  });

  it('writes the day with its full year and without leading zeros', () => {
    expect(officialDay('2022-07-05')).toBe('2022年7月5日');
  });
});
