import { AppError } from '@xiaohao/errors';
import PizZip from 'pizzip';
import { documentTexts } from './docx-text.js';
import { formatFigure } from './figure-text.js';
import { inspectTemplate, problemText } from './template-inspection.js';
import { fillTemplate, type ListRow, type TemplateSource } from './word-template.js';

const wordMl = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A paragraph whose text is cut into runs at `¦`, as Word does while one types. */
const buildParagraph = (text: string): string => {
  const runs = text.split('¦').map((run) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${run}</w:t></w:r>`);
  return `<w:p>${runs.join('<w:proofErr w:type="spellStart"/>')}</w:p>`;
};
const buildRow = (...cells: string[]) =>
  `<w:tr>${cells.map((cell) => `<w:tc>${cell.split('\n').map(buildParagraph).join('')}</w:tc>`).join('')}</w:tr>`;
const buildTable = (...rows: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;

function buildDocument(body: string, more: Record<string, string> = {}): Buffer {
  const zip = new PizZip();
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="${types}.header+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${wordMl}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...more,
  };
  for (const [name, text] of Object.entries(parts)) zip.file(name, text);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const build = (...paragraphs: string[]) => buildDocument(paragraphs.map(buildParagraph).join(''));

const figures: Record<string, number | string | null> = {
  issues: 1236,
  fines: 15_000,
  district: '清河区',
  nothing: null,
};
const rows: ListRow[] = [
  { no: 1, title: '消防通道 <被占用> & "未整改"', dueOn: null },
  { no: 2, title: '第二项\n换行', dueOn: '2022年6月30日' },
];
const source: TemplateSource = {
  text: (key, options) => formatFigure(figures[key] ?? null, options),
  list: (name) => (name === 'key_tasks' ? rows : []),
};

const fill = async (file: Buffer, from: TemplateSource = source) => documentTexts(await fillTemplate(file, from));

describe('filling a Word template', () => {
  it('prints figures with their options, names as they are, blanks for what is missing', async () => {
    expect(await fill(build('{district}共{issues|余}个，罚款{fines|万}万元，{nothing}次。'))).toEqual([
      '清河区共1200余个，罚款1.5万元，____次。',
    ]);
  });

  it('prints a block unless its figure is 0, or where the list is empty', async () => {
    const withNone: TemplateSource = { ...source, list: (name) => (name === 'issues' ? [{}] : source.list(name)) };
    const lines = ['共{#issues}{issues}个{/issues}{^issues}无{/issues}。', '{^rest}', '没有其他。{issues}', '{/rest}'];
    expect(await fill(build(...lines, '{^key_tasks}没有任务{/key_tasks}完'), withNone)).toEqual([
      '共1236个。',
      '没有其他。1236',
      '完',
    ]);
  });

  it('takes the paragraph with a condition that stands alone in it and does not hold, but never the last of a cell', async () => {
    const alone = ['{^key_tasks}没有¦任务{no}{/key_tasks}', '{#none}甲{/none} {^key_tasks}乙{/key_tasks}'];
    const none: TemplateSource = { ...source, list: (name) => (name === 'none' ? [] : source.list(name)) };
    const table = buildTable(buildRow(alone[0]!, '{^key_tasks}无{/key_tasks}\n在办'));
    const file = buildDocument(
      [...alone, '{^none}没有其他{/none}', '前{^key_tasks}无{/key_tasks}'].map(buildParagraph).join('') +
        table +
        buildParagraph(alone[0]!) +
        table +
        buildTable(`<w:tr><w:tc>${buildTable(buildRow('内'))}${buildParagraph(alone[0]!)}</w:tc></w:tr>`),
    );
    const filled = new PizZip(await fillTemplate(file, none)).file('word/document.xml')!.asText();
    const shape = filled.replace(
      /<\/?w:(?:r|t|rPr|b|tblPr|tblGrid|document|body|sectPr|proofErr)\b[^>]*>|<\?[^>]*>/g,
      '',
    );
    const cells = '<w:tc><w:p></w:p></w:tc><w:tc><w:p>在办</w:p></w:tc>';
    const rows = `<w:tbl><w:tr>${cells}</w:tr></w:tbl>`;
    const nested =
      '<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p>内</w:p></w:tc></w:tr></w:tbl><w:p></w:p></w:tc></w:tr></w:tbl>';
    expect(shape).toBe(`<w:p>没有其他</w:p><w:p>前</w:p>${rows}<w:p></w:p>${rows}${nested}`);
  });

  it('finds tags that Word has cut into runs', async () => {
    expect(await fill(build('共{¦iss¦ues¦|¦余¦}个，{dist¦rict}'))).toEqual(['共1200余个，清河区']);
  });

  it('repeats paragraphs, table rows and text within a paragraph per row of a list', async () => {
    const file = buildDocument(
      buildParagraph('{#key_tasks}') +
        buildParagraph('{no}.{title}') +
        buildParagraph('{/key_tasks}') +
        buildTable(buildRow('序号', '任务'), buildRow('{#key_tasks}{no}', '{title}{/key_tasks}')) +
        buildParagraph('共：{#key_tasks}（{no}）{/key_tasks}项'),
    );
    expect(await fill(file)).toEqual([
      '1.消防通道 <被占用> & "未整改"',
      '2.第二项\n换行',
      '序号',
      '任务',
      '1',
      '消防通道 <被占用> & "未整改"',
      '2',
      '第二项\n换行',
      '共：（1）（2）项',
    ]);
  });

  it('lets a tag inside a block fall back to the document, and prints nothing for an empty field', async () => {
    const file = build('{#key_tasks}', '{no}:{dueOn}:{district}', '{/key_tasks}');
    expect(await fill(file)).toEqual(['1::清河区', '2:2022年6月30日:清河区']);
  });

  it('leaves out a block whose list is empty, and a table that would have no row', async () => {
    const file = buildDocument(
      buildParagraph('前') +
        buildTable(buildRow('{#env_issues}{no}', '{title}{/env_issues}')) +
        buildParagraph('{#env_issues}') +
        buildParagraph('{title}') +
        buildParagraph('{/env_issues}') +
        buildParagraph('后'),
    );
    const filled = await fillTemplate(file, source);
    expect(await documentTexts(filled)).toEqual(['前', '后']);
    expect(new PizZip(filled).file('word/document.xml')!.asText()).not.toContain('<w:tbl>');
  });

  it('never reads a value as a tag, as XML or as code', async () => {
    const evil = '{issues} </w:t><w:t>${process.exit(1)} {#key_tasks}\u0000\u000b{@raw}';
    const filled = await fill(build('{district}'), { ...source, text: () => evil });
    expect(filled).toEqual(['{issues} </w:t><w:t>${process.exit(1)} {#key_tasks}{@raw}']);
  });

  it('fills headers and footers too', async () => {
    const file = buildDocument(buildParagraph('正文'), {
      'word/header1.xml': `<w:hdr xmlns:w="${wordMl}">${buildParagraph('{district}')}</w:hdr>`,
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/header" Target="header1.xml"/></Relationships>`,
    });
    expect(new PizZip(await fillTemplate(file, source)).file('word/header1.xml')!.asText()).toContain('清河区');
    expect((await inspectTemplate(file)).tags).toMatchObject([{ part: 'header', paragraph: 1, key: 'district' }]);
  });

  it('gives the same bytes for the same template and values, whenever it is filled', async () => {
    const file = build('{district}{issues}');
    const first = await fillTemplate(file, source);
    jest.useFakeTimers({ now: new Date('2031-01-01'), doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
    try {
      expect(await fillTemplate(file, source)).toEqual(first);
    } finally {
      jest.useRealTimers();
    }
  });

  it('reads a text box once, though Word writes it twice', async () => {
    const box = (text: string) => `<w:txbxContent>${buildParagraph(text)}</w:txbxContent>`;
    const drawing = `<mc:AlternateContent xmlns:mc="mc"><mc:Choice>${box('{issues}')}</mc:Choice><mc:Fallback>${box('{issues}')}</mc:Fallback></mc:AlternateContent>`;
    const file = buildDocument(`<w:p><w:r><w:t>外</w:t></w:r><w:r>${drawing}</w:r></w:p>`);
    expect(await documentTexts(file)).toEqual(['外', '{issues}']);
    expect((await inspectTemplate(file)).tags).toHaveLength(1);
    expect(new PizZip(await fillTemplate(file, source)).file('word/document.xml')!.asText()).not.toContain('{issues}');
  });

  it('passes on the error of whoever supplies the values', async () => {
    const failing: TemplateSource = {
      ...source,
      text: () => {
        throw new AppError('reportNotReady');
      },
    };
    await expect(fillTemplate(build('{district}'), failing)).rejects.toMatchObject({ code: 'reportNotReady' });
  });

  it.each<[string, string, string]>([
    ['{issues', 'templateTagBroken', '{issues'],
    ['{#key_tasks} {no}', 'templateTagUnbalanced', '{#key_tasks}'],
    ['{#a}{/b}{/a}', 'templateTagUnbalanced', '{/b}'],
    ['{a|兆}', 'templateTagBroken', '{a|兆}'],
  ])('refuses %s and names paragraph and tag', async (text, code, tag) => {
    const error: unknown = await fillTemplate(build('第一段', '', text), source).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, details: { paragraph: 2, tag } });
  });
});

describe('inspecting a Word template', () => {
  it('lists every tag with its options, paragraph and list; blank paragraphs are not counted', async () => {
    const file = build('标题', '', '  ', '{issues|万余}和{区名}', '{#key_tasks}', '{title}', '{/key_tasks}');
    const { tags, problems } = await inspectTemplate(file);
    expect(problems).toEqual([]);
    expect(tags.map(({ key, paragraph, list, isList }) => [key, paragraph, list, isList])).toEqual([
      ['issues', 2, null, false],
      ['区名', 2, null, false],
      ['key_tasks', 3, null, true],
      ['title', 4, 'key_tasks', false],
    ]);
    expect(tags[0]!.options).toMatchObject({ scale: { factor: 10_000 }, fuzz: '余', fuzzAfterScale: true });
  });

  it('reports unknown keys and lists with their paragraph, by the place they stand in', async () => {
    const file = build('{issues}{isues}', '{#lists}', '{/lists}', '{#key_tasks}', '{titel}', '{/key_tasks}');
    const { problems } = await inspectTemplate(file, (key, { isList, list }) =>
      isList ? key === 'key_tasks' : list ? key === 'title' : key === 'issues',
    );
    expect(problems.map(({ code, paragraph, tag, hint }) => [code, paragraph, tag, hint])).toEqual([
      ['unknown', 1, '{isues}', 'notKnown'],
      ['unknown', 2, '{#lists}', 'listNotKnown'],
      ['unknown', 5, '{titel}', 'notKnown'],
    ]);
  });

  it.each<[string[], [string, number, string][]]>([
    [['{issues'], [['broken', 1, 'noClosingBrace']]],
    [['issues}'], [['broken', 1, 'noOpeningBrace']]],
    [['{iss', 'ues}'], [['split', 1, 'overParagraphs']]],
    [['{iss', '{ok}'], [['broken', 1, 'noClosingBrace']]],
    [['{a{b}'], [['broken', 1, 'braceInTag']]],
    [['{}'], [['broken', 1, 'empty']]],
    [['甲', '｛issues｝'], [['broken', 2, 'fullWidthBrace']]],
    [['{issues｝'], [['broken', 1, 'fullWidthBrace']]],
    [['{a b}'], [['broken', 1, 'keyWrong']]],
    [['{a|万|亿}'], [['broken', 1, 'optionTwice']]],
    [['{#a}', 'x'], [['unbalanced', 1, 'notClosed']]],
    [['{^a}', 'x'], [['unbalanced', 1, 'notClosed']]],
    [['x', '{/a}'], [['unbalanced', 2, 'notOpened']]],
    [
      ['{#a}', '{#b}', '{/b}', '{/a}'],
      [
        ['broken', 2, 'listInList'],
        ['unbalanced', 3, 'notOpened'],
      ],
    ],
  ])('finds what is wrong in %j', async (paragraphs, expected) => {
    const { problems } = await inspectTemplate(build(...paragraphs));
    expect(problems.map(({ code, paragraph, hint }) => [code, paragraph, hint])).toEqual(expected);
  });

  it('reports a tag with a line break inside', async () => {
    const file = buildDocument('<w:p><w:r><w:t>{iss</w:t><w:br/><w:t>ues}</w:t></w:r></w:p>');
    expect((await inspectTemplate(file)).problems).toMatchObject([{ code: 'split', paragraph: 1, hint: 'overLines' }]);
  });

  it('says in a sentence what is wrong and where', async () => {
    const [problem] = (await inspectTemplate(build('甲', '乙{a|兆}'))).problems;
    expect(problemText(problem!)).toMatch(/^第 2 段 \{a\|兆\}：竖线后只能写/);
    expect(problemText(problem!, 'en')).toMatch(/^Paragraph 2, \{a\|兆\}: Options are/);
  });

  it('reports a block that begins outside a table and ends inside', async () => {
    const file = buildDocument(buildParagraph('{#a}') + buildTable(buildRow('{title}', '{/a}')));
    expect((await inspectTemplate(file)).problems).toMatchObject([{ code: 'unbalanced', hint: 'acrossTable' }]);
  });

  it('accepts every block that can be filled', async () => {
    const blocks = [
      buildTable(buildRow('{#key_tasks}{no}\n{title}{/key_tasks}')),
      buildTable(buildRow('{#key_tasks}\n{title}\n{/key_tasks}', 'x')),
      buildTable(buildRow('{#key_tasks}{no}', '{title}'), buildRow('', '{/key_tasks}')),
      buildParagraph('甲{#key_tasks}{no}') + buildParagraph('{title}{/key_tasks}乙'),
    ];
    for (const block of blocks) {
      const file = buildDocument(block + buildParagraph('尾'));
      expect((await inspectTemplate(file)).problems).toEqual([]);
      expect((await fill(file)).join('|')).toMatch(/被占用.*第二项.*尾$/s);
    }
  });

  it.each([
    ['fileNotDocument', Buffer.from('text')],
    ['documentPdf', Buffer.from('%PDF-1.7 scanned')],
    ['legacyWord', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')])],
    ['documentMacro', buildDocument('', { 'word/vbaProject.bin': 'x' })],
    ['documentTypeForbidden', buildDocument('', { 'word/document.xml': '<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>' })],
    ['archiveBroken', buildDocument('', { 'word/document.xml': '<w:document>' })],
  ])('refuses an upload that is no sound .docx: %s', async (code, file) => {
    await expect(inspectTemplate(file)).rejects.toMatchObject({ code });
    await expect(fillTemplate(file, source)).rejects.toMatchObject({ code });
  });
});

describe('a template that reaches outside', () => {
  it('gives a report that fetches nothing when it is opened; links one clicks stay', async () => {
    const link = (id: string, kind: string, target: string) =>
      `<Relationship Id="${id}" Type="${office}/${kind}" TargetMode="External" Target="${target}"/>`;
    const links = (...list: string[]) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
    const file = buildDocument(buildParagraph('共{issues}个'), {
      'word/_rels/document.xml.rels': links(
        link('r2', 'image', 'http://outside.invalid/picture.png?a=1&amp;b=2'),
        link('r3', 'hyperlink', 'http://bureau.invalid/?a=1&amp;b=2'),
      ),
      'word/settings.xml': `<w:settings xmlns:w="${wordMl}" xmlns:r="${office}"><w:attachedTemplate r:id="r1"/><w:zoom w:percent="100"/></w:settings>`,
      'word/_rels/settings.xml.rels': links(link('r1', 'attachedTemplate', 'http://outside.invalid/macro.dotm')),
    });
    const filled = new PizZip(await fillTemplate(file, source));
    const texts = Object.keys(filled.files).map((name) => filled.file(name)?.asText() ?? '');
    expect(texts.join()).not.toMatch(/outside\.invalid|attachedTemplate/);
    expect(filled.file('word/_rels/document.xml.rels')!.asText()).toContain(
      'Target="http://bureau.invalid/?a=1&amp;b=2"',
    );
    expect(filled.file('word/settings.xml')!.asText()).toContain('<w:zoom w:percent="100"/>');
  });
});
