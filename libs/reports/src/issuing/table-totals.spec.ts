import type { ContentTable } from '../building/content-parts.js';
import { wrongTotals } from './table-totals.js';

/** Lines of cells; `head` of them name the columns, `甲*2` is two columns wide. */
function table(lines: readonly string[], head = 1): ContentTable {
  const cells = lines.map((line) =>
    line.split('|').map((cell) => {
      const [text = '', span = '1'] = cell.trim().split('*');
      return { runs: [{ text, ...(/^\d/.test(text) ? { key: `n${text}` } : {}) }], span: Number(span) };
    }),
  );
  return { kind: 'table', columns: [], rows: [], head: cells.slice(0, head), cells: cells.slice(head) };
}

const told = (lines: readonly string[], head?: number) =>
  wrongTotals(table(lines, head)).map(({ heading, beside, printed, sum }) => `${heading} ${beside} ${printed}≠${sum}`);

describe('a total of a printed table', () => {
  it('is told where its row prints another number than the rows add up to, with the figure it prints', () => {
    expect(wrongTotals(table(['行业|立案（起）', '危化|4', '矿山|5', '合计|19']))).toEqual([
      { heading: '合计', beside: '立案(起)', printed: '19', sum: '9', figureKey: 'n19' },
    ]);
  });

  it.each([
    [['行业|立案', '危化|4起', '矿山|5起', '合 计|19起'], '合计 立案 19起≠9'],
    [['序号|行业|立案', '1|危化|4', '2|矿山|5', '总计*2|19'], '总计 立案 19≠9'],
    [['行业|罚款', '合计|1,900.5', '危化|400.1', '矿山|500.2'], '合计 罚款 1,900.5≠900.3'],
    [['行业|立案', '危化|4', '小计|5', '矿山|6', '小计|6', '合计|10'], '小计 立案 5≠4'],
    [['行业|立案', '一、工矿*2', '危化|4', '矿山|5', '全区合计：|19'], '全区合计: 立案 19≠9'],
    [['行业|立案|责任人', '危化|4|张某', '矿山|5|李某', '合计|19|'], '合计 立案 19≠9'],
    [['科室|一般|重大|合计', '减灾科|4|5|19'], '合计 减灾科 19≠9'],
    [['科室|合计（处）|一般（处）|重大（处）|整改率', '危化科|19|4|5|90%'], '合计(处) 危化科 19≠9'],
  ])('is told in %j', (lines, expected) => {
    expect(told(lines)).toEqual([expected]);
  });

  it('under a merged heading is that of its own columns', () => {
    const head = ['科室|本月*3|累计*3', '|一般|重大|小计|一般|重大|小计'];
    expect(told([...head, '危化科|1|2|3|4|5|19'], 2)).toEqual(['小计 危化科 19≠9']);
    expect(told([...head, '危化科|1|2|3|4|5|9'], 2)).toEqual([]);
  });

  it.each([
    [['行业|立案', '危化|4', '矿山|5', '合计|9']],
    [['行业|立案', '合计|9', '危化|4', '矿山|5']],
    [['行业|立案', '危化|4', '小计|4', '矿山|5', '小计|5', '合计|9']],
    [['行业|立案', '合计|9', '小计|4', '危化|4', '小计|5', '矿山|5']],
    [['行业|罚款', '危化|0.1', '矿山|0.2', '合计|0.3']],
    [['科室|合计|一般|重大|已整改', '危化科|9|4|5|7']],
  ])('is not told where it adds up: %j', (lines) => {
    expect(told(lines)).toEqual([]);
  });

  it.each([
    [['行业|整改率', '危化|40', '矿山|50', '合计|45']],
    [['行业|整改率（%）', '危化|40', '矿山|50', '合计|45']],
    [['行业|罚款', '危化|4万元', '矿山|5000元', '合计|19万元']],
    [['行业|立案', '危化|4', '矿山|____', '合计|19']],
    [['行业|立案', '危化|4', '矿山|', '合计|19']],
    [['行业|立案', '危化|4余', '矿山|约5', '合计|19']],
    [['行业|立案', '检查|12', '其中：危化|4', '合计|19']],
    [['项目|数', '检查（次）|12', '隐患（处）|4', '合计|19']],
    [['行业|立案', '危化|4', '矿山|5', '全区|19']],
    [['合计|立案|罚款', '危化|4|5']],
    [['行业|立案', '合计|19']],
  ])('is not told where the cells are no plain numbers of one measure, or none is headed so: %j', (lines) => {
    expect(told(lines)).toEqual([]);
  });

  it('of a list is that of its columns and rows too', () => {
    const columns = ['行业', '立案'].map((heading) => ({ heading, width: 1, align: 'left' as const }));
    const rows = [
      ['危化', '4'],
      ['合计', '19'],
    ];
    expect(wrongTotals({ kind: 'table', columns, rows })).toMatchObject([{ printed: '19', sum: '4' }]);
  });
});
