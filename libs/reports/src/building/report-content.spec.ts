import { formatFigure, missingText, type DocumentParagraph, type TemplateSource } from '@xiaohao/documents';
import {
  blocksOfParagraphs,
  blocksOfTexts,
  fillBlocks,
  wordsOf,
  type ContentTable,
  type TemplateBlock,
} from './report-content.js';

const values: Record<string, number | null> = { issues: 1236, none: null };
const source: TemplateSource = {
  text: (word, options) => formatFigure(values[word] ?? null, options),
  list: (name) =>
    name === 'tasks'
      ? [
          { no: 'ZD-1', title: '甲' },
          { no: 'ZD-2', title: null },
        ]
      : [],
};
const paragraphs = (...texts: string[]): TemplateBlock[] => texts.map((text) => ({ kind: 'paragraph', text }));
const texts = (...lines: string[]) =>
  fillBlocks(paragraphs(...lines), source, (word) => word).map((block) => ('runs' in block ? wordsOf(block.runs) : ''));

describe('the page of a report', () => {
  it('keeps the figure behind each number', () => {
    const [block] = fillBlocks(paragraphs('共{issues|余}个，{none}次'), source, (word) => `${word}_key`);
    expect(block).toEqual({
      kind: 'paragraph',
      runs: [
        { text: '共' },
        { text: '1200余', key: 'issues_key' },
        { text: '个，' },
        { text: missingText, key: 'none_key', missing: true },
        { text: '次' },
      ],
    });
  });

  it('repeats blocks and parts of a block per row, with the words of the document inside', () => {
    expect(texts('前', '{#tasks}', '{no} {title} {issues}', '{/tasks}', '后')).toEqual([
      '前',
      'ZD-1 甲 1236',
      'ZD-2  1236',
      '后',
    ]);
    expect(texts('共{#tasks}（{no}）{/tasks}项')).toEqual(['共（ZD-1）（ZD-2）项']);
    expect(texts('{#tasks}{no}', '{title}。{/tasks}')).toEqual(['ZD-1', '甲。', 'ZD-2', '。']);
  });

  it('prints a block where there is none of its list', () => {
    expect(texts('{^empty}', '没有。{issues}', '{/empty}', '共{^tasks}无{/tasks}{#tasks}{no}{/tasks}')).toEqual([
      '没有。1236',
      '共ZD-1ZD-2',
    ]);
  });

  it('leaves out a list without rows and the block that held nothing else', () => {
    expect(texts('前', '{#empty}', '{no}', '{/empty}', '{#empty}{no}{/empty}', '后')).toEqual(['前', '后']);
  });

  it('never reads a value as a tag', () => {
    const evil: TemplateSource = { text: () => '{issues}{#tasks}', list: () => [{ no: '{issues}' }] };
    const [block] = fillBlocks(paragraphs('{x}{#tasks}{no}{/tasks}'), evil, (word) => word);
    expect(block).toMatchObject({ runs: [{ text: '{issues}{#tasks}' }, { text: '{issues}' }] });
  });
});

describe('a table of somebody’s own template', () => {
  const cell = (row: number, column: number, text: string, span = 1): DocumentParagraph => ({
    text,
    number: 0,
    style: null,
    align: null,
    table: 1,
    row,
    cell: row * 100 + column,
    column,
    span,
  });
  const line = (text: string): DocumentParagraph => ({ ...cell(0, 0, text), table: null, row: null, cell: null });
  const fill = (...lines: DocumentParagraph[]) => fillBlocks(blocksOfParagraphs(lines), source, (word) => word);

  it('stays a table, its figures with what stands behind them, blank cells in their places', () => {
    const blocks = fill(
      line('下表如下。'),
      cell(1, 0, '事项'),
      cell(1, 1, '总数'),
      cell(1, 2, '备注'),
      cell(2, 0, '问题'),
      cell(2, 1, '{issues}'),
      cell(3, 2, '见附件'),
      line('以上。'),
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
    const table = blocks[1] as ContentTable;
    expect(table.head!.map((row) => row.map(({ runs }) => wordsOf(runs)))).toEqual([['事项', '总数', '备注']]);
    expect(table.rows).toEqual([
      ['问题', '1236', ''],
      ['', '', '见附件'],
    ]);
    expect(table.cells![0]![1]!.runs).toEqual([{ text: '1236', key: 'issues' }]);
  });

  it('has a second row of headings below merged cells, and none where the first row is to be filled', () => {
    const merged = [cell(1, 0, '单位'), cell(1, 1, '{报告期}隐患', 2), cell(2, 1, '总数'), cell(2, 2, '已整改')];
    const [table] = fill(...merged, cell(3, 0, '甲'), cell(3, 1, '{issues}'), cell(3, 2, '{none}')) as ContentTable[];
    expect(table!.head!.map((row) => row.map(({ span }) => span))).toEqual([
      [1, 2],
      [1, 1, 1],
    ]);
    const [bare] = fill(cell(1, 0, '{issues}'), cell(2, 0, '乙')) as ContentTable[];
    expect([bare!.head, bare!.rows]).toEqual([[], [['1236'], ['乙']]]);
  });

  it('repeats the rows of a list, each with its own words', () => {
    const [table] = fill(
      cell(1, 0, '编号'),
      cell(1, 1, '题目'),
      cell(2, 0, '{#tasks}{no}'),
      cell(2, 1, '{title}{/tasks}'),
      cell(3, 0, '合计'),
      cell(3, 1, '{issues}'),
    ) as ContentTable[];
    expect(table!.rows).toEqual([
      ['ZD-1', '甲'],
      ['ZD-2', ''],
      ['合计', '1236'],
    ]);
  });

  it('inside a list that is opened above it is repeated line by line', () => {
    const blocks = fill(line('{#tasks}'), cell(1, 0, '{no}'), cell(1, 1, '{title}'), line('{/tasks}'));
    expect(blocks.map((block) => ('runs' in block ? wordsOf(block.runs) : block.kind))).toEqual(['ZD-1', '甲', 'ZD-2']);
  });
});

describe('the blocks of somebody’s own template', () => {
  it('are told by numbers and shortness', () => {
    const blocks = blocksOfTexts([
      '测试局',
      '关于整改的报告',
      '区委：',
      '现报告如下。',
      '一、总体情况',
      '（一）党的建设',
      '1. 学习',
      '一、这是一句很长的话，它虽然以序号开头，却是正文而不是标题，因为它有句号。',
      '共{巡察问题数}个',
    ]);
    expect(blocks.map((block) => (block.kind === 'heading' ? `heading${block.level}` : block.kind))).toEqual([
      'title',
      'title',
      'addressee',
      'paragraph',
      'heading1',
      'heading2',
      'heading3',
      'paragraph',
      'paragraph',
    ]);
  });
});
