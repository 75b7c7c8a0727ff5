import { Clock } from '@xiaohao/calendar';
import { parsePeriod, type CountRule, type Day } from '@xiaohao/domain';
import { readWorkbook } from '@xiaohao/documents';
import { JobQueue } from '@xiaohao/jobs';
import { figureDefinitions, FormerReportService, ReportOverrideService, type ReportRow } from '@xiaohao/reports';
import { draftOf, openFigureStage, templateOf, type FigureStage } from '../support/figure-stage.js';
import { select, SqlParameters } from '@xiaohao/database';
import { perTicketSql } from '../../libs/reports/src/figures/figure-evaluation.js';
import { addLivelyTickets, changeLively, livelyRules } from '../support/lively-ledger.js';
import { closedOn } from '../support/report-stage.js';

const today = '2026-07-10';
let stage: FigureStage;
beforeEach(async () => {
  stage = await openFigureStage(today);
});
afterEach(() => stage?.close());

const hazard = (facts: object = {}) => ({
  kind: 'hazard' as const,
  sourceId: null,
  itemId: null,
  level: 'major',
  ...facts,
});

const rulesOf = (definitions: typeof figureDefinitions) =>
  Object.fromEntries(
    Object.entries(definitions).flatMap(([key, of]) => ('rules' in of ? [[key, of.rules] as const] : [])),
  );

type Shares = Map<string, number>;

/** What each ticket adds to each figure, by the figure's own rules at the report's two times. */
async function sharesOf(
  counted: Record<string, readonly CountRule[]>,
  report: ReportRow,
): Promise<Map<string, Shares>> {
  const params = new SqlParameters();
  const { asOf, knownAt } = report;
  const situation = {
    period: parsePeriod(report.period)!,
    asOf,
    knownAt: new Date(knownAt),
    sourceId: stage.bureau.sourceId,
  };
  const rules = Object.entries(counted).flatMap(([key, of]) => of.map((rule, at) => ({ key, rule, at })));
  const rows = await select<{ key: string; id: string; amount: string; item: string | null }>(
    stage.db,
    `select * from (${perTicketSql(rules, situation, params)}) s`,
    params.values,
  );
  const shares = new Map<string, Shares>();
  const tickets = (row: { key: string; item: string | null }) =>
    rows.filter(({ key, item }) => key === row.key && item === row.item).length;
  for (const row of rows) {
    const of = shares.get(row.key) ?? new Map();
    const amount = row.item === null ? Number(row.amount) : 1 / tickets(row);
    shares.set(row.key, of.set(row.id, (of.get(row.id) ?? 0) + amount));
  }
  return shares;
}

function differing(was: Shares = new Map(), is: Shares = new Map()): string[] {
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => (was.get(id) ?? 0) !== (is.get(id) ?? 0));
}

describe('a figure the bureau defined', () => {
  it('is printed by its key and its Chinese name, with its sentence and its tickets', async () => {
    const office = await stage.actor('office');
    await stage.add(
      hazard(),
      hazard({ raisedOn: '2026-06-30' }),
      hazard({ raisedOn: '2025-12-31' }),
      hazard({ level: 'general' }),
    );
    await stage.definitions.create(office, 'major_hazards_here', draftOf({ kinds: ['hazard'], levels: ['major'] }));
    const file = await templateOf('排查重大隐患{major_hazards_here}条，共{科室重大隐患数|余}条。');
    const template = await stage.templates.add(office, '隐患.docx', file);
    const report = await stage.build({ templateId: template.id });
    expect(report.figures).toEqual([
      expect.objectContaining({
        key: 'major_hazards_here',
        value: 2,
        text: '2',
        unit: '条',
        ticketCount: 2,
        group: 'safety',
        definitionVersion: 1,
        meaning: '本期（2026年1月1日—2026年6月30日）内提出、级别为重大的隐患，按条计，不含已撤销',
      }),
    ]);
    const behind = await stage.reports.ticketsOf(office, report.id, 'major_hazards_here', { limit: 10, after: null });
    expect([behind.items.length, behind.hiddenCount]).toEqual([2, 0]);
    await stage.add(hazard(closedOn('2026-05-01')));
    expect((await stage.build({ templateId: template.id })).figures[0]!.value).toBe(3);
  });

  it('keeps in a report the version it was counted by; as of then, reports are counted by the definition of then', async () => {
    const office = await stage.actor('office');
    await stage.add(hazard(), hazard({ level: 'general' }));
    const before = new Date();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const rule = { kinds: ['hazard'], levels: ['major'] } as const;
    await stage.definitions.create(office, 'turning', draftOf(rule));
    const template = await stage.templates.add(office, '变.docx', await templateOf('{turning}条'));
    const old = await stage.build({ templateId: template.id });
    await stage.definitions.update(office, 'turning', 1, draftOf({ kinds: ['hazard'] }));
    const built = async (request: object) => (await stage.build({ templateId: template.id, ...request })).figures[0]!;
    expect(await built({})).toMatchObject({ value: 2, definitionVersion: 2 });
    expect(await built({ knownAt: old.knownAt })).toMatchObject({ value: 1, definitionVersion: 1 });
    expect(await built({ knownAt: old.knownAt, definitions: 'now' })).toMatchObject({ value: 2, definitionVersion: 2 });
    expect((await stage.reports.get(office, old.id)).figures[0]).toMatchObject({
      value: 1,
      definitionVersion: 1,
      meaning: expect.stringContaining('级别为重大'),
    });
    await expect(built({ knownAt: before })).rejects.toMatchObject({
      code: 'inputWrong',
      details: { field: 'definitions' },
    });
    await stage.definitions.update(office, 'turning', 2, draftOf({ kinds: ['hazard'] }, { retired: true }));
    await expect(built({})).rejects.toMatchObject({ code: 'inputWrong', details: { field: 'definitions' } });
    expect(await built({ knownAt: old.knownAt })).toMatchObject({ value: 1 });
  });

  it('that changed is the reason two reports differ by, in figure, rate and tickets', async () => {
    const office = await stage.actor('office');
    await stage.add(hazard(), hazard({ level: 'general' }), hazard({ level: 'general' }));
    await stage.definitions.create(office, 'changing', draftOf({ kinds: ['hazard'], levels: ['major'] }));
    await stage.definitions.create(office, 'changing_rate', {
      ...draftOf({}, { name: '占比', unit: '%' }),
      definition: { rate: ['changing', 'hazards_general'] },
    });
    const file = await templateOf('{changing}条，{changing_rate}%，{hazards_general}条');
    const template = await stage.templates.add(office, '对.docx', file);
    const one = await stage.build({ templateId: template.id });
    await stage.definitions.update(office, 'changing', 1, draftOf({ kinds: ['hazard'] }));
    const other = await stage.build({ templateId: template.id });
    const { figures, notes } = await stage.reports.compare(office, one.id, other.id);
    expect(notes).toContain('有 1 个数字的口径已变更');
    const [changed, rate, same] = figures;
    expect(changed).toMatchObject({ difference: 2, changes: [{ reason: 'redefined', effect: 'more', count: 2 }] });
    expect(changed!.sentence).toContain('口径已变更');
    expect(changed!.sentence).toContain('按新口径计入 2 件');
    expect([rate!.earlier!.value, rate!.later!.value]).toEqual([50, 150]);
    expect(rate!.sentence).toContain('口径已变更');
    expect(same!.differs).toBe(false);
  });

  it('and each of the product differs by the tickets that are named, which add something else now, and by all of them', async () => {
    const office = await stage.actor('chief');
    for (const [key, rules] of Object.entries(livelyRules)) {
      const nature = rules.every(({ dated }) => dated) ? 'flow' : 'stock';
      await stage.definitions.create(await stage.actor('office'), key, {
        ...draftOf({}, { name: `数${key}`.replaceAll('_', ''), nature }),
        definition: { rules },
      });
    }
    const counted = { ...rulesOf(figureDefinitions), ...livelyRules };
    const keys = Object.keys(counted);
    const template = await stage.templates.add(office, '全.docx', await templateOf(...keys.map((key) => `{${key}}`)));
    const ids = await addLivelyTickets(stage);
    const one = await stage.build({ templateId: template.id });
    await changeLively(stage, ids);
    const other = await stage.build({ templateId: template.id });
    const was = await sharesOf(counted, one);
    const is = await sharesOf(counted, other);
    const { figures } = await stage.reports.compare(office, one.id, other.id);
    // Of what the bureau keeps nowhere there is no number.
    const moved = figures.filter(({ key, difference }) => keys.includes(key) && difference !== null);
    expect(moved.filter(({ differs }) => differs).length).toBeGreaterThan(30);
    for (const { key, difference, changes } of moved) {
      const named = changes.flatMap(({ tickets }) => tickets.map(({ id }) => id));
      // Of 项, those that name one of both reports add nothing to the difference.
      const addsUp = counted[key]!.every(({ counts }) => counts !== 'items');
      if (addsUp) expect([key, new Set(named)]).toEqual([key, new Set(differing(was.get(key), is.get(key)))]);
      const sum = changes.reduce(
        (total, { amount, effect, count }) => total + (amount ?? (effect === 'more' ? count : -count)),
        0,
      );
      expect([key, sum]).toEqual([key, expect.closeTo(difference!)]);
      expect([key, changes.map(({ reason }) => reason)]).toEqual([key, expect.not.arrayContaining(['other'])]);
    }
  });

  it('divides by what departments file, prints a dash where that is zero', async () => {
    const office = await stage.actor('office');
    await stage.add(hazard(), hazard());
    await stage.indicators.create({ key: 'sites', name: '企业数', unit: '家', nature: 'stock' });
    await stage.definitions.create(office, 'per_site', {
      ...draftOf({}, { name: '每企隐患比', unit: '%' }),
      definition: { rate: ['hazards_major', 'sites'] },
    });
    const template = await stage.templates.add(office, '比.docx', await templateOf('{per_site|1}%'));
    const figure = async () =>
      (await stage.build({ templateId: template.id })).figures.find(({ key }) => key === 'per_site')!;
    expect(await figure()).toMatchObject({ value: null, text: '____' });
    const file = async (value: number) =>
      stage.filings.file(await stage.actor('stats'), 'sites', {
        unitId: stage.bureau.units.relief,
        period: '2026H1',
        value,
      });
    await file(0);
    expect(await figure()).toMatchObject({ value: null, text: '—' });
    await file(8);
    expect(await figure()).toMatchObject({ value: 25, text: '25.0', ticketCount: 2 });
  });

  it('counts a filing it divides by as the build counts filings, and says which rest on none accepted', async () => {
    const [office, stats] = [await stage.actor('office'), await stage.actor('stats')];
    await stage.add(hazard(), hazard());
    await stage.indicators.create({ key: 'shops', name: '商铺数', unit: '家', nature: 'stock' });
    await stage.definitions.create(office, 'per_shop', {
      ...draftOf({}, { name: '每铺隐患比', unit: '%' }),
      definition: { rate: ['hazards_major', 'shops'] },
    });
    const template = await stage.templates.add(office, '铺.docx', await templateOf('{per_shop|1}%'));
    const built = async (filings?: string) => {
      const { figures, checks } = await stage.build({
        templateId: template.id,
        ...(filings ? { parameters: { filings } } : {}),
      });
      const codes = checks
        .filter(({ code }) => code.startsWith('filing'))
        .map(({ code, figureKey }) => [code, figureKey]);
      return [figures.find(({ key }) => key === 'per_shop')!.text, codes];
    };
    const filed = { unitId: stage.bureau.units.relief, period: '2026H1' };
    const { id, version } = await stage.filings.file(stats, 'shops', { ...filed, value: 8 });
    expect(await built()).toEqual(['25.0', [['filingNotAccepted', 'per_shop']]]);
    expect(await built('accepted_only')).toEqual(['____', [['filingWaiting', 'per_shop']]]);
    await stage.filings.decide(office, { action: 'accept', filings: [{ id, version }] });
    expect(await built()).toEqual(['25.0', []]);
    expect(await built('accepted_only')).toEqual(['25.0', []]);
    await stage.filings.file(stats, 'shops', { ...filed, value: 4 });
    expect(await built()).toEqual(['25.0', [['filingWaiting', 'per_shop']]]);
  });

  it('tried out as a rate counts filings added to a counted part, as the report does', async () => {
    const [office, stats] = [await stage.actor('office'), await stage.actor('stats')];
    const talks = (amount: number, on: Day) => ({ outcomes: [{ type: 'talks_admonish', amount, on }] });
    await stage.add(hazard(talks(3, '2026-03-01')), hazard(talks(4, '2026-07-01')), hazard(), hazard());
    const of = (unitId: string, value: number) =>
      stage.filings.file(stats, 'talks_admonish_all', { unitId, period: '2026H1', value });
    const { relief, chemicals } = stage.bureau.units;
    const accepted = await of(relief, 5);
    await stage.filings.decide(office, { action: 'accept', filings: [accepted] });
    await of(relief, 50);
    await stage.filings.file(await stage.actor('head'), 'talks_admonish_all', {
      unitId: chemicals,
      period: '2026H1',
      value: 90,
      submit: false,
    });
    const bySql = await stage.count(
      `select round(100 * ((select sum(amount) from outcome where type = 'talks_admonish'
           and happened_on between '2026-01-01' and '2026-06-30')
         + (select sum(accepted_value) from indicator_filing where key = 'talks_admonish_all' and period = '2026H1'))
         / (select count(*) from ticket where kind = 'hazard' and level = 'major'
           and raised_on between '2026-01-01' and '2026-06-30'), 1) as n`,
    );
    expect(bySql).toBe(200);
    const definition = { rate: ['talks_admonish_all', 'hazards_major'] } as const;
    const draft = draftOf({}, { name: '约谈隐患比', unit: '%', definition });
    const tried = await stage.definitions.preview(office, { draft, period: '2026H1' }, { limit: 10, after: null });
    expect(tried).toMatchObject({ value: bySql, parts: { part: 8, whole: 4 } });
    await stage.definitions.create(office, 'talks_per_hazard', draft);
    const template = await stage.templates.add(office, '谈.docx', await templateOf('{talks_per_hazard|1}%'));
    expect((await stage.build({ templateId: template.id })).figures[0]).toMatchObject({ value: bySql });
  });

  it('tried out as a rate takes filings for what the bureau keeps no tickets of, as the report does', async () => {
    const [office, stats] = [await stage.actor('office'), await stage.actor('stats')];
    await stage.add(hazard(), hazard());
    const definition = { rate: ['accident_count', 'hazards_major'] } as const;
    const draft = draftOf({}, { name: '事故隐患比', unit: '%', definition });
    const tried = () => stage.definitions.preview(office, { draft, period: '2026H1' }, { limit: 10, after: null });
    expect(await tried()).toMatchObject({ value: null, gap: 'missing', parts: { part: null, whole: 2 } });
    const filing = { unitId: stage.bureau.units.relief, period: '2026H1', value: 1 };
    await stage.filings.file(stats, 'accident_count', filing);
    expect(await tried()).toMatchObject({ value: 50, parts: { part: 1, whole: 2 } });
    await stage.definitions.create(office, 'accidents_per_hazard', draft);
    const template = await stage.templates.add(office, '故.docx', await templateOf('{accidents_per_hazard|1}%'));
    expect((await stage.build({ templateId: template.id })).figures[0]).toMatchObject({ value: 50 });
  });

  it('typed over prints that number in its draft, what its definition counts beside it', async () => {
    const office = await stage.actor('office');
    await stage.add(hazard());
    await stage.definitions.create(office, 'typed_own', draftOf({ kinds: ['hazard'] }, { name: '自定隐患数' }));
    const template = await stage.templates.add(office, '改.docx', await templateOf('{typed_own}条'));
    const { id, figures } = await stage.build({ templateId: template.id });
    const computed = figures[0]!.value!;
    const overrides = new ReportOverrideService(stage.db, new JobQueue(), new Clock({ today }));
    await overrides.set(office, id, 'typed_own', { value: computed + 7, reason: '漏录七条' });
    await stage.reports.build(id);
    const report = await stage.reports.get(office, id);
    expect(report.figures[0]).toMatchObject({
      value: computed + 7,
      typed: { computed, reason: '漏录七条' },
      definitionVersion: 1,
    });
    expect(report.checks.map(({ code }) => code)).toContain('typedOver');
  });

  it('is proposed when a former report is read, and stands in the annex under its heading', async () => {
    const office = await stage.actor('office');
    await stage.add(hazard());
    await stage.definitions.create(
      office,
      'gas_sites',
      draftOf({ kinds: ['hazard'] }, { name: '燃气企业复查数', unit: '家' }),
    );
    const former = new FormerReportService(stage.db, stage.files, stage.templates);
    const { id, placeholders, bindings } = await former.add(office, '去年.txt', Buffer.from('今年燃气企业复查数*家。'));
    expect(placeholders[0]!.proposals[0]).toMatchObject({ key: 'gas_sites' });
    expect(bindings).toEqual([{ index: 1, key: 'gas_sites' }]);
    const template = await former.bind(office, id, { bindings });
    const report = await stage.build({ templateId: template.id });
    const { stream } = await stage.reports.annex(office, report.id);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const sheets = await readWorkbook(Buffer.concat(chunks));
    const cells = JSON.stringify(sheets);
    expect(cells).toContain('燃气企业复查数');
    expect(cells).toContain('本期（2026年1月1日—2026年6月30日）内提出的隐患，按家计，不含已撤销');
  });
});
