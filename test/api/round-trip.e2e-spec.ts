import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import type { TicketKind } from '@xiaohao/domain';
import { ledgerLayoutNames, type ImportView, type LedgerLayoutName } from '@xiaohao/ledgers';
import { systemActor } from '@xiaohao/org';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';

const today = '2026-07-01';
const run = promisify(execFile);
let api: TestApi;
let stage: ImportStage;
let folder: string;

/** Of which kind, whose, and which ten cells a person changes: row by the title's first words. */
interface Trip {
  kind: TicketKind;
  who: string;
  edits: readonly [title: string, heading: string, text: string | number | Date, change: string][];
}

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** `!` behind a change: it is told and left to a person. */
const trips: Readonly<Record<LedgerLayoutName, Trip>> = {
  inspection: {
    kind: 'inspection_issue',
    who: 'inspection',
    edits: [
      ['整改中', '具体问题', '整改中，改写过', 'title'],
      ['整改中', '整改措施', '1. 逐项核对\n2. 按周通报', 'measures'],
      ['立行立改', '责任领导', '分管乙', 'leader'],
      ['两家配合', '责任科室', '危化科（牵头）、云栖镇', 'supportUnits'],
      ['长期坚持', '责任人', '承办乙', 'persons'],
      ['草稿', '整改时限', day('2026-11-30'), 'deadline'],
      ['未签收', '整改时限', day('2026-11-30'), 'deadline!'],
      ['坚持做', '完成情况', '整改中\n又有进展', 'progress'],
      ['待验收', '备注', '补记一笔', 'remark'],
      ['坚持做', '类别', '另一类', 'item!'],
    ],
  },
  inspection_six: {
    kind: 'inspection_issue',
    who: 'inspection',
    edits: [
      ['整改中', '问题', '整改中，改写过', 'title'],
      ['整改中', '整改目标', '月底前清零', 'details.整改目标'],
      ['立行立改', '整改措施', '另立一条', 'measures'],
      ['立行立改', '牵头领导', '分管乙', 'leader'],
      ['两家配合', '责任部门', '危化科（牵头）、云栖镇', 'supportUnits'],
      ['长期坚持', '责任人', '承办乙', 'persons'],
      ['草稿', '整改时限', day('2026-11-30'), 'deadline'],
      ['未签收', '整改类型', '长期坚持', 'rectifyKind!'],
      ['坚持做', '整改结果', '整改中\n又有进展', 'progress'],
      ['待验收', '佐证材料', '照片两张', 'details.佐证材料'],
    ],
  },
  inspection_strike_off: {
    kind: 'inspection_issue',
    who: 'inspection',
    edits: [
      ['整改中', '巡察反馈问题', '整改中，改写过', 'title'],
      ['立行立改', '整改任务', '另立一条', 'measures'],
      ['未签收', '责任单位', '减灾救灾科', 'leadUnit!'],
      ['草稿', '责任单位', '减灾救灾科', 'leadUnit'],
      ['两家配合', '配合单位', '云栖镇', 'supportUnits'],
      ['草稿', '完成时限', day('2026-11-30'), 'deadline'],
      ['坚持做', '进展情况', '整改中\n又有进展', 'progress'],
      ['待验收', '是否销号', '是', 'status!'],
      ['待验收', '审核意见', '同意', 'details.审核意见'],
      ['已销号', '销号时间', day('2026-06-11'), 'closedOn!'],
    ],
  },
  hazard: {
    kind: 'hazard',
    who: 'safety',
    edits: [
      ['整改中', '检查日期', day('2026-01-16'), 'raisedOn!'],
      ['整改中', '单位名称', '另一化工有限公司', 'site'],
      ['整改中', '隐患部位', '二号罐区', 'details.隐患部位'],
      ['立行立改', '隐患描述', '立行立改，改写过', 'title'],
      ['长期坚持', '隐患等级', '重大', 'level'],
      ['两家配合', '责任单位', '危化科（牵头）、云栖镇', 'supportUnits'],
      ['立行立改', '整改责任人', '承办乙', 'persons'],
      ['未签收', '整改资金（元）', 2000, 'outcome.rectify_funds'],
      ['待验收', '复查人', '张三', 'details.复查人'],
      ['草稿', '整改期限', day('2026-11-30'), 'deadline'],
    ],
  },
  hazard_major: {
    kind: 'hazard',
    who: 'safety',
    edits: [
      ['整改中', '隐患编号', 'YH-9', 'theirNo'],
      ['整改中', '隐患地址', '沿江路1号', 'details.隐患地址'],
      ['立行立改', '隐患基本情况', '立行立改，改写过', 'title'],
      ['未签收', '来源', '别处', 'source!'],
      ['挂牌', '责任', '否', 'details.assuredDuty'],
      ['挂牌', '督办单位', '区安委会', 'details.listedUnit'],
      ['挂牌', '督办日期', day('2026-02-02'), 'details.listedOn'],
      ['挂牌', '挂牌级别', '市级', 'details.listedLevel'],
      ['未签收', '治理经费（万元）', 1.5, 'outcome.rectify_funds'],
      ['草稿', '计划完成时间', day('2026-11-30'), 'deadline'],
    ],
  },
  supervision: {
    kind: 'supervision_item',
    who: 'supervision',
    edits: [
      ['整改中', '督办事项', '整改中，改写过', 'title'],
      ['整改中', '来源', '别处', 'source!'],
      ['未签收', '交办日期', day('2026-06-27'), 'assignedOn!'],
      ['未签收', '承办单位', '减灾救灾科', 'leadUnit!'],
      ['两家配合', '协办单位', '云栖镇', 'supportUnits'],
      ['立行立改', '责任领导', '分管乙', 'leader'],
      ['草稿', '办理时限', day('2026-11-30'), 'deadline'],
      ['坚持做', '进展情况', '又有进展', 'progress'],
      ['待验收', '办结情况', '已销号', 'status!'],
      ['长期坚持', '督办事项', '长期坚持，改写过', 'title'],
    ],
  },
  task: {
    kind: 'key_task',
    who: 'supervision',
    edits: [
      ['整改中', '具体任务', '整改中，改写过', 'title'],
      ['整改中', '目标', '全年三次', 'details.target'],
      ['立行立改', '牵头领导', '分管乙', 'leader'],
      ['草稿', '牵头单位', '减灾救灾科', 'leadUnit'],
      ['两家配合', '责任（配合）单位', '云栖镇', 'supportUnits'],
      ['草稿', '完成时限', day('2026-11-30'), 'deadline'],
      ['坚持做', '进展', '又有进展', 'progress'],
      ['坚持做', '进度%', 0.6, 'progressPercent'],
      ['待验收', '状态', '已销号', 'status!'],
      ['立行立改', '具体任务', '立行立改，改写过', 'title'],
    ],
  },
  general: {
    kind: 'key_task',
    who: 'supervision',
    edits: [
      ['整改中', '业务类型', '督办事项', 'kind!'],
      ['整改中', '来源', '别处', 'source!'],
      ['整改中', '事项', '整改中，改写过', 'title'],
      ['立行立改', '整改措施', '另立一条', 'measures'],
      ['立行立改', '责任领导', '分管乙', 'leader'],
      ['两家配合', '责任科室', '危化科（牵头）、云栖镇', 'supportUnits'],
      ['长期坚持', '责任人', '承办乙', 'persons'],
      ['草稿', '整改时限', day('2026-11-30'), 'deadline'],
      ['待验收', '备注', '补记一笔', 'remark'],
      ['未签收', '专有信息', '别的信息', 'kindFacts!'],
    ],
  },
};

/** Tickets of one layout, apart from the others by their campaign's industry. */
function draftsOf(layout: LedgerLayoutName, { kind }: Trip): NewTicket[] {
  const { units, people, itemIds, sourceId } = api.bureau;
  const issue = kind === 'inspection_issue';
  const base: NewTicket = {
    kind,
    title: layout,
    status: 'in_progress',
    industry: layout,
    sourceId: issue ? sourceId : null,
    itemId: issue ? itemIds[0] : null,
    leadUnitId: units.chemicals,
    deadline: { kind: 'date', dueOn: '2026-12-31', ongoing: false },
    raisedOn: '2026-01-15',
    assignedOn: '2026-01-20',
    ...(kind === 'hazard' && { level: 'general', site: '某某化工有限公司' }),
  };
  const one = (title: string, changes: Partial<NewTicket>): NewTicket => ({ ...base, title, ...changes });
  const assured = { assuredDuty: true, assuredMeasure: true, assuredFunds: true, assuredTime: true, assuredPlan: true };
  const listed = { listed: true, listedLevel: 'county', listedUnit: '某区政府', listedOn: '2026-02-01' };
  return [
    one('整改中', {
      supportUnitIds: [units.relief],
      leaderId: people['deputy'],
      handlerId: people['handler'],
      deadline: { kind: 'date', dueOn: '2026-06-20', originalDueOn: '2026-05-31', ongoing: true },
      progress: { text: '已补录 12 条，\n其余按计划推进', on: '2026-06-15', percent: 40 },
      progressPercent: 40,
      measures: [{ text: '逐项核对' }, { text: '按月通报' }],
      outcomes: [{ type: 'rectify_funds', amount: 12_500, on: '2026-06-15' }],
      details: {
        remark: '=1+1',
        隐患部位: '一号罐区',
        整改目标: '全部清零',
        target: kind === 'key_task' ? '全年两次' : undefined,
      },
    }),
    one('坚持做', {
      itemId: issue ? itemIds[1] : null,
      progress: { text: '按季开展', on: '2026-06-15', percent: 25 },
      progressPercent: 25,
    }),
    one('立行立改', { deadline: { kind: 'immediate', dueOn: '2026-07-20', ongoing: false } }),
    one('长期坚持', { status: 'ongoing', deadline: { kind: 'ongoing', dueOn: null, ongoing: false } }),
    one('两家配合', { supportUnitIds: [units.relief, units.town], details: { fundsYuan: 3000 } }),
    one('草稿', { status: 'draft', assignedOn: null, deadline: { kind: 'unresolved', dueOn: null, ongoing: false } }),
    one('待验收', {
      status: 'pending_acceptance',
      submittedOn: '2026-06-01',
      progress: { text: '全部做完', on: '2026-06-01', percent: 100 },
      progressPercent: 100,
      measures: [{ text: '一条措施' }],
    }),
    one('已销号', {
      status: 'closed',
      closedOn: '2026-06-10',
      progress: { text: '已整改到位', on: '2026-06-01', percent: 100 },
      progressPercent: 100,
    }),
    one('未签收', { status: 'assigned', assignedOn: '2026-06-28' }),
    // What of a new row would be doubtful: nearly the same words, only supporting units, no day, an unusual status.
    one('坚持做。', { leadUnitId: null, supportUnitIds: [units.relief, units.town], status: 'draft' }),
    one('挂起', {
      status: 'suspended',
      deadline: { kind: 'unresolved', raw: '时限待定', dueOn: null, ongoing: false },
    }),
    ...(kind === 'hazard'
      ? [one('挂牌', { level: 'major', theirNo: 'YH-1', details: { ...assured, ...listed } })]
      : []),
  ];
}

beforeAll(async () => {
  api = await bootApi(today);
  stage = await openImportStage(api, today);
  folder = await mkdtemp(join(tmpdir(), 'xiaohao-trip-'));
  const drafts = ledgerLayoutNames.flatMap((layout) => draftsOf(layout, trips[layout]));
  await api.owner.transaction((tx) => createTickets(tx, systemActor, drafts, { today, at: new Date() }));
  for (const layout of ledgerLayoutNames) {
    const { kind, who } = trips[layout];
    const query = `kind=${kind}&industry=${layout}&layout=${layout}&status=${everyStatus}`;
    const response = await api.as(who).raw(`/api/exports/ledger.xlsx?${query}`);
    const file = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200) throw new Error(`${response.status} ${file.toString()}`);
    await writeFile(join(folder, `${layout}-same.xlsx`), file);
    await writeFile(join(folder, `${layout}-changed.xlsx`), await changed(file, trips[layout]));
  }
  await resave();
}, 240_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await stage.close();
  await api.stop();
});

const everyStatus = 'draft,suspended,assigned,in_progress,pending_acceptance,closed,ongoing';

/** What a person does in a spreadsheet program. */
async function changed(file: Buffer, { edits }: Trip): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0]!;
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  sheet.eachRow((row, at) =>
    row.eachCell((cell, column) => {
      if (at < 5 && !columns.has(cell.text)) columns.set(cell.text, column);
      if (at >= 4 && !rows.has(cell.text)) rows.set(cell.text, at);
    }),
  );
  for (const [title, heading, text] of edits) {
    const place = [rows.get(title), columns.get(heading)] as const;
    if (!place[0] || !place[1]) throw new Error(`${title} ${heading}: ${place.join()}`);
    const cell = sheet.getCell(place[0], place[1]);
    cell.value = text;
    // Of its own: cells share the style they were written with.
    if (text instanceof Date) cell.style = { ...cell.style, numFmt: 'yyyy"年"m"月"d"日"' };
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function resave(): Promise<void> {
  const files = ledgerLayoutNames.flatMap((layout) => [`${layout}-same.xlsx`, `${layout}-changed.xlsx`]);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const paths = files.map((file) => join(folder, file));
  await run('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'saved'), ...paths]);
}

async function preview(layout: LedgerLayoutName, name: 'same' | 'changed'): Promise<ImportView> {
  const { who, kind } = trips[layout];
  const file = await readFile(join(folder, 'saved', `${layout}-${name}.xlsx`));
  return (await stage.preview(api.as(who), file, { kind })).body as ImportView;
}

const changesOf = ({ tickets }: ImportView) =>
  tickets.flatMap(({ title, changes }) =>
    changes.map(({ field, held }) => `${title.split('，')[0]} ${field}${held === null ? '' : '!'}`),
  );

describe.each(ledgerLayoutNames)('the layout %s, saved again by a spreadsheet program', (layout) => {
  const { who, edits } = trips[layout];

  it('says of every row that nothing changed, and nothing else of any cell, row or sheet', async () => {
    const { id, tickets, sheets, counts } = await preview(layout, 'same');
    expect(changesOf({ tickets } as ImportView)).toEqual([]);
    const { ignored: _, ...said } = counts;
    expect(said).toEqual({ tickets: tickets.length, unchanged: tickets.length, findings: 0 });
    expect([...sheets.flatMap(({ findings }) => findings), ...tickets.flatMap(({ issues }) => issues)]).toEqual([]);
    const digest = `/api/imports/${id}/digest?sheet=${encodeURIComponent(sheets[0]!.name)}`;
    expect((await api.as(who).get(digest)).body).toMatchObject({ needsYou: { count: 0 }, told: { count: 0 } });
  });

  it('shows the ten cells that were changed and no other, writes those a file may change, and has then nothing more to write', async () => {
    const shown = await preview(layout, 'changed');
    const expected = edits.map(([title, , , change]) => `${title} ${change}`);
    expect(expected).toHaveLength(10);
    expect(changesOf(shown).sort()).toEqual(expected.sort());
    const heldOf = ({ changes }: ImportView['tickets'][number]) => changes.some(({ held }) => held !== null);
    const held = shown.tickets.filter(heldOf).map(({ row }) => row);
    const { outline } = (await api.as(who).get(`/api/imports/${shown.id}?rows=outline`)).body;
    expect(outline).toMatchObject([{ held }]);
    const query = `sheet=${encodeURIComponent(shown.sheets[0]!.name)}&decision=held`;
    const asked = (await api.as(who).get(`/api/imports/${shown.id}/rows?${query}`)).body;
    expect(asked.items.map(({ row }: { row: number }) => row)).toEqual(held);
    const { body } = await api.as(who).post(`/api/imports/${shown.id}/commit`);
    expect(body.status).toBe('committing');
    await stage.runJobs();
    expect((await api.as(who).get(`/api/imports/${shown.id}`)).body).toMatchObject({ status: 'committed' });
    const again = await preview(layout, 'changed');
    expect(changesOf(again).sort()).toEqual(expected.filter((change) => change.endsWith('!')).sort());
  });
});
