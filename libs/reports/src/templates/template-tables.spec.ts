import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { figureTable } from '@xiaohao/domain';
import { documentParagraphs, documentTexts, writeOfficialDocument, type DocumentBlock } from '@xiaohao/documents';
import { templateOfReport } from './learned-template.js';
import { leftPlaces } from './literal-places.js';
import { learnReport, likelyBindings } from './template-learning.js';

const table = (...[headings, ...rows]: string[][]): DocumentBlock => ({
  kind: 'table',
  columns: headings!.map((heading) => ({ heading, width: 1 })),
  rows: rows.map((cells) => cells.map((text) => [{ text }])),
});
const fileOf = (...blocks: DocumentBlock[]) => writeOfficialDocument({ title: '工作报告', blocks }, new Date(0));
const learn = async (...blocks: DocumentBlock[]) => learnReport('报告.docx', await fileOf(...blocks), figureTable);
const placesIn = async (...blocks: DocumentBlock[]) =>
  (await learn(...blocks)).placeholders.map(({ found, unit, proposals }) => [found, unit, proposals[0]!.key]);

it('a number that fills a cell is a place, read by the headings beside and above it', async () => {
  const matters = table(
    ['事项', '总数（个）', '已完成（个）', '逾期（个）', '完成率（%）'],
    ['巡察问题', '60', '18', '4', '30'],
    ['重点任务', '25', '20', '2', '80%'],
  );
  expect(await placesIn(matters)).toEqual([
    ['60', '个', 'inspection_issues'],
    ['18', '个', 'inspection_issues_done'],
    ['4', '个', 'inspection_issues_overdue'],
    ['30', '%', 'inspection_rectification_rate'],
    ['25', '个', 'key_tasks_at_hand'],
    ['20', '个', 'key_tasks_done'],
    ['2', '个', 'key_tasks_overdue'],
    ['80', '%', 'key_tasks_rate'],
  ]);
});

it('columns named for themselves, and a rate that belongs to the column before it', async () => {
  const matters = table(['单位', '巡察问题（个）', '完成率（%）'], ['办公室', '60', '30%'], ['合计', '75', '32']);
  expect(await placesIn(matters)).toEqual([
    ['60', '个', 'inspection_issues'],
    ['30', '%', 'inspection_rectification_rate'],
    ['75', '个', 'inspection_issues'],
    ['32', '%', 'inspection_rectification_rate'],
  ]);
});

it('the unit is told by the heading of the row, by the line above the table or by nothing at all', async () => {
  const places = await placesIn(
    table(['事项', '总数', '办结'], ['督办事项（件）', '12', '9']),
    table(['事项', '总数', '已整改'], ['一般隐患', '310', '302']),
    { kind: 'paragraph', runs: [{ text: '单位：万元' }] },
    table(['领域', '罚款'], ['非煤矿山', '3.5']),
  );
  expect(places).toEqual([
    ['12', '件', 'supervision_items_at_hand'],
    ['9', '件', 'supervision_items_done'],
    ['310', '', 'hazards_general'],
    ['302', '', 'hazards_general_done'],
    ['3.5', '万元', 'mine_fines'],
  ]);
});

it('the unit is told by a column of measure words', async () => {
  const stock = table(
    ['物资', '单位', '数量'],
    ['帐篷', '顶', '300'],
    ['棉被', '床', '4,000'],
    ['折叠床', '张', '650'],
  );
  expect(await placesIn(stock)).toEqual([
    ['300', '顶', 'stock_tents'],
    ['4,000', '床', 'stock_quilts'],
    ['650', '张', 'stock_beds'],
  ]);
});

it('in a table without named columns the words next to a number tell it', async () => {
  expect(
    await placesIn(table(['巡察问题（个）', '60', '巡察问题完成率（%）', '30'], ['督办事项（件）', '9', '', ''])),
  ).toEqual([
    ['60', '个', 'inspection_issues'],
    ['30', '%', 'inspection_rectification_rate'],
    ['9', '件', 'supervision_items_at_hand'],
  ]);
});

it('a first column that counts its rows, years and days are no places', async () => {
  const { placeholders, numbers } = await learn(
    table(
      ['序号', '事项', '年份', '完成时限', '巡察问题（个）'],
      ['1', '党建', '2025', '6.30', '3'],
      ['2', '安全', '2026', '2026年6月30日', '5'],
    ),
    table(['类', '事项', '巡察问题（个）'], ['1', '党建', '7'], ['2', '安全', '8']),
  );
  expect(placeholders.map(({ found }) => found)).toEqual(['3', '5', '7', '8']);
  expect(numbers.map(({ found, why }) => [found, why])).toEqual([
    ['1', 'ordinal'],
    ['2025', 'date'],
    ['6.30', 'date'],
    ['2', 'ordinal'],
    ['2026', 'date'],
    ['2026', 'date'],
    ['6', 'date'],
    ['30', 'date'],
    ['1', 'ordinal'],
    ['2', 'ordinal'],
  ]);
});

it('stars in cells are read alike, and money keeps the scale of its heading', async () => {
  const fines = table(['领域', '立案（起）', '罚款（万元）'], ['危化品', '*', '*'], ['非煤矿山', '*', '*']);
  expect(await placesIn(fines)).toEqual([
    ['*', '起', 'chem_cases'],
    ['*', '万元', 'chem_fines'],
    ['*', '起', 'mine_cases'],
    ['*', '万元', 'mine_fines'],
  ]);
  const file = await fileOf(fines);
  const bindings = likelyBindings(await learn(fines));
  expect((await documentTexts(await templateOfReport('报告.docx', file, bindings))).slice(-3)).toEqual([
    '非煤矿山',
    '{mine_cases}',
    '{mine_fines|万}',
  ]);
});

it('a sentence in a cell is read as a sentence', async () => {
  expect(await placesIn(table(['事项', '进展'], ['巡察', '反馈问题60个，完成整改18个。']))).toEqual([
    ['60', '个', 'inspection_issues'],
    ['18', '个', 'inspection_issues_done'],
  ]);
});

it('headings over several columns and beside several rows serve each of them', async () => {
  const cell = (text: string, columnSpan = 1, rowSpan = 1) =>
    new TableCell({ children: [new Paragraph(text)], columnSpan, rowSpan });
  const row = (...children: TableCell[]) => new TableRow({ children });
  const rows = [
    row(cell('类别', 1, 2), cell('级别', 1, 2), cell('排查隐患（条）', 2)),
    row(cell('总数'), cell('已整改')),
    row(cell('安全生产', 1, 2), cell('一般隐患'), cell('40'), cell('38')),
    row(cell('重大隐患'), cell('6'), cell('5')),
  ];
  const file = await Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows })] }] }));
  const { placeholders } = await learnReport('报告.docx', file, figureTable);
  expect(placeholders.map(({ found, unit, proposals }) => [found, unit, proposals[0]!.key])).toEqual([
    ['40', '条', 'hazards_general'],
    ['38', '条', 'hazards_general_done'],
    ['6', '条', 'hazards_major'],
    ['5', '条', 'hazards_major_done'],
  ]);
});

it('numbers that stay are told by paragraphs of which a table is one, as the check-up counts them', async () => {
  const matters = table(['事项', '总数'], ['巡察问题', '{inspection_issues}'], ['任务', '第7批']);
  const after: DocumentBlock = { kind: 'paragraph', runs: [{ text: '召开党委会12次。' }] };
  const file = await fileOf(matters, after);
  const { literals } = leftPlaces(await documentParagraphs(file));
  expect(literals.map(({ paragraph, found }) => [paragraph, found])).toEqual([
    [2, '第7批'],
    [3, '12次'],
  ]);
});
