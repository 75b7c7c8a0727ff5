import ExcelJS from 'exceljs';
import type { TicketKind } from '@xiaohao/domain';
import { ledgerLayoutNames, type ImportView, type LedgerLayoutName } from '@xiaohao/ledgers';
import { systemActor } from '@xiaohao/org';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { columns, type LayoutColumn } from '../../libs/ledgers/src/exports/layout-columns.js';
import { ledgerLayouts } from '../../libs/ledgers/src/exports/ledger-layout.js';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';

const today = '2026-07-01';
let api: TestApi;
let stage: ImportStage;

type ColumnName = keyof typeof columns;
type Edit = readonly [text: string | number | Date, ...changes: string[]];
const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** Of every column of the house layouts: the cell edited so → what the import says; `!`: told and left to a person. */
const table: Readonly<Record<ColumnName, Edit>> = {
  seq: ['12（重点）', 'cell.序号!'],
  no: ['XC-2026-9999', 'unknown number'],
  kind: ['举报案件', 'kind!'],
  source: ['别处', 'source!'],
  itemOfIssues: ['另一类', 'item!'],
  issue: ['改写', 'title'],
  keyWork: ['另一项工作', 'item!'],
  title: ['改写', 'title'],
  plainIssue: ['改写', 'title'],
  feedbackIssue: ['改写', 'title'],
  hazardText: ['改写', 'title'],
  hazardState: ['改写', 'title'],
  supervisedMatter: ['改写', 'title'],
  concreteTask: ['改写', 'title'],
  goal: ['月底前清零', 'details.整改目标'],
  taskGoal: ['月底前清零', 'details.target'],
  measures: ['1. 逐项核对\n2. 按周通报', 'measures'],
  rectifyTask: ['1. 逐项核对\n2. 按周通报', 'measures'],
  leader: ['分管乙', 'leader'],
  leadingLeader: ['分管乙', 'leader'],
  section: ['危化科（牵头）、减灾救灾科', 'supportUnits'],
  department: ['危化科（牵头）、减灾救灾科', 'supportUnits'],
  bothUnits: ['危化科（牵头）、减灾救灾科', 'supportUnits'],
  responsibleUnit: ['减灾救灾科', 'leadUnit!'],
  actingUnit: ['减灾救灾科', 'leadUnit!'],
  leadUnit: ['减灾救灾科', 'leadUnit!'],
  supportUnit: ['减灾救灾科', 'supportUnits'],
  assistingUnit: ['减灾救灾科', 'supportUnits'],
  sharedUnit: ['减灾救灾科', 'supportUnits'],
  persons: ['承办乙', 'persons', 'handler!'],
  rectifier: ['承办乙', 'persons', 'handler!'],
  deadline: [day('2026-11-30'), 'deadline!'],
  hazardDeadline: ['2026年12月31日前\n（原定 2026年9月30日）', 'deadline!'],
  finishBy: [day('2026-11-30'), 'deadline!'],
  handleBy: ['2026年12月31日前\n（原定 2026年9月30日）', 'deadline!'],
  planned: [day('2026-11-30'), 'deadline!'],
  rectifyKind: ['长期坚持', 'rectifyKind!'],
  progress: ['整改中 80%\n按计划推进', 'progressPercent'],
  advance: ['整改中 80%\n又有进展', 'progress', 'progressPercent'],
  outcome: ['整改中 40%\n又有进展', 'progress'],
  reported: ['又有进展', 'progress'],
  taskProgress: ['又有进展', 'progress'],
  percent: [0.8, 'progressPercent'],
  state: ['挂起', 'cell.状态!'],
  hazardStatus: ['已销号', 'status!'],
  settled: ['正在推进', 'cell.办结情况!'],
  struckOff: ['是', 'status!'],
  struckOffOn: [day('2026-06-20'), 'cell.销号时间!'],
  reviewedOn: [day('2026-06-20'), 'cell.复查日期!'],
  reviewer: ['张三', 'details.复查人'],
  opinion: ['同意', 'details.审核意见'],
  evidence: ['照片两张', 'details.佐证材料'],
  checkedOn: [day('2026-01-16'), 'raisedOn!'],
  foundOn: ['上个月', 'cell.发现日期!'],
  assignedOn: [day('2026-01-21'), 'assignedOn!'],
  site: ['另一化工有限公司', 'site'],
  part: ['二号罐区', 'details.隐患部位'],
  address: ['沿江路1号', 'details.隐患地址'],
  level: ['说不清', 'cell.隐患等级!'],
  theirNo: ['YH-9', 'theirNo'],
  fundsYuan: [5000, 'outcome.rectify_funds'],
  fundsTenThousand: ['若干', 'cell.治理经费(万元)!'],
  assuredDuty: ['否', 'details.assuredDuty'],
  assuredMeasure: ['差不多', 'details.assuredMeasure!'],
  assuredFunds: ['否', 'details.assuredFunds'],
  assuredTime: ['否', 'details.assuredTime'],
  assuredPlan: ['否', 'details.assuredPlan'],
  listedLevel: ['市级', 'details.listedLevel'],
  listedUnit: ['区安委会', 'details.listedUnit'],
  listedOn: [day('2026-02-02'), 'details.listedOn'],
  light: ['■ 逾期 3 天', 'cell.亮灯!'],
  remark: ['补记一笔', 'remark'],
  kindFacts: ['别的信息', 'kindFacts!'],
};

const kinds: Readonly<Record<LedgerLayoutName, readonly [TicketKind, string]>> = {
  inspection: ['inspection_issue', 'inspection'],
  inspection_six: ['inspection_issue', 'inspection'],
  inspection_strike_off: ['inspection_issue', 'inspection'],
  hazard: ['hazard', 'safety'],
  hazard_major: ['hazard', 'safety'],
  supervision: ['supervision_item', 'supervision'],
  task: ['key_task', 'supervision'],
  general: ['key_task', 'supervision'],
};

const namesOf = (layout: LedgerLayoutName): ColumnName[] => {
  const all = Object.entries(columns) as [ColumnName, LayoutColumn][];
  return ledgerLayouts[layout].map((column) => all.find(([, one]) => one === column)![0]);
};

/** A ticket for each column of the layout: its cell in that column is edited, no other. */
function draftsOf(layout: LedgerLayoutName): NewTicket[] {
  const { units, people, itemIds, sourceId } = api.bureau;
  const [kind] = kinds[layout];
  const listed = { listed: true, listedLevel: 'county', listedUnit: '某区政府', listedOn: '2026-02-01' };
  const assured = { assuredDuty: true, assuredMeasure: true, assuredFunds: true, assuredTime: true, assuredPlan: true };
  return namesOf(layout).map((column) => ({
    kind,
    title: `${layout} ${column}`,
    status: 'in_progress',
    industry: layout,
    sourceId,
    // A merged cell of one row.
    itemId: itemIds[column === 'itemOfIssues' || column === 'keyWork' ? 1 : 0],
    leadUnitId: units.chemicals,
    supportUnitIds: [units.town],
    leaderId: people['deputy'],
    handlerId: people['handler'],
    deadline: { kind: 'date', dueOn: '2026-12-31', originalDueOn: '2026-10-31', ongoing: false },
    raisedOn: '2026-01-15',
    assignedOn: '2026-01-20',
    progress: { text: '按计划推进', on: '2026-06-15', percent: 40 },
    progressPercent: 40,
    measures: [{ text: '逐项核对' }, { text: '按月通报' }],
    details: {
      remark: '原备注',
      [kind === 'key_task' ? 'target' : '整改目标']: '全部清零',
      隐患部位: '一号罐区',
      ...(layout === 'hazard_major' && { ...assured, ...listed }),
    },
    ...(kind === 'hazard' && {
      level: layout === 'hazard_major' ? 'major' : 'general',
      site: '某某化工有限公司',
      theirNo: `YH-${column}`,
    }),
  }));
}

beforeAll(async () => {
  api = await bootApi(today);
  stage = await openImportStage(api, today);
  const drafts = ledgerLayoutNames.flatMap(draftsOf);
  await api.owner.transaction((tx) => createTickets(tx, systemActor, drafts, { today, at: new Date() }));
}, 120_000);
afterAll(async () => {
  await stage.close();
  await api.stop();
});

async function download(layout: LedgerLayoutName): Promise<ExcelJS.Workbook> {
  const [kind, who] = kinds[layout];
  const response = await api.as(who).raw(`/api/exports/ledger.xlsx?kind=${kind}&industry=${layout}&layout=${layout}`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await response.arrayBuffer()) as ExcelJS.Buffer);
  return workbook;
}

async function preview(layout: LedgerLayoutName, workbook: ExcelJS.Workbook): Promise<ImportView> {
  const [kind, who] = kinds[layout];
  return (await stage.preview(api.as(who), Buffer.from(await workbook.xlsx.writeBuffer()), { kind })).body;
}

/** Rows of the sheet by the title in them. */
function rowsByTitle(sheet: ExcelJS.Worksheet, layout: LedgerLayoutName): Map<string, number> {
  const rows = new Map<string, number>();
  sheet.eachRow((row, at) =>
    row.eachCell(({ text }) => {
      if (text.startsWith(`${layout} `)) rows.set(text, at);
    }),
  );
  return rows;
}

describe.each(ledgerLayoutNames)('the layout %s', (layout) => {
  it('says of each cell that was edited what becomes of it, and of no other', async () => {
    const workbook = await download(layout);
    const [sheet] = workbook.worksheets;
    const rows = rowsByTitle(sheet!, layout);
    const names = namesOf(layout);
    const expected = new Map<number, readonly string[]>();
    names.forEach((name, at) => {
      const row = rows.get(`${layout} ${name}`)!;
      const [text, ...says] = table[name];
      const cell = sheet!.getCell(row, at + 1);
      cell.value = text;
      // Of its own: cells share the style they were written with.
      if (text instanceof Date) cell.style = { ...cell.style, numFmt: 'yyyy"年"m"月"d"日"' };
      expected.set(row, says);
    });
    const { tickets } = await preview(layout, workbook);
    const said = tickets.map(({ row, changes, issues }) => {
      const told = changes.map(({ field, held }) => `${field}${held === null ? '' : '!'}`);
      return [row, issues.some(({ code }) => code === 'numberUnknown') ? ['unknown number'] : told.sort()];
    });
    const columnOf = new Map(names.map((name) => [rows.get(`${layout} ${name}`)!, name]));
    const named = (list: unknown[][]) =>
      Object.fromEntries(list.map(([row, says]) => [columnOf.get(row as number), says]));
    expect(named(said)).toEqual(named([...expected].map(([row, says]) => [row, [...says].sort()])));
    const unsaid = tickets.flatMap(({ changes }) => changes.filter(({ held }) => held === ''));
    expect(unsaid).toEqual([]);
  });

  it('takes none of what it wrote itself for content', async () => {
    const { tickets, counts } = await preview(layout, await download(layout));
    expect(tickets.flatMap(({ changes }) => changes)).toEqual([]);
    expect(counts).toMatchObject({ tickets: tickets.length, unchanged: tickets.length });
  });
});

it('another status before a progress that is taken is told all the same', async () => {
  const workbook = await download('inspection');
  const [sheet] = workbook.worksheets;
  const row = rowsByTitle(sheet!, 'inspection').get('inspection remark')!;
  sheet!.getCell(row, namesOf('inspection').indexOf('progress') + 1).value = '挂起 60%\n等待批复';
  const { tickets } = await preview('inspection', workbook);
  const changes = tickets
    .find((ticket) => ticket.row === row)!
    .changes.map(({ field, to, held }) => [field, to, !!held]);
  expect(changes).toEqual([
    ['progress', '等待批复', false],
    ['progressPercent', '60%', false],
    ['cell.完成情况', expect.stringContaining('挂起'), true],
  ]);
});
