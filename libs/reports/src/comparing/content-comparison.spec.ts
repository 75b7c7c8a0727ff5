import type { ContentBlock, ContentCell, ContentColumn, ContentRun, RowMark } from '../building/report-content.js';
import { compareContents } from './content-comparison.js';
import { contentSentence } from './content-sentence.js';

const mark = (list: string, id: string, label: string) => ({ key: `${list}:${id}`, label });
const listed = (id: string, at: number, title: string, progress: string): ContentBlock => ({
  kind: 'paragraph',
  runs: [{ text: `（${at}）${title}（防火科，时限：6月30日）。${progress}。`, row: mark('key_tasks', id, title) }],
});
const heading = (text: string): ContentBlock => ({ kind: 'heading', level: 1, runs: [{ text }] });
const column = (name: string) => ({ heading: name, width: 1, align: 'left' as const });

/** With everything a kept document may hold. */
const report: ContentBlock[] = [
  { kind: 'title', runs: [{ text: '工作报告' }] },
  { kind: 'addressee', runs: [{ text: '区委：' }] },
  {
    kind: 'paragraph',
    runs: [{ text: '现将' }, { text: '2026年上半年', key: 'period_label' }, { text: '情况报告如下。' }],
  },
  heading('一、整改'),
  {
    kind: 'paragraph',
    runs: [{ text: '共' }, { text: '7', key: 'inspection_issues' }, { text: '个问题，逐项销号。' }],
  },
  listed('a', 1, '修订预案', '已报初稿'),
  listed('b', 2, '检修装备', '完成六成'),
  {
    kind: 'paragraph',
    runs: [
      { text: '逾期的有：' },
      { text: '甲科2件；', row: mark('overdue_by_unit', '甲科', '甲科') },
      { text: '乙科1件；', row: mark('overdue_by_unit', '乙科', '乙科') },
    ],
  },
  heading('二、逐项进展'),
  {
    kind: 'table',
    columns: ['序号', '重点任务', '状态', '进度\n%'].map(column),
    rows: [
      ['1', '修订预案', '推进中', '40'],
      ['2', '检修装备', '逾期', '60'],
    ],
    note: '注：进度为最近一次填报。',
    rowMarks: [mark('key_task_rows', 'a', '修订预案'), mark('key_task_rows', 'b', '检修装备')],
  },
  {
    kind: 'table',
    columns: Array.from({ length: 2 }, () => column('')),
    head: [['物资', '数量'].map((text) => ({ runs: [{ text }], span: 1 }))],
    cells: [
      [
        { runs: [{ text: '棉被' }], span: 1 },
        { runs: [{ text: '120', key: 'stock_quilts' }], span: 1 },
      ],
      [{ runs: [{ text: '以上为期末库存' }], span: 2 }],
    ],
    rows: [['棉被', '120'], ['以上为期末库存']],
  },
  { kind: 'signature', unit: '应急管理局', day: '2026-07-05' },
];

/** A block to be edited at will. */
interface Copy {
  runs: ContentRun[];
  columns: ContentColumn[];
  rows: string[][];
  rowMarks: RowMark[];
  head: ContentCell[][];
  cells: ContentCell[][];
  note: string;
  unit: string;
  day: string;
}
const copyOf = (blocks: ContentBlock[]) => structuredClone(blocks) as unknown as Copy[];
const asReport = (copy: Copy[]) => copy as unknown as ContentBlock[];

const told = new Set(['inspection_issues']);
const sentences = (later: ContentBlock[], earlier = report) =>
  compareContents(earlier, later, told).map((difference) => contentSentence(difference));
const changed = (at: number, change: (block: Copy) => void) => {
  const copy = copyOf(report);
  change(copy[at]!);
  return asReport(copy);
};

describe('two kept documents', () => {
  it('that are the same differ in nothing', () => {
    expect(sentences(structuredClone(report))).toEqual([]);
  });

  it('that differ in any one piece of text are said to', () => {
    const edits: [string, (copy: Copy[]) => void][] = [];
    const edit = (name: string, change: (copy: Copy[]) => void) => edits.push([name, change]);
    report.forEach((block, at) => {
      if ('runs' in block) {
        block.runs.forEach((run, index) => {
          if (run.key !== 'inspection_issues')
            edit(`run ${at}.${index}`, (copy) => (copy[at]!.runs[index]!.text += '改'));
        });
      } else if (block.kind === 'signature') {
        edit('unit', (copy) => (copy[at]!.unit += '改'));
        edit('day', (copy) => (copy[at]!.day = '2026-07-06'));
      } else {
        if (block.note) edit('note', (copy) => (copy[at]!.note += '改'));
        (block.cells ?? block.rows).forEach((row, r) =>
          row.forEach((_, c) =>
            edit(`cell ${at}.${r}.${c}`, (copy) => {
              if (block.cells) copy[at]!.cells[r]![c]!.runs[0]!.text += '改';
              else copy[at]!.rows[r]![c] += '改';
            }),
          ),
        );
        (block.head?.[0] ?? block.columns).forEach((_, c) =>
          edit(`heading ${at}.${c}`, (copy) => {
            if (block.head) copy[at]!.head[0]![c]!.runs[0]!.text += '改';
            else copy[at]!.columns[c]!.heading += '改';
          }),
        );
      }
      edit(`without ${at}`, (copy) => copy.splice(at, 1));
    });
    expect(edits.length).toBeGreaterThan(40);
    for (const [name, change] of edits) {
      const edited = copyOf(report);
      change(edited);
      const copy = asReport(edited);
      expect([name, sentences(copy)]).not.toEqual([name, []]);
      expect([name, sentences(report, copy)]).not.toEqual([name, []]);
    }
  });

  it('say nothing of what a figure explains, and of a word that is filled in once for all places', () => {
    const later = copyOf(report);
    later[4]!.runs[1]!.text = '9';
    later[2]!.runs[1]!.text = '2026年下半年';
    later[4]!.runs.push({ text: '2026年下半年', key: 'period_label' });
    const earlier = copyOf(report);
    earlier[4]!.runs.push({ text: '2026年上半年', key: 'period_label' });
    expect(sentences(asReport(later), asReport(earlier))).toEqual(['文中“2026年上半年”改为“2026年下半年”（2 处）。']);
  });

  it('name the row and column of a table, with what it was and is', () => {
    expect(sentences(changed(9, ({ rows }) => (rows[1]![2] = '已完成')))).toEqual([
      '“二、逐项进展”部分的表中“检修装备”：“状态”由“逾期”改为“已完成”。',
    ]);
    expect(sentences(changed(10, ({ cells }) => (cells[0]![1]!.runs[0]!.text = '80')))).toEqual([
      '“二、逐项进展”部分的表中“棉被”：“数量”由“120”改为“80”。',
    ]);
  });

  it('know a row again whatever it is called now, and say of the others only that they are numbered anew', () => {
    const later = changed(9, (table) => {
      table.rows = [
        ['1', '新任务', '推进中', '0'],
        ['2', '修订总体预案', '推进中', '40'],
        ['3', '检修装备', '逾期', '60'],
      ];
      table.rowMarks.unshift(mark('key_task_rows', 'c', '新任务'));
      table.rowMarks[1]!.label = '修订总体预案';
    });
    expect(sentences(later)).toEqual([
      '“二、逐项进展”部分的表增加“新任务”：“状态”推进中，“进度%”0。',
      '“二、逐项进展”部分的表中“修订总体预案”：“重点任务”由“修订预案”改为“修订总体预案”。',
      '“二、逐项进展”部分的表序号随之顺延。',
    ]);
  });

  it('say that rows stand in another order', () => {
    const later = changed(9, (table) => {
      table.rows.reverse().forEach((row, at) => (row[0] = String(at + 1)));
      table.rowMarks.reverse();
    });
    expect(sentences(later)).toEqual(['“二、逐项进展”部分的表前后次序有变。', '“二、逐项进展”部分的表序号随之顺延。']);
  });

  it('tell of a list in running text by its rows', () => {
    const later = structuredClone(report);
    later.splice(5, 2, listed('b', 1, '检修装备', '全部完成'));
    expect(sentences(later)).toEqual([
      '“一、整改”部分列举的事项少了“修订预案”：“（防火科，时限：6月30日）。已报初稿”。',
      '“一、整改”部分列举的事项中“检修装备”：“完成六成”改为“全部完成”。',
      '“一、整改”部分列举的事项序号随之顺延。',
    ]);
  });

  it('built before rows were marked are told by the words of their rows', () => {
    const bare = (blocks: ContentBlock[]): ContentBlock[] =>
      JSON.parse(JSON.stringify(blocks), (name, value) => (name === 'row' || name === 'rowMarks' ? undefined : value));
    const later = changed(9, ({ rows }) => (rows[1]![2] = '已完成'));
    expect(sentences(later, bare(report))).toEqual([
      '“二、逐项进展”部分的表中“检修装备”：“状态”由“逾期”改为“已完成”。',
    ]);
    expect(sentences(bare(report))).toEqual([]);
  });

  it('of texts name the clause', () => {
    const later = changed(4, ({ runs }) => (runs[2]!.text = '个问题，逐项验收。'));
    expect(sentences(later)).toEqual(['“一、整改”部分“逐项销号”改为“逐项验收”。']);
  });

  it('tell what stands in brackets whole, and no equal quotes in each other', () => {
    const later = changed(5, ({ runs }) => (runs[0]!.text = runs[0]!.text.replace('防火科', '“3·18”专班')));
    expect(sentences(later)).toEqual([
      '“一、整改”部分列举的事项中“修订预案”：“（防火科，时限：6月30日）”改为“（‘3·18’专班，时限：6月30日）”。',
    ]);
  });

  describe('keep a row of a unit by the unit', () => {
    const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
    const ofUnits = (...rows: [key: string, name: string, count: string][]): ContentBlock[] => [
      {
        kind: 'table',
        columns: ['单位', '问题数'].map(column),
        rows: rows.map(([, name, count]) => [name, count]),
        rowMarks: rows.map(([key, name]) => mark('progress_by_unit', key, name)),
      },
    ];
    const before = ofUnits([id(1), '宣传教育科', '7'], [id(2), '减灾科', '3']);

    it('so that one called otherwise now is told by both names and its numbers', () => {
      const after = ofUnits([id(1), '宣教培训科', '6'], [id(2), '减灾科', '3']);
      expect(sentences(after, before)).toEqual([
        '“开头”部分的表中“宣传教育科（现名宣教培训科）”：“问题数”由“7”改为“6”。',
      ]);
    });

    it('and in reports kept by names tell one as gone and one as added, with what they said', () => {
      const older = ofUnits(['宣传教育科', '宣传教育科', '7'], ['减灾科', '减灾科', '3']);
      expect(sentences(ofUnits([id(1), '宣教培训科', '6'], [id(2), '减灾科', '3']), older)).toEqual([
        '“开头”部分的表少了“宣传教育科”：“问题数”7。',
        '“开头”部分的表增加“宣教培训科”：“问题数”6。',
      ]);
    });
  });
});
