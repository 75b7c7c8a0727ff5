import type { ContentBlock } from '../building/report-content.js';
import type { CountedCellChange } from './cell-reasons.queries.js';
import { rankInWords } from './cell-words.js';
import { causesOf, type Findings } from './content-causes.js';
import { compareContents } from './content-comparison.js';
import type { ContentDifference } from './content-difference.js';
import { contentSentence } from './content-sentence.js';
import { rankMoves } from './rank-moves.js';
import type { TicketFacts } from './row-causes.js';

describe('causes', () => {
  const changeOf = (column: string, was: string, is: string) => ({ column, was, is });
  const difference: ContentDifference = {
    change: 'changed',
    part: 'table',
    place: '二、进度',
    row: { key: null, label: '危化科' },
    changes: [changeOf('问题数', '3', '2'), changeOf('已完成', '1', '2'), changeOf('正在整改', '2', '0')],
    count: 1,
  };
  const told = (...ofChanges: string[]) =>
    contentSentence(difference, { no: 'XC-1', cause: '', ofChanges, reason: null });

  it('of a row are said once beside its name where all cells share one, else behind the cells of each', () => {
    expect(told('撤销', '撤销', '撤销')).toContain('“危化科”（XC-1，撤销）：“问题数”由“3”改为“2”，“已完成”由');
    expect(told('撤销', '新销号', '撤销')).toBe(
      '“二、进度”部分的表中“危化科”（XC-1）：“问题数”由“3”改为“2”、“正在整改”由“2”改为“0”（撤销）；“已完成”由“1”改为“2”（新销号）。',
    );
    expect(told('撤销', '', '')).toContain(
      '“问题数”由“3”改为“2”（撤销）；“已完成”由“1”改为“2”、“正在整改”由“2”改为“0”。',
    );
  });

  describe('of a rank', () => {
    const ranked = (...rows: [key: string, rank: number, done: number][]) =>
      rows.map(([key, rank, done]) => ({ '#row': key, leadUnit: key, rank, done, count: 4, overdue: 0 }));
    const words = (was: ReturnType<typeof ranked>, is: ReturnType<typeof ranked>) =>
      Object.fromEntries([...rankMoves(was, is)].map(([key, move]) => [key, rankInWords(move)]));

    it('are the units that stand before it now and behind it now, and whether its own numbers moved', () => {
      const moves = words(
        ranked(['甲', 1, 3], ['乙', 2, 2], ['丙', 3, 1]),
        ranked(['丙', 1, 4], ['甲', 2, 3], ['乙', 3, 2]),
      );
      expect(moves).toEqual({
        丙: '“甲”、“乙”排到后面，本行件数有变',
        甲: '“丙”排到前面，本行件数未变',
        乙: '“丙”排到前面，本行件数未变',
      });
    });

    it('are units it is level with now, and those no longer level with it where they went before it', () => {
      const apart = ranked(['甲', 1, 3], ['乙', 2, 2], ['丙', 3, 1]);
      const level = ranked(['甲', 1, 3], ['乙', 1, 3], ['丙', 3, 1]);
      expect(words(apart, level)).toEqual({ 乙: '与“甲”并列，本行件数有变' });
      expect(words(level, apart)).toEqual({ 乙: '“甲”排到前面，本行件数有变' });
    });

    it('are that nobody was ranked, or is', () => {
      const none = [{ '#row': '甲', leadUnit: '甲', rank: '—', done: 0, count: 4, overdue: 0 }] as never;
      expect(words(none, ranked(['甲', 1, 3]))).toEqual({ 甲: '各单位已有到期事项和办结事项，开始排名' });
      expect(words(ranked(['甲', 1, 3]), none)).toEqual({ 甲: '各单位都没有办结或都没有到期事项，不排名' });
      expect(words(none, none)).toEqual({});
    });

    it('are that this unit was not ranked among others that were, or is not', () => {
      const unranked = { '#row': '乙', leadUnit: '乙', rank: '—', done: 0, count: 1, overdue: 0 } as never;
      const some = [...ranked(['甲', 1, 3]), unranked];
      const all = ranked(['甲', 1, 3], ['乙', 2, 1]);
      expect(words(some, all)).toEqual({ 乙: '本单位有了办结或到期的事项，列入排名' });
      expect(words(all, some)).toEqual({ 乙: '本单位没有办结、也没有到期的事项，不列入排名' });
    });

    it('are units that are ranked no longer, and those that are now', () => {
      const all = ranked(['甲', 1, 3], ['乙', 2, 2], ['丙', 3, 1]);
      const merged = ranked(['乙', 1, 2], ['丙', 2, 1]);
      expect(words(all, merged)).toEqual({
        乙: '“甲”不再列入，本行件数未变',
        丙: '“甲”不再列入，本行件数未变',
      });
      expect(words(merged, all)).toEqual({
        乙: '“甲”新列入，排在前面，本行件数未变',
        丙: '“甲”新列入，排在前面，本行件数未变',
      });
    });
  });

  describe('of a row called otherwise now', () => {
    const unit = '00000000-0000-4000-8000-000000000001';
    const found = (more: Partial<Findings>): Findings => ({
      reports: [] as never,
      figures: new Map(),
      tickets: new Map(),
      cells: new Map(),
      ranks: new Map(),
      parts: new Map(),
      movedDays: new Map(),
      ...more,
    });
    const sentenceOf = (blocks: [ContentBlock[], ContentBlock[]], more: Partial<Findings>) => {
      const [one] = compareContents(blocks[0], blocks[1], new Set());
      return contentSentence(one!, causesOf(one!, 0, found(more)));
    };
    const table = (list: string, fields: [string, string], name: string, other: string): ContentBlock[] => [
      {
        kind: 'table',
        columns: [fields[0] === 'title' ? '重点任务' : '单位', '其他'].map((heading) => ({
          heading,
          width: 1,
          align: 'left' as const,
        })),
        fields: { [list]: fields.map((field) => [field]) },
        rows: [[name, other]],
        rowMarks: [{ key: `${list}:${unit}`, label: name }],
      },
    ];
    const text = (name: string, count: number): ContentBlock[] => [
      {
        kind: 'paragraph',
        runs: [{ text: `${name}${count}件；`, row: { key: `overdue_by_unit:${unit}`, label: name } }],
      },
    ];
    const closed: CountedCellChange = {
      was: 7,
      is: 6,
      reasons: [
        {
          reason: 'cancelled',
          effect: 'less',
          count: 1,
          amount: -1,
          hiddenCount: 0,
          tickets: [{ no: 'XC-1' } as never],
        },
      ],
    };
    const cells = new Map([[0, new Map([['count', closed]])]]);

    it('name the renaming of a unit beside those of its other cells', () => {
      const of = (name: string, count: string) => table('progress_by_unit', ['leadUnit', 'count'], name, count);
      expect(sentenceOf([of('宣教科', '7'), of('宣传科', '6')], { cells })).toBe(
        '“开头”部分的表中“宣教科（现名宣传科）”（单位更名，撤销 1 件：XC-1）：“其他”由“7”改为“6”。',
      );
    });

    it('name the renaming of a ticket, or that it became confidential, beside those of its other cells', () => {
      const of = (name: string, day: string) => table('key_task_rows', ['title', 'dueOn'], name, day);
      const facts = {
        no: 'ZD-1',
        reasons: {},
        titles: ['修订预案', '修订总体预案'],
        days: ['2026-08-31', '2026-09-30'],
        confidential: [false, false],
      } as unknown as TicketFacts;
      const both: [ContentBlock[], ContentBlock[]] = [of('修订预案', '2026.8.31'), of('修订总体预案', '2026.9.30')];
      const said = (more: Partial<TicketFacts>) => sentenceOf(both, { tickets: new Map([[0, { ...facts, ...more }]]) });
      expect(said({})).toBe(
        '“开头”部分的表中“修订预案（现名修订总体预案）”（ZD-1，名称修改，时限变更）：“其他”由“2026.8.31”改为“2026.9.30”。',
      );
      expect(said({ confidential: [false, true] })).toContain('（ZD-1，保密状态变动，时限变更）');
    });

    it('name the renaming of a unit in running text too', () => {
      expect(sentenceOf([text('宣教科', 7), text('宣传科', 6)], { cells })).toBe(
        '“开头”部分列举的事项中“宣教科（现名宣传科）”（单位更名；撤销 1 件：XC-1）：“宣教科7件”改为“宣传科6件”。',
      );
    });
  });
});
