import type { NewTicket } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { closedOn } from '../support/report-stage.js';
import { openReportWorker, type ReportWorker } from '../support/report-worker.js';

const today = '2026-07-10';
let api: TestApi;
let worker: ReportWorker;

beforeAll(async () => {
  api = await bootApi(today);
  worker = await openReportWorker(api, today);
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

const build: ReportWorker['build'] = (request) => worker.build(request);
const change: ReportWorker['change'] = (...statement) => worker.change(...statement);
const add: ReportWorker['addIssues'] = (...issues) => worker.addIssues(...issues);

/** Issues of a round of their own, so that no test counts another's. */
let rounds = 0;
async function addIssues(...drafts: Partial<NewTicket>[]) {
  rounds += 1;
  const source = `第${rounds}轮巡察`;
  const sourceId = await worker.addRound(source);
  return { source, sourceId, tickets: await add(sourceId, ...drafts) };
}

async function compare(one: string, other: string, username = 'chief') {
  const { status, body } = await api.as(username).get(`/api/reports/${one}/compare/${other}`);
  expect(status).toBe(200);
  return body;
}

type Compared = { key: string; differs: boolean; sentence: string | null; changes: any[] };
const figure = (comparison: { figures: Compared[] }, key: string) =>
  comparison.figures.find((found) => found.key === key)!;
const sentences = (comparison: { figures: Compared[] }) =>
  Object.fromEntries(comparison.figures.filter(({ differs }) => differs).map(({ key, sentence }) => [key, sentence]));

const close = (id: string, day: string) =>
  change(
    `update ticket set status = 'closed', submitted_on = $2, closed_on = $2, closed_on_time = true where id = $1`,
    id,
    day,
  );

describe('two reports side by side', () => {
  it('do not differ where both dates are the same', async () => {
    const { source, tickets } = await addIssues({}, closedOn('2026-05-01'));
    const one = await build({ parameters: { source } });
    const { body } = await api.as('office').get(`/api/reports/${one}`);
    await close(tickets[0]!.id, '2026-06-01');
    const other = await build({ parameters: { source }, knownAt: body.knownAt });
    const comparison = await compare(one, other);
    expect(comparison.notes).toEqual([]);
    expect(comparison.figures.length).toBeGreaterThan(50);
    expect(sentences(comparison)).toEqual({});
    expect(comparison.contents).toEqual([]);
  });

  it('explain each difference by what became of its tickets', async () => {
    const { source, sourceId, tickets } = await addIssues(
      {},
      {},
      closedOn('2026-05-01'),
      {},
      { outcomes: [{ type: 'rules_made', amount: 2, on: '2026-04-01' }] },
      { deadline: { kind: 'date', dueOn: '2026-08-31', ongoing: false } },
      {},
    );
    const [done, doneToo, reopened, cancelled, ruled, extended, moved] = tickets.map(({ id }) => id);
    const [doneNo, doneTooNo, reopenedNo, cancelledNo, ruledNo, extendedNo] = tickets.map(({ no }) => no);
    const before = await build({ parameters: { source } });
    await close(done!, '2026-06-01');
    await close(doneToo!, '2026-06-02');
    await change(
      `update ticket set round = 2, status = 'assigned', assigned_on = '2026-06-20', submitted_on = null,
         closed_on = null, closed_on_time = null where id = $1`,
      reopened,
    );
    await change(`update ticket set status = 'cancelled' where id = $1`, cancelled);
    await change(`update outcome set amount = 5 where ticket_id = $1`, ruled);
    await change(`update ticket set due_on = '2026-06-15' where id = $1`, extended);
    await change(`update ticket set lead_unit_id = $2 where id = $1`, moved, api.bureau.units.relief);
    const [added] = await add(sourceId, {});
    const after = await build({ parameters: { source } });
    const comparison = await compare(after, before);
    expect([comparison.earlier.id, comparison.later.id]).toEqual([before, after]);
    expect(sentences(comparison)).toEqual({
      inspection_issues: `巡察反馈的具体问题 7 个（数未变）：新登记 1 件（${added!.no}），撤销 1 件（${cancelledNo}）。`,
      inspection_issues_done: `已完成整改的巡察问题 1 → 2 个：补记销号 2 件（${doneNo}、${doneTooNo}），重启整改 1 件（${reopenedNo}）。`,
      inspection_issues_under_way: expect.stringContaining('尚未完成、正在整改的巡察问题 6 → 5 个'),
      inspection_rectification_rate:
        `巡察问题整改率 14.3 → 28.6 %：由“已完成整改的巡察问题” 1 → 2 个（补记销号 2 件（${doneNo}、${doneTooNo}），重启整改 1 件（${reopenedNo}））、` +
        `“巡察反馈的具体问题” 7 个（数未变：新登记 1 件（${added!.no}），撤销 1 件（${cancelledNo}））得出。`,
      inspection_issues_due: expect.stringContaining(`时限调整后计入 1 件（${extendedNo}）`),
      inspection_issues_on_time: expect.stringContaining('补记销号 2 件'),
      inspection_on_time_rate: expect.stringContaining('得出'),
      rules_made: `巡察整改制定完善的制度 2 → 5 项：成果增加 1 件（+3 项，${ruledNo}）。`,
    });
  });

  it('account for the whole difference of a count, whichever is named first', async () => {
    const { source, sourceId, tickets } = await addIssues({}, {}, closedOn('2026-05-01'));
    const before = await build({ parameters: { source } });
    await change(`update ticket set status = 'cancelled' where id = $1`, tickets[2]!.id);
    await close(tickets[0]!.id, '2026-06-01');
    await add(sourceId, closedOn('2026-05-02'), closedOn('2026-05-03'));
    const after = await build({ parameters: { source } });
    const comparison = await compare(before, after);
    expect(await compare(after, before)).toEqual(comparison);
    for (const key of ['inspection_issues', 'inspection_issues_done']) {
      const { difference, changes } = figure(comparison, key) as any;
      const sum = changes.reduce(
        (total: number, { effect, count }: any) => total + (effect === 'more' ? count : -count),
        0,
      );
      expect([key, sum]).toEqual([key, difference]);
    }
  });

  it('of two days tell what happened in between from what was only recorded late', async () => {
    const { source } = await addIssues(
      { ...closedOn('2026-06-10'), deadline: { kind: 'date', dueOn: '2026-06-12', ongoing: false } },
      { raisedOn: '2026-06-05' },
    );
    const [may, june] = [
      await build({ asOf: '2026-05-31', parameters: { source } }),
      await build({ parameters: { source } }),
    ];
    const comparison = await compare(june, may);
    expect(comparison.earlier).toMatchObject({ id: may, asOf: '2026-05-31' });
    expect(sentences(comparison)).toMatchObject({
      inspection_issues: expect.stringMatching(/1 → 2 个：前一截止日后发生 1 件/),
      inspection_issues_done: expect.stringMatching(/0 → 1 个：新销号 1 件/),
      inspection_issues_due: expect.stringMatching(/时限已到的新增 1 件/),
    });
  });

  it('of two rounds say so', async () => {
    const [one, two] = [await addIssues({}), await addIssues({}, {})];
    const comparison = await compare(
      await build({ parameters: { source: one.source } }),
      await build({ parameters: { source: two.source } }),
    );
    expect(comparison.notes).toEqual([`巡察轮次不同：前一份“${one.source}”，后一份“${two.source}”`]);
    const nos = two.tickets.map(({ no }) => no).join('、');
    expect(figure(comparison, 'inspection_issues').sentence).toBe(
      `巡察反馈的具体问题 1 → 2 个：属于后一轮次 2 件（${nos}），属于前一轮次 1 件（${one.tickets[0]!.no}）。`,
    );
  });

  it('of two periods say which tickets belong to which', async () => {
    const { sourceId } = await addIssues();
    const report = { kind: 'public_report', title: '举报占用消防通道', raisedOn: '2025-09-01' } as const;
    const [former, , present] = await add(
      sourceId,
      { ...report, ...closedOn('2025-10-10') },
      { ...report, ...closedOn('2025-11-11'), outcomes: [{ type: 'hazards_eliminated', amount: 3, on: '2025-11-01' }] },
      { ...report, ...closedOn('2026-03-03'), outcomes: [{ type: 'hazards_eliminated', amount: 1, on: '2026-03-01' }] },
    );
    const comparison = await compare(await build(), await build({ period: '2025H2' }));
    expect([comparison.earlier.period, comparison.later.period]).toEqual(['2025H2', '2026H1']);
    const handled = figure(comparison, 'reports_handled').sentence;
    expect(handled).toMatch(/2 → 1 起：/);
    expect(handled).toContain(`新销号 1 件（${present!.no}）`);
    expect(handled).toContain(`属于前一报告期 2 件（${former!.no}、`);
    const eliminated = figure(comparison, 'reports_hazards_eliminated').sentence;
    expect(eliminated).toContain(`属于后一报告期 1 件（+1 条，${present!.no}）`);
    expect(eliminated).toContain('属于前一报告期 1 件（−3 条，');
  });

  it('name the fact of a ticket that was corrected, of those the figure looks at', async () => {
    const { sourceId } = await addIssues();
    const hazard = { kind: 'hazard', title: '岸边无警示牌', industry: '水域', raisedOn: '2026-03-01' } as const;
    const accident = { kind: 'accident_investigation', title: '坠落事故', level: 'general' } as const;
    const [industry, date, kind, unit, level, day] = await add(
      sourceId,
      hazard,
      hazard,
      hazard,
      hazard,
      { ...accident, occurredOn: '2026-02-02', outcomes: [{ type: 'deaths', amount: 1, on: '2026-02-02' }] },
      { ...accident, occurredOn: '2026-02-03' },
    );
    const before = await build();
    await change(`update ticket set industry = '危化' where id = $1`, industry!.id);
    await change(`update ticket set raised_on = '2025-12-01' where id = $1`, date!.id);
    await change(`update ticket set kind = 'key_task' where id = $1`, kind!.id);
    await change(`update ticket set lead_unit_id = $2 where id = $1`, unit!.id, api.bureau.units.relief);
    await change(`update ticket set level = 'major' where id = $1`, level!.id);
    await change(`update ticket set occurred_on = '2026-07-01' where id = $1`, day!.id);
    const comparison = await compare(before, await build());
    const reasons = (key: string) =>
      figure(comparison, key).changes.map(({ reason, tickets }) => [reason, tickets[0].no]);
    expect(new Map(reasons('water_hazards') as [string, string][])).toEqual(
      new Map([
        ['industryChanged', industry!.no],
        ['dateChanged', date!.no],
        ['kindChanged', kind!.no],
      ]),
    );
    expect(new Map(reasons('accident_count') as [string, string][])).toEqual(
      new Map([
        ['levelChanged', level!.no],
        ['dateChanged', day!.no],
      ]),
    );
    expect(figure(comparison, 'accident_deaths').sentence).toContain(`等级变更后不再计入 1 件（−1 人，${level!.no}）`);
  });

  it('name what took a ticket out of the overdue ones, and what brought it there', async () => {
    const { source, tickets } = await addIssues(
      ...Array.from({ length: 5 }, () => ({})),
      { status: 'draft' },
      { deadline: { kind: 'date', dueOn: '2026-06-30', ongoing: false } },
    );
    const [suspended, resumed, reported, reviewed, moved, drafted, due] = tickets;
    await change(`update ticket set status = 'suspended' where id = $1`, resumed!.id);
    const circular = { templateId: 'rectification-circular', parameters: { source } };
    const before = await build({ ...circular, period: '2026-06' });
    await change(`update ticket set status = 'suspended' where id = $1`, suspended!.id);
    await change(`update ticket set status = 'in_progress' where id = any($1)`, [resumed!.id, drafted!.id]);
    await change(`update ticket set status = 'dept_review', submitted_on = '2026-06-20' where id = $1`, reported!.id);
    await change(`update ticket set status = 'dept_review' where id = $1`, reviewed!.id);
    await change(`update ticket set due_on = '2026-12-31' where id = $1`, moved!.id);
    const after = await build({ ...circular, period: '2026-07', asOf: '2026-07-09' });
    const { changes } = figure(await compare(before, after), 'inspection_issues_overdue');
    const told = changes.flatMap(({ label, tickets: of }) => of.map(({ no }: { no: string }) => [no, label]));
    expect(Object.fromEntries(told)).toEqual({
      [suspended!.no]: '挂起后不再计入',
      [resumed!.no]: '恢复办理后计入',
      [reported!.no]: '报结状态变动后不再计入',
      [reviewed!.no]: '报结状态变动后不再计入',
      [moved!.no]: '时限调整后不再计入',
      [drafted!.no]: '交办后计入',
      [due!.no]: '新超过时限',
    });
  });

  it('say what became of a ticket itself, whether the number asks for its state or for the absence of it', async () => {
    const late = { ...closedOn('2026-05-20'), closedOnTime: false };
    const { source, tickets } = await addIssues({}, { status: 'ongoing' }, {}, { completion: 'basic' }, late, {
      ...closedOn('2026-05-21'),
      closedOnTime: true,
    });
    const [kept, ended, nearly, undone, inTime, tooLate] = tickets.map(({ id }) => id);
    const order = { templateId: 'rectification-circular', period: '2026-06', parameters: { source } };
    const before = [await build(order), await build({ parameters: { source } })] as const;
    await change(`update ticket set status = 'ongoing' where id = $1`, kept);
    await change(`update ticket set status = 'in_progress' where id = $1`, ended);
    await change(`update ticket set completion = 'basic' where id = $1`, nearly);
    await change(`update ticket set completion = null where id = $1`, undone);
    await change('update ticket set closed_on_time = true where id = $1', inTime);
    await change('update ticket set closed_on_time = false where id = $1', tooLate);
    const [circular, halfYear] = [
      await compare(before[0], await build(order)),
      await compare(before[1], await build({ parameters: { source } })),
    ];
    const told = (key: string) =>
      [circular, halfYear]
        .flatMap((comparison) => figure(comparison, key)?.changes ?? [])
        .flatMap(({ label, tickets: of }) => of.map(({ no }: { no: string }) => `${no} ${label}`))
        .filter((words, at, all) => all.indexOf(words) === at)
        .sort();
    const words = (...of: [at: number, label: string][]) => of.map(([at, label]) => `${tickets[at]!.no} ${label}`);
    const keeps = words([0, '转为长期坚持'], [1, '不再长期坚持']);
    const completes = words([2, '转为基本完成'], [3, '不再是基本完成']);
    expect(told('inspection_issues_under_way')).toEqual([...keeps, ...completes]);
    expect(told('inspection_issues_ongoing')).toEqual(keeps);
    expect(told('inspection_issues_basic')).toEqual(completes);
    expect(told('inspection_issues_overdue')).toEqual(keeps);
    expect(told('inspection_issues_on_time')).toEqual(words([4, '改为按期'], [5, '改为逾期']));
    const listed = circular.contents.map(({ sentence }: { sentence: string }) => sentence);
    expect(listed).toContainEqual(expect.stringMatching(`少了.*（${tickets[0]!.no}，转为长期坚持）`));
    expect(listed).toContainEqual(expect.stringMatching(`增加.*（${tickets[1]!.no}，不再长期坚持）`));
  });

  it('tell who corrected a filing, which parameter changed and what was typed by hand', async () => {
    const file = (value: number, version?: number) =>
      api.as('stats').put('/api/indicators/drills/filings', {
        unitId: api.bureau.units.relief,
        period: '2026H1',
        value,
        ...(version ? { version } : {}),
      });
    expect((await file(12)).status).toBe(200);
    await change(
      `insert into bureau_parameter (key, value) values ('district_name', '清河区')
       on conflict (key) do update set value = excluded.value`,
    );
    const before = await build();
    expect((await file(14, 1)).status).toBe(200);
    await change(`update bureau_parameter set value = '新河区' where key = 'district_name'`);
    const after = await build({ parameters: { duty_hours: '12' } });
    expect(sentences(await compare(before, after))).toMatchObject({
      drills: '事故应急演练 12 → 14 场次：减灾救灾科把2026年上半年填报数 12 改为 14（统计甲第 2 次填报）。',
      district_name: expect.stringMatching(/清河区 → 新河区：参数由“清河区”改为“新河区”。$/),
      duty_hours: expect.stringContaining('人工填写'),
    });
  });

  it('say that a definition was changed, and which figures only one of them has', async () => {
    const { source, sourceId } = await addIssues({});
    const before = await build({ parameters: { source } });
    await add(sourceId, {});
    const after = await build({ parameters: { source } });
    await change(
      `update report set definitions = jsonb_set(definitions, '{figures,inspection_issues}', '{"rules": []}') where id = $1`,
      before,
    );
    await change(`delete from report_figure where report_id = $1 and key = 'fire_leaflets'`, after);
    const comparison = await compare(before, after);
    expect(comparison.notes).toEqual(['有 1 个数字的口径已变更', '有 1 个数字只在前一份报告中']);
    expect(figure(comparison, 'inspection_issues').sentence).toMatch(/1 → 2 个：口径已变更，新登记 1 件/);
    expect(figure(comparison, 'fire_leaflets')).toMatchObject({
      differs: false,
      later: null,
      sentence: expect.stringContaining('只在前一份报告中'),
    });
  });

  it('name to each reader only the tickets that reader may see', async () => {
    const { source, sourceId } = await addIssues({});
    const before = await build({ parameters: { source } });
    const [own, strange] = await add(
      sourceId,
      { title: '本科室的事' },
      { title: '别的科的保密事项', leadUnitId: api.bureau.units.relief, confidential: true },
    );
    const after = await build({ parameters: { source } });
    const seen = await compare(before, after, 'head');
    expect(JSON.stringify(seen)).not.toContain(strange!.no);
    expect(JSON.stringify(seen)).not.toContain('别的科的保密事项');
    expect(figure(seen, 'inspection_issues').sentence).toBe(
      `巡察反馈的具体问题 1 → 3 个：新登记 2 件（${own!.no}，另有 1 件不在可见范围）。`,
    );
    expect(seen.tickets).toEqual([{ id: own!.id, no: own!.no }]);
    const [change] = figure(await compare(before, after), 'inspection_issues').changes;
    expect(change).toMatchObject({ count: 2, hiddenCount: 0, tickets: [{ id: own!.id }, { id: strange!.id }] });
  });

  it('name what differs in the rows of a table only, and what became of the ticket', async () => {
    const { sourceId } = await addIssues();
    const task = { kind: 'key_task', sourceId: null, raisedOn: '2026-02-01', assignedOn: '2026-02-02' } as never;
    const named = (title: string, more: object = {}) => ({ ...(task as object), title, ...more });
    const [renamed, extended, gone, secret] = await add(
      sourceId,
      named('修订应急预案'),
      named('检修防汛装备', { deadline: { kind: 'date', dueOn: '2026-08-31', ongoing: false } }),
      named('编制普查报告'),
      named('他科保密任务', { leadUnitId: api.bureau.units.relief, confidential: true }),
    );
    const order = { templateId: 'key-task-progress', period: '2026-06' };
    const before = await build(order);
    const title = `修订总体预案（并入${secret!.no}）`;
    await change(`update ticket set title = $2 where id = $1`, renamed!.id, title);
    await change(`update ticket set due_on = '2026-09-30' where id = $1`, extended!.id);
    await change(`update ticket set status = 'cancelled' where id = $1`, gone!.id);
    await change(`update ticket set due_on = '2026-05-30' where title = '他科保密任务'`);
    const after = await build(order);
    const { contents } = await compare(before, after);
    const told = contents.map(({ sentence }: { sentence: string }) => sentence);
    expect(told).toEqual(
      expect.arrayContaining([
        expect.stringContaining(`“二、逐项进展”部分的表少了“编制普查报告”（${gone!.no}，撤销）：“牵头单位”危化科，`),
        `“二、逐项进展”部分的表中“${title}”（${renamed!.no}，名称修改）：“重点任务”由“修订应急预案”改为“${title}”。`,
        `“二、逐项进展”部分的表中“检修防汛装备”（${extended!.no}，时限变更）：“完成时限”由“2026.8.31”改为“2026.9.30”。`,
        expect.stringMatching(/“（保密事项）”（ZD-[^）]+时限变更）：“完成时限”由“2026.5.31”改为“2026.5.30”/),
        `“二、逐项进展”部分的表前后次序有变（按时限先后排列，${extended!.no}、ZD-2026-0004的时限有变）。`,
      ]),
    );
    // A ticket the reader may not see is named as the report names it.
    const { contents: seen, tickets } = await compare(before, after, 'head');
    expect(seen.filter(({ row }: any) => row?.label === '（保密事项）')).toMatchObject([
      { row: { ticket: null }, sentence: expect.stringContaining('“（保密事项）”（时限变更）') },
    ]);
    // Nor can its number be opened where a title says it.
    expect(JSON.stringify(seen)).toContain(secret!.no);
    expect(tickets.map(({ no }: { no: string }) => no)).toEqual([renamed, extended, gone].map((one) => one!.no));
    const view = (await api.as('office').get(`/api/reports/${after}`)).body;
    expect(JSON.stringify(view.content)).not.toContain(renamed!.id);
  });

  it('tell why rows of units and each cell of a row differ, by what each of them prints', async () => {
    const { sourceId } = await addIssues();
    const item = {
      kind: 'supervision_item',
      sourceId: null,
      raisedOn: '2026-03-01',
      assignedOn: '2026-03-02',
    } as never;
    const task = { kind: 'key_task', sourceId: null, raisedOn: '2026-02-01', assignedOn: '2026-02-02' } as never;
    const { chemicals, relief } = api.bureau.units;
    const [moved, , unled, resumed] = await add(
      sourceId,
      { ...(item as object), title: '督办校外培训', leadUnitId: chemicals },
      { ...(item as object), title: '督办商场检查', leadUnitId: chemicals },
      { ...(item as object), title: '督办未定单位', leadUnitId: null },
      { ...(task as object), title: '进企业宣讲', leadUnitId: chemicals, status: 'suspended' },
    );
    const orders = [
      { templateId: 'supervision-bulletin', period: '2026-06' },
      { templateId: 'key-task-progress', period: '2026-06' },
    ];
    const before = [await build(orders[0]), await build(orders[1])];
    const name = '危化科';
    await change(`update ticket set lead_unit_id = $2 where id = $1`, moved!.id, relief);
    await change(`update ticket set status = 'in_progress' where id = $1`, resumed!.id);
    await close(unled!.id, '2026-06-20');
    await change(`update unit set name = '更名科' where id = $1`, chemicals);
    const after = [await build(orders[0]), await build(orders[1])];
    await change(`update unit set name = $2 where id = $1`, chemicals, name);
    const told = async (at: number) =>
      (await compare(before[at]!, after[at]!)).contents.map(({ sentence }: { sentence: string }) => sentence);
    const units = await told(0);
    const why = `（改派 1 件：${moved!.no} 由${name}改到减灾救灾科）`;
    const begun = '“名次”由“—”改为“2”（各单位已有到期事项和办结事项，开始排名）';
    expect(units).toContainEqual(
      expect.stringContaining(
        `“${name}（现名更名科）”（单位更名）：${begun}；“督办事项”由“2”改为“1”、“逾期未报结”由“2”改为“1”${why}。`,
      ),
    );
    expect(units).toContainEqual(expect.stringContaining(`增加“减灾救灾科”${why}：“名次”2，“督办事项”1`));
    const closed = `（补记销号 1 件：${unled!.no}）`;
    for (const row of ['未定牵头单位', '合计']) {
      expect(units).toContainEqual(
        expect.stringMatching(`“${row}”：.*“已办结”由“0”改为“1”.*${closed}.*（由“已办结”得出）`),
      );
    }
    expect(await told(1)).toContainEqual(
      expect.stringMatching(
        `“进企业宣讲”（${resumed!.no}）：“牵头单位”由.*（单位更名）；“状态”由“挂起”改为“逾期”（恢复办理）。$`,
      ),
    );
  });

  it('name of each cell the tickets that it counts otherwise, and no other that changed besides', async () => {
    const { sourceId } = await addIssues();
    const hazard = {
      kind: 'hazard',
      sourceId: null,
      raisedOn: '2026-05-02',
      industry: '冶金',
      level: 'major',
    } as never;
    const task = { kind: 'key_task', sourceId: null, raisedOn: '2026-05-02', assignedOn: '2026-05-02' } as never;
    const of = (facts: object, more: object) => ({ ...facts, ...more });
    const [open, shut, sited, parent] = await add(
      sourceId,
      of(hazard, { title: '炉体裂缝', site: '甲厂' }),
      of(hazard, { title: '吊具磨损', site: '甲厂', ...closedOn('2026-05-10') }),
      of(hazard, { title: '堆料过高', site: '乙厂', level: 'general' }),
      of(task, { title: '分两步的任务' }),
    );
    const [part, reopened] = await add(
      sourceId,
      of(task, { title: '第一步', parentId: parent!.id, progress: { text: '开工', on: '2026-06-01', percent: 20 } }),
      of(task, {
        title: '第二步',
        parentId: parent!.id,
        progress: { text: '建成', on: '2026-05-19', percent: 100 },
        ...closedOn('2026-05-20'),
      }),
    );
    const orders = [
      { templateId: 'hazard-statistics', period: '2026Q2' },
      { templateId: 'key-task-progress', period: '2026Q2' },
      {},
    ];
    const buildAll = async () => [await build(orders[0]), await build(orders[1]), await build(orders[2])];
    const before = await buildAll();
    await change(`update ticket set details = details || '{"assuredDuty": true}' where id = $1`, open!.id);
    await change(`update ticket set industry = '建材' where id = $1`, shut!.id);
    await change(`update ticket set site = '甲厂' where id = $1`, sited!.id);
    await change('update progress_entry set percent = 60 where ticket_id = $1', part!.id);
    await change(
      `update ticket set status = 'in_progress', round = 2, assigned_on = '2026-06-10', closed_on = null,
         submitted_on = null, closed_on_time = null, progress_percent = null where id = $1`,
      reopened!.id,
    );
    const accident = {
      kind: 'accident_investigation',
      level: 'general',
      occurredOn: '2026-06-20',
      raisedOn: '2026-06-21',
    };
    const [fall] = await add(sourceId, { ...accident, sourceId: null, title: '“6·20”坠落事故调查' } as never);
    const after = await buildAll();
    const told = async (at: number) => await compare(before[at]!, after[at]!);
    const hazards = (await told(0)).contents.map(({ sentence }: any) => sentence);
    const planned = hazards.filter((sentence: string) => sentence.includes('治理落实情况”部分的表中“冶金”'));
    expect(planned).toEqual([expect.stringContaining(`（登记落实 1 件：${open!.no}）：“落实责任”由“0”改为“1”`)]);
    const found = hazards.find((sentence: string) => sentence.includes('整改情况”部分的表中“冶金”'));
    expect(found).toContain(`“涉及单位数”由“2”改为“1”（场所变更 1 件：${sited!.no} 由乙厂改到甲厂）`);
    expect(found).toContain(`“已销号数”由“1”改为“0”（行业变更后不再计入 1 件：${shut!.no}）`);
    // The numbers of parts and of cells can be opened like those of the rows.
    expect((await told(1)).tickets).toContainEqual({ id: part!.id, no: part!.no });
    expect((await told(0)).tickets).toContainEqual({ id: shut!.id, no: shut!.no });
    expect((await told(1)).contents.map(({ sentence }: any) => sentence)).toContainEqual(
      expect.stringContaining(
        `“分两步的任务”（${parent!.no}，子任务进度变动：${part!.no} 20% → 60%、${reopened!.no} 100% → 0%）`,
      ),
    );
    expect(figure(await told(2), 'accident_case_ongoing').sentence).toContain(`事故台账有变：${fall!.no} 事故补录`);
    expect(figure(await told(2), 'accident_count').sentence).toContain(`事故补录 1 件（${fall!.no}）`);
  });

  it('name every accident under investigation that came, left or stands elsewhere as its day was corrected', async () => {
    const { sourceId } = await addIssues({});
    const accident = {
      kind: 'accident_investigation',
      level: 'general',
      itemId: null,
      raisedOn: '2026-04-30',
    } as const;
    const [first, moved, left] = await add(
      sourceId,
      { ...accident, title: '甲厂“4·1”事故调查', occurredOn: '2026-04-01' },
      { ...accident, title: '乙厂“4·9”事故调查', occurredOn: '2026-04-09' },
      { ...accident, title: '丙厂“4·12”事故调查', occurredOn: '2026-04-12' },
    );
    const before = await build();
    await change(`update ticket set occurred_on = '2026-03-09' where id = $1`, moved!.id);
    await change(`update ticket set occurred_on = '2026-07-02' where id = $1`, left!.id);
    const [came] = await add(sourceId, { ...accident, title: '丁厂“4·20”事故调查', occurredOn: '2026-04-20' });
    const { sentence } = figure(await compare(before, await build()), 'accident_case_ongoing');
    for (const words of [`${moved!.no} 日期更正`, `${left!.no} 日期更正`, `${came!.no} 事故补录`]) {
      expect(sentence).toContain(words);
    }
    expect(sentence).not.toContain(first!.no);
  });

  it('name the renaming by which a campaign comes to a figure, and none where it goes on counting', async () => {
    const [fuel, stations] = ['bbbbbbbb-0000-7000-8000-000000000002', 'bbbbbbbb-0000-7000-8000-000000000003'];
    const rename = (id: string, name: string) => change('update campaign set name = $2 where id = $1', id, name);
    await change(
      `insert into campaign (id, name) values ($1, '打击非法经营成品油'), ($2, '打击黑加油站点')`,
      fuel,
      stations,
    );
    const { sourceId } = await addIssues({});
    const seizing = { kind: 'hazard', level: 'general', itemId: null } as const;
    const outcomes = [{ type: 'mobile_fuel_trucks_seized', amount: 2, on: '2026-05-01' }];
    const [, joined] = await add(
      sourceId,
      { ...seizing, campaignId: fuel, outcomes },
      { ...seizing, campaignId: stations, outcomes },
    );
    const one = await build();
    await rename(fuel, '整治加油车');
    const same = await build();
    const key = 'mobile_fuel_trucks_seized';
    expect(figure(await compare(one, same), key)).toMatchObject({ differs: false, sentence: null });
    await rename(stations, '打击非法成品油');
    const { sentence, changes } = figure(await compare(same, await build()), key);
    expect(sentence).toBe(
      `查扣的非法流动加油车 2 → 4 台：专项行动更名：打击黑加油站点 → 打击非法成品油 1 件（+2 台，${joined!.no}）。`,
    );
    expect(changes).toEqual([expect.objectContaining({ label: '专项行动更名：打击黑加油站点 → 打击非法成品油' })]);
  });

  it('say a number that came to lack with its unit, and none behind what is lacking', async () => {
    const { source } = await addIssues({}, {});
    const [one, other] = [await build({ parameters: { source } }), await build()];
    await change(
      `update report_figure set value = null, text = '____' where report_id = $1 and key = 'inspection_issues'`,
      other,
    );
    const comparison = await compare(one, other);
    expect(figure(comparison, 'inspection_issues').sentence).toContain('巡察反馈的具体问题 2 个 → 缺数：');
  });

  it.each([
    ['00000000-0000-4000-8000-000000000000', 404, 'notFound'],
    ['something', 404, 'notFound'],
  ])('are refused where one does not exist: %s', async (other, status, code) => {
    const response = await api.as('chief').get(`/api/reports/${await build()}/compare/${other}`);
    expect([response.status, response.body.code]).toEqual([status, code]);
  });

  it('are refused while one is not built', async () => {
    const order = { templateId: 'half-year', period: '2026H1' };
    const waiting = (await api.as('office').post('/api/reports', order)).body.id;
    const { status, body } = await api.as('chief').get(`/api/reports/${await build()}/compare/${waiting}`);
    expect([status, body.code]).toEqual([409, 'reportNotReady']);
  });
});
