import { setTimeout as pause } from 'node:timers/promises';
import PizZip from 'pizzip';
import { Clock } from '@xiaohao/calendar';
import { newId } from '@xiaohao/database';
import { documentTexts, writeOfficialDocument, type DocumentBlock } from '@xiaohao/documents';
import { settledInstant } from '@xiaohao/reports';
import { systemActor } from '@xiaohao/org';
import { UnitClosingService } from '@xiaohao/tickets';
import { closedOn, openReportStage, type ReportStage } from '../support/report-stage.js';

const today = '2026-07-10';
let stage: ReportStage;

beforeAll(async () => {
  stage = await openReportStage(today);
});
afterAll(() => stage?.close());

const paragraphs = (...texts: string[]) =>
  writeOfficialDocument(
    { title: '整改情况通报', blocks: texts.map((text): DocumentBlock => ({ kind: 'paragraph', runs: [{ text }] })) },
    new Date(0),
  );

/** The body without what a word processor numbers anew each time it saves. */
const normalised = (file: Buffer) =>
  new PizZip(file)
    .file('word/document.xml')!
    .asText()
    .replace(/ w:(rsid\w*|paraId|textId)="[^"]*"/g, '');

it('a report knows what was committed in the very millisecond it was asked for', async () => {
  const [id] = await stage.add({});
  for (let turn = 0; turn < 40; turn += 1) {
    await stage.change('update ticket set progress_percent = $2 where id = $1', [id, turn]);
    const [row] = await stage.db.query(
      `select progress_percent as percent from ticket_history where id = $1 and recorded_from <= $2 and recorded_to > $2`,
      [id, await settledInstant(stage.db)],
    );
    expect(row).toEqual({ percent: turn });
  }
});

describe('a report built again', () => {
  it('for the same two dates is the same, figures, text and document, whatever was changed in between', async () => {
    const { add, build, change, documentOf, bureau } = stage;
    const ids = await add(
      ...Array.from({ length: 30 }, (_, at) => ({
        title: `问题${at}`,
        progress: { text: `已整改${at}`, on: '2026-06-01', percent: 50 },
        outcomes: [{ type: 'rules_made', amount: at, on: '2026-04-01' }],
        ...(at % 3 === 0 ? closedOn('2026-05-01') : {}),
      })),
    );
    const first = await build();
    const edits = [
      (id: string) => change(`update ticket set title = title || '（更正）' where id = $1`, [id]),
      (id: string) => change(`update ticket set status = 'cancelled' where id = $1`, [id]),
      (id: string) => change(`update ticket set status = 'closed', closed_on = '2026-06-02' where id = $1`, [id]),
      (id: string) => change('update outcome set amount = amount + 100 where ticket_id = $1', [id]),
      (id: string) => change('update ticket set source_id = null, item_id = null where id = $1', [id]),
      (id: string) =>
        change(`update ticket set lead_unit_id = $2, due_on = '2026-01-31' where id = $1`, [id, bureau.units.relief]),
      (id: string) =>
        change(
          `insert into progress_entry (id, ticket_id, round, reported_on, text)
        values ($2, $1, 1, '2026-06-20', '另有进展')`,
          [id, newId()],
        ),
    ];
    for (let at = 0; at < 50; at++) await edits[at % edits.length]!(ids[at % ids.length]!);
    await change(`update unit set name = '新名科' where id = $1`, [bureau.units.chemicals]);
    await change(`update bureau_parameter set value = '改名局' where key = 'bureau_name'`);

    const again = await build({ asOf: first.asOf, knownAt: first.knownAt });
    expect(again.figures).toEqual(first.figures);
    expect(again.content).toEqual(first.content);
    expect(again.checks).toEqual(first.checks);
    const [before, after] = [await documentOf(first.id), await documentOf(again.id)];
    expect(normalised(after)).toBe(normalised(before));
    expect(again.sha256).toBe(first.sha256);
    expect((await build()).figures).not.toEqual(first.figures);
  });

  it('prints on the page what it prints in the document', async () => {
    const report = await stage.build();
    const texts = await documentTexts(await stage.documentOf(report.id));
    const shown = report.content!.flatMap((block) => {
      if (block.kind === 'signature') return [block.unit];
      if (block.kind === 'table')
        return [...block.columns.flatMap(({ heading }) => heading.split('\n')), ...block.rows.flat()];
      return [block.runs.map(({ text }) => text).join('')];
    });
    expect(texts.slice(0, shown.length)).toEqual(shown);
    const runs = report.content!.flatMap((block) => ('runs' in block ? block.runs : []));
    const issues = report.figures.find(({ key }) => key === 'inspection_issues')!;
    expect(runs).toContainEqual({ text: issues.text, key: 'inspection_issues' });
    expect(runs).toContainEqual({ text: '____', key: 'drills', missing: true });
    const none = report.figures.filter(({ value }) => value === 0).map(({ key }) => key);
    for (const { key } of report.figures) expect(none.includes(key) || runs.some((run) => run.key === key)).toBe(true);
  });
});

describe('the instant of knowledge', () => {
  it('waits for whoever was writing when it was asked for', async () => {
    const writer = stage.db.createQueryRunner();
    await writer.startTransaction();
    const [id] = await stage.add({});
    await writer.query(`insert into outcome (id, ticket_id, round, type, amount, happened_on)
      values ('${newId()}', '${id}', 1, 'reform_measures', 5, '2026-04-01')`);
    const building = stage.build();
    await pause(400);
    await writer.commitTransaction();
    await writer.release();
    const report = await building;
    const value = (built: typeof report) => built.figures.find(({ key }) => key === 'reform_measures')?.value;
    expect(value(report)).toBe(5);
    expect(value(await stage.build({ knownAt: report.knownAt }))).toBe(5);
  });

  it('goes back before a write that does not end, so that its commit changes nothing', async () => {
    const [id] = await stage.add({});
    const writer = stage.db.createQueryRunner();
    await writer.startTransaction();
    await writer.query(`update ticket set status = 'closed', closed_on = '2026-05-05' where id = '${id}'`);
    const knownAt = await settledInstant(stage.db, 200);
    const first = await stage.build({ knownAt });
    await writer.commitTransaction();
    await writer.release();
    expect((await stage.build({ knownAt })).figures).toEqual(first.figures);
    expect((await stage.build()).figures).not.toEqual(first.figures);
  });

  it('may not lie in the future', async () => {
    const knownAt = new Date(Date.now() + 60_000);
    await expect(stage.build({ knownAt })).rejects.toMatchObject({ code: 'inputWrong', details: { field: 'knownAt' } });
  });
});

describe('somebody’s own template', () => {
  const take = async (...texts: string[]) => stage.templates.add(systemActor, '通报.docx', await paragraphs(...texts));

  it('is filled like the built-in one: Chinese names, options, lists', async () => {
    const { id } = await take(
      '一、整改情况',
      '共{巡察问题数}个，完成{inspection_issues_done}个，制度{制定完善制度数|余}项，罚款{危化罚款|万}万元，报告期{报告期}。',
      '{#inspection_issues_open}',
      '{index}）{no} {title} {dueOn} {区名}',
      '{/inspection_issues_open}',
      '共：{#inspection_issues_open}{leadUnit}、{/inspection_issues_open}完',
    );
    await stage.change(`update ticket set status = 'cancelled' where status <> 'cancelled'`);
    const [no] = await stage.add({ title: '甲', confidential: true }, { title: '乙\n两行。' }, closedOn('2026-05-01'));
    const report = await stage.build({ templateId: id, parameters: { 区名: '清河区' } });
    const texts = await documentTexts(await stage.documentOf(report.id));
    expect(no).toBeDefined();
    expect(texts).toEqual([
      '整改情况通报',
      '一、整改情况',
      expect.stringMatching(/^共3个，完成1个，制度\d+余?项，罚款____万元，报告期2026年上半年。$/),
      expect.stringMatching(/^1）XC-2026-\d{4} （保密事项） 2026年5月31日 清河区$/),
      expect.stringMatching(/^2）XC-2026-\d{4} 乙 两行 2026年5月31日 清河区$/),
      '共：新名科、新名科、完',
    ]);
    expect(report.content!.map((block) => block.kind)).toEqual([
      'title',
      'heading',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(report.figures.map(({ key }) => key).slice(0, 5)).toEqual([
      'inspection_issues',
      'inspection_issues_done',
      'rules_made',
      'chem_fines',
      'district_name',
    ]);
  });

  it('prints no title that has become confidential since, whatever was known then', async () => {
    const { id } = await take('{#inspection_issues_open}', '{title} {latestProgress}', '{/inspection_issues_open}');
    const [ticketId] = await stage.add({ title: '后来保密的事' });
    const before = await stage.build({ templateId: id });
    await stage.change('update ticket set confidential = true where id = $1', [ticketId]);
    const again = await stage.build({ templateId: id, knownAt: before.knownAt });
    const [then, now] = await Promise.all(
      [before, again].map(async ({ id: report }) => (await documentTexts(await stage.documentOf(report))).join()),
    );
    expect(then).toContain('后来保密的事');
    expect(now).not.toContain('后来保密的事');
  });

  it.each([
    ['unknown key', '第二段{巡察问题树}', 'templateTagUnknown', '{巡察问题树}'],
    ['unknown list', '{#somewhere}x{/somewhere}', 'templateTagUnknown', '{#somewhere}'],
    ['field outside its list', '{title}', 'templateTagUnknown', '{title}'],
    ['open block', '{#key_tasks}', 'templateTagUnbalanced', '{#key_tasks}'],
    ['unknown option', '{inspection_issues|兆}', 'templateTagBroken', '{inspection_issues|兆}'],
    ['half a tag', '{inspection_issues', 'templateTagBroken', '{inspection_issues'],
  ])('is refused with the paragraph before anything is kept: %s', async (_, text, code, tag) => {
    const before = await stage.count('select count(*) as n from report_template');
    await expect(take('第一段', text)).rejects.toMatchObject({ code, details: { paragraph: 3, tag } });
    expect(await stage.count('select count(*) as n from report_template')).toBe(before);
  });

  it('is a new version under the same name, and the same one with the same content', async () => {
    const [one, same, two] = [await take('版本甲'), await take('版本甲'), await take('版本乙')];
    expect(same.id).toBe(one.id);
    expect(two).toMatchObject({ code: one.code, version: one.version + 1 });
    expect((await stage.templates.get(one.code)).id).toBe(two.id);
  });

  it('may hold a tag that only the build answers', async () => {
    const file = await paragraphs('{签发人}签发');
    const { id } = await stage.templates.add(systemActor, '签发.docx', file, { freeWords: ['签发人'] });
    const report = await stage.build({ templateId: id, parameters: { 签发人: '周明' } });
    expect(await documentTexts(await stage.documentOf(report.id))).toContain('周明签发');
    await expect(stage.build({ templateId: id })).rejects.toMatchObject({ code: 'templateTagUnknown' });
    await expect(stage.build({ parameters: { 签发人: '周明' } })).rejects.toMatchObject({ code: 'inputWrong' });
  });
});

describe('a build', () => {
  it('that is asked for twice at once leaves one report, built once', async () => {
    const { id } = await stage.reports.create(systemActor, { templateId: 'half-year', period: '2026H1' });
    await Promise.all([stage.reports.build(id), stage.reports.build(id)]);
    await stage.reports.build(id);
    const report = await stage.reports.get(await stage.actor('chief'), id);
    expect(report).toMatchObject({ status: 'ready', progress: 100 });
    const done = report.figures.find(({ key }) => key === 'inspection_issues')!;
    expect(done.value).toBe(done.ticketCount);
    expect(
      await stage.count(`select count(*) as n from outbox where job = 'report.build' and payload ->> 'reportId' = $1`, [
        id,
      ]),
    ).toBe(1);
  });

  it('leaves nothing behind when its transaction fails, and says so once it is given up', async () => {
    const { id } = await stage.reports.create(systemActor, { templateId: 'half-year', period: '2026H1' });
    const done = () => Promise.reject(new Error('the disk is full'));
    await expect(stage.reports.build(id, done)).rejects.toThrow('the disk is full');
    const chief = await stage.actor('chief');
    expect(await stage.reports.get(chief, id)).toMatchObject({ status: 'running', figures: [], content: null });
    await stage.reports.giveUp(id, 'the disk is full');
    await stage.reports.giveUp(id, 'the disk is full');
    expect(await stage.reports.get(chief, id)).toMatchObject({
      status: 'failed',
      failure: { code: 'reportFailed', details: { reason: 'the disk is full' } },
      figures: [],
    });
    await expect(stage.reports.document(id)).rejects.toMatchObject({ code: 'reportNotReady' });
    await stage.reports.build(id);
    await stage.reports.giveUp(id, 'too late');
    expect(await stage.reports.get(chief, id)).toMatchObject({ status: 'ready', failure: null });
  });

  it.each([
    [{ period: '2026H3' }, 'period'],
    [{ period: '2027H1' }, 'period'],
    [{ asOf: '2026-02-30' }, 'asOf'],
    [{ asOf: '2025-12-31' }, 'asOf'],
    [{ parameters: { inspection_issues: '3' } }, 'inspection_issues'],
    [{ parameters: { 巡察问题数: '3' } }, '巡察问题数'],
    [{ parameters: { drills: '很多' } }, 'drills'],
    [{ parameters: { distrct_name: '清河区' } }, 'distrct_name'],
    [{ parameters: { document_date: '明天' } }, 'document_date'],
    [{ parameters: { period_word: '全年' } }, 'period_word'],
  ])('of %j is refused and nothing is stored', async (request, field) => {
    const before = await stage.count('select count(*) as n from report');
    await expect(stage.build(request)).rejects.toMatchObject({ code: 'inputWrong', details: { field } });
    expect(await stage.count('select count(*) as n from report')).toBe(before);
  });

  it('marks a number typed by hand', async () => {
    const report = await stage.build({ parameters: { drills: '12' } });
    expect(report.figures.find(({ key }) => key === 'drills')).toMatchObject({ value: 12 });
    expect(report.checks).toContainEqual(
      expect.objectContaining({
        code: 'typedByHand',
        severity: 'warning',
        message: '“事故应急演练”为人工填写',
        figureKey: 'drills',
        ticketIds: [],
      }),
    );
  });
});

// Last: what it registers would be counted by the others.
it('a report built again has the names, deadlines and leads of then, whatever was merged, extended and renamed since', async () => {
  const { add, build, change, documentOf, bureau } = stage;
  const campaignId = newId();
  await change(`insert into campaign (id, name) values ($1, '打击非法成品油行动')`, [campaignId]);
  const [, taskId] = await add(
    { outcomes: [], deadline: { kind: 'date', dueOn: '2026-03-31', ongoing: false } },
    { kind: 'key_task', sourceId: null, itemId: null, raisedOn: '2026-02-01', title: '打非' },
    {
      kind: 'hazard',
      sourceId: null,
      itemId: null,
      campaignId,
      outcomes: [{ type: 'diesel_seized', amount: 7, on: '2026-05-01' }],
    },
  );
  await change(
    `insert into indicator_filing (id, key, unit_id, period, value, status) values ($1, 'drills', $2, '2026H1', 7, 'submitted')`,
    [newId(), bureau.units.relief],
  );
  const asked = ['half-year', 'key-task-progress'].map((templateId) => ({ templateId, asOf: '2026-06-30' }));
  const before = await Promise.all(asked.map((request) => build(request)));
  await change(`update campaign set name = '油品专项行动' where id = $1`, [campaignId]);
  await change(`insert into campaign (id, name) values ($1, '打击非法成品油第二阶段行动')`, [newId()]);
  await change(`update unit set name = '又改名科' where id = $1`, [bureau.units.relief]);
  await change('update ticket set lead_unit_id = $2 where id = $1', [taskId, bureau.units.relief]);
  // Corrected, then extended: the correction was not known either.
  await change(
    `insert into extension (id, ticket_id, round, reason_code, reason, requested_on, requested_due_on, former_due_on,
       late, requested_by, decision, granted_due_on, decided_on)
     select $2, $1, 1, 'other', '', $3, '2026-10-31', '2026-04-30', false, id, 'granted', '2026-10-31', $3 from person limit 1`,
    [taskId, newId(), today],
  );
  await new UnitClosingService(stage.db, new Clock({ today })).merge(
    await stage.actor('admin'),
    bureau.units.relief,
    bureau.units.office,
  );
  for (const [at, { id, knownAt, checks, figures }] of before.entries()) {
    const again = await build({ ...asked[at], knownAt });
    expect(again.figures).toEqual(figures);
    expect(again.checks).toEqual(checks);
    expect(normalised(await documentOf(again.id))).toBe(normalised(await documentOf(id)));
  }
  const figure = (key: string) => before[0]!.figures.find((row) => row.key === key)?.value;
  expect([figure('diesel_seized'), figure('drills')]).toEqual([7, 7]);
});
