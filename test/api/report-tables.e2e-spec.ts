import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@xiaohao/database';
import { documentTexts, printPdf, writeOfficialDocument } from '@xiaohao/documents';
import { systemActor } from '@xiaohao/org';
import { builtInTemplates } from '@xiaohao/reports';
import { printedText, textOf } from '../support/printed-pages.js';
import { closedOn, openReportStage, type ReportStage } from '../support/report-stage.js';

jest.setTimeout(120_000);

const today = '2026-07-10';
const asOf = '2026-06-30';
let stage: ReportStage;
let folder: string;

type Draft = Parameters<ReportStage['add']>[0];
const due = (dueOn: string) => ({ kind: 'date' as const, dueOn, ongoing: false });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xiaohao-tables-'));
  stage = await openReportStage(today);
  const { chemicals, relief, office } = stage.bureau.units;
  const leads = [chemicals, relief, office, null];
  await stage.add(
    ...Array.from({ length: 40 }, (_, at): Draft => {
      const base = { title: `问题${at}`, leadUnitId: leads[at % 4]!, deadline: due(`2026-0${3 + (at % 6)}-28`) };
      if (at % 5 < 2) return { ...base, ...closedOn(at % 5 === 0 ? '2026-04-10' : '2026-06-15') };
      if (at % 5 === 2) return { ...base, completion: 'basic' };
      if (at % 10 === 3)
        return { ...base, status: 'ongoing', deadline: { kind: 'ongoing', dueOn: null, ongoing: true } };
      return base;
    }),
    ...Array.from({ length: 24 }, (_, at): Draft => {
      const assured = { assuredDuty: true, assuredFunds: at % 4 === 0, fundsYuan: 12_500 };
      return {
        kind: 'hazard',
        sourceId: null,
        itemId: null,
        title: `隐患${at}`,
        site: `厂区${at % 7}`,
        industry: at % 3 === 0 ? '危化' : at % 3 === 1 ? '工贸' : null,
        level: at % 4 < 2 ? 'general' : 'major',
        raisedOn: at % 6 === 5 ? '2026-03-20' : '2026-05-10',
        deadline: due('2026-06-20'),
        ...(at % 4 > 1 ? { details: assured } : {}),
        ...(at % 2 === 0 ? closedOn(at % 4 === 0 ? '2026-06-10' : '2026-07-02') : {}),
      };
    }),
    ...Array.from({ length: 18 }, (_, at): Draft => {
      const kind = at < 8 ? ('key_task' as const) : ('supervision_item' as const);
      const base = { kind, sourceId: null, itemId: null, title: `任务${at}`, leadUnitId: leads[at % 3]! };
      const dated = { ...base, raisedOn: '2026-02-01', deadline: due(at % 2 === 0 ? '2026-06-10' : '2026-09-30') };
      if (at % 4 === 0) return { ...dated, ...closedOn(at % 8 === 0 ? '2026-06-05' : '2026-03-05') };
      return at % 3 === 0 ? { ...dated, progress: { text: '完成初稿', on: '2026-06-01', percent: 60 } } : dated;
    }),
  );
});
afterAll(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true, force: true });
});

const build = (templateId: string, period: string, day = asOf) => stage.build({ templateId, period, asOf: day });
type Built = Awaited<ReturnType<typeof build>>;

const tablesOf = ({ content }: Built) => content!.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
const noteOf = ({ content }: Built) => content!.find((block) => block.kind === 'table')!.note;
const valuesOf = ({ figures }: Built) => Object.fromEntries(figures.map(({ key, value }) => [key, value]));
const rate = (part: number, whole: number) => (whole === 0 ? '—' : String(Math.round((part * 1000) / whole) / 10));

/** Over the plain tables, which know no later day than their own: closings after the day are taken back here. */
const rowsOf = <Row>(sql: string) => stage.db.query(sql) as Promise<Row[]>;
const done = `coalesce(t.closed_on <= '${asOf}', false)`;
const overdue = `(not ${done} and t.status <> 'ongoing' and t.due_on < '${asOf}' and coalesce(t.submitted_on > '${asOf}', true))`;

describe('the monthly circular', () => {
  it('counts each section’s problems as the tables do, the total last', async () => {
    const report = await build('rectification-circular', '2026-06');
    const expected = await rowsOf<Record<string, string | number>>(
      `select coalesce(u.name, '未定牵头单位') as name, count(*)::int as n, count(*) filter (where ${done})::int as done,
         count(*) filter (where not ${done} and t.completion = 'basic')::int as basic,
         count(*) filter (where t.status = 'ongoing')::int as ongoing, count(*) filter (where ${overdue})::int as overdue
       from ticket t left join unit u on u.id = t.lead_unit_id where t.kind = 'inspection_issue' group by 1`,
    );
    const line = ({ name, n, done: d, basic, ongoing, overdue: late }: Record<string, string | number>) => {
      const [all, finished, half, kept] = [n, d, basic, ongoing].map(Number) as [number, number, number, number];
      return [name, all, finished, half, kept, all - finished - half - kept, late, rate(finished, all)].map(String);
    };
    expect(report.checks.map(({ code }) => code)).toContain('overdueOpen');
    const [progress, late] = tablesOf(report);
    expect(progress!.slice(0, -1).sort()).toEqual(expected.map(line).sort());
    const figures = valuesOf(report);
    const total = ['', '_done', '_basic', '_ongoing', '_under_way', '_overdue'].map(
      (part) => `${figures[`inspection_issues${part}`]}`,
    );
    expect(progress!.at(-1)).toEqual(['合计', ...total, String(figures['inspection_rectification_rate'])]);
    expect(late).toHaveLength(figures['inspection_issues_overdue']!);
    expect(late!.length).toBeGreaterThan(3);
    expect(late!.every((row) => Number(row[4]) > 0)).toBe(true);
  });

  it('prints ____ for a round that is not there, and leaves out a table of nothing, which its sentence says', async () => {
    const [progress, late] = tablesOf(await build('rectification-circular', '2025-12', '2025-12-31'));
    expect(progress).toEqual([['合计', ...Array<string>(7).fill('____')]]);
    expect(late).toEqual([['—', '____', '—', '—', '—']]);
    const bulletin = await build('supervision-bulletin', '2025-12', '2025-12-31');
    expect(tablesOf(bulletin)).toHaveLength(1);
    const texts = await documentTexts(await stage.documentOf(bulletin.id));
    expect(texts.join('')).not.toMatch(/逾期天数|无/);
    const sentence = '截至2025年12月31日，已过办理时限、尚未报结的督办事项0件。';
    expect(texts).toContain(sentence);
    expect(texts.slice(texts.indexOf(sentence) + 1)[0]).toBe('四、有关要求');
  });
});

describe('the quarterly table of hazards', () => {
  it('counts by industry as the tables do, and what is planned whenever it was found', async () => {
    const report = await build('hazard-statistics', '2026Q2');
    const found = `t.raised_on between '2026-04-01' and '${asOf}'`;
    const planned = `t.level = 'major' and not ${done}`;
    const n = (where: string) => `count(*) filter (where ${where})::int`;
    const expected = await rowsOf<{ cells: (string | number)[] }>(
      `select json_build_array(case when grouping(t.industry) = 1 then '合计' else coalesce(t.industry, '未分行业') end,
         count(distinct t.site) filter (where ${found}),
         ${n(`${found} and t.level = 'general'`)}, ${n(`${found} and t.level = 'general' and ${done}`)},
         ${n(`${found} and t.level = 'major'`)}, ${n(`${found} and t.level = 'major' and ${done}`)},
         ${n(planned)}, ${n(`${planned} and (details ->> 'assuredDuty')::boolean`)},
         ${n(`${planned} and (details ->> 'assuredFunds')::boolean`)},
         1.25 * ${n(planned)}) as cells
       from ticket t where t.kind = 'hazard' group by grouping sets ((t.industry), ())`,
    );
    expect(report.checks.map(({ code }) => code)).not.toContain('overdueOpen');
    const [by, plan, open] = tablesOf(report);
    const seen = by!.map((row) => {
      const [industry, sites, general, generalDone, generalRate, major, majorDone, majorRate] = row;
      expect([generalRate, majorRate]).toEqual([
        rate(Number(generalDone), Number(general)),
        rate(Number(majorDone), Number(major)),
      ]);
      const [, count, duty, , funds, , , money] = plan!.find(([name]) => name === industry)!;
      return [industry, sites, general, generalDone, major, majorDone, count, duty, funds, money].map(String);
    });
    expect([...seen].sort()).toEqual(expected.map(({ cells }) => cells.map(String)).sort());
    expect(seen).toHaveLength(4);
    const [added, sites] = [seen.slice(0, -1).reduce((sum, row) => sum + Number(row[1]), 0), Number(seen.at(-1)![1])];
    expect(added).toBeGreaterThan(sites);
    const repeated = await rowsOf<{ site: string; industries: string[] }>(
      `select t.site, array_agg(distinct coalesce(t.industry, '未分行业')) as industries from ticket t
       where t.kind = 'hazard' and ${found} group by 1 having count(distinct coalesce(t.industry, '')) > 1`,
    );
    expect(repeated.length).toBeGreaterThan(5);
    const note = noteOf(report)!;
    const [, names, count] = new RegExp(
      `；(.+)等(\\d+)个单位涉及几个行业领域，各行都计、合计只计一次，因此各行相加为${added}，合计为${sites}。$`,
    ).exec(note)!;
    expect(Number(count)).toBe(repeated.length);
    const named = [...names!.matchAll(/([^、（）]+)（(.+?)）/g)].map(([, site, industries]) => [
      site,
      industries!.split('、').sort(),
    ]);
    expect(named).toHaveLength(5);
    const asFound = repeated.map(({ site, industries }) => [site, [...industries].sort()]);
    expect(asFound).toEqual(expect.arrayContaining(named));
    expect(added - sites).toBe(repeated.reduce((sum, { industries }) => sum + industries.length - 1, 0));
    expect(await documentTexts(await stage.documentOf(report.id))).toContain(note);
    expect(noteOf(await build('hazard-statistics', '2026Q1'))).toMatch(/单位和场所。$/);
    const figures = valuesOf(report);
    const totals = [
      'hazards_general',
      'hazards_general_done',
      'hazards_major',
      'hazards_major_done',
      'hazards_major_open',
    ];
    expect(seen.at(-1)!.slice(2, 7)).toEqual(totals.map((key) => String(figures[key])));
    expect(open).toHaveLength(figures['hazards_major_open']!);
    expect(figures['hazards_major_open']).toBeGreaterThan(0);
  });
});

describe('the note below the table of hazards', () => {
  const hazard = (site: string, industry: string, more: Draft = {}): Draft => ({
    kind: 'hazard',
    sourceId: null,
    itemId: null,
    title: '护栏缺失',
    level: 'general',
    raisedOn: '2025-08-10',
    site,
    industry,
    deadline: due('2025-12-31'),
    ...more,
  });
  const built = async () => {
    const report = await build('hazard-statistics', '2025Q3', '2025-09-30');
    const rows = tablesOf(report)[0]!;
    return { note: noteOf(report)!.split('场所')[1], sites: rows.map(([, sites]) => Number(sites)) };
  };

  it('names the places that stand in several rows, no confidential one, and adds up without any', async () => {
    await stage.add(
      hazard('东厂', '危化'),
      hazard('西厂', '工贸'),
      hazard('西厂', '工贸', { level: 'major' }),
      // Of no level the table counts: neither its row nor the total has the place.
      hazard('南厂', '燃气', { level: null }),
      hazard('东厂', '燃气', { level: null }),
    );
    expect(await built()).toEqual({ note: '。', sites: [1, 1, 2] });
    await stage.add(hazard('东厂', '消防'));
    const named = '；东厂（危化、消防）涉及几个行业领域，各行都计、合计只计一次，因此各行相加为3，合计为2。';
    expect(await built()).toEqual({ note: named, sites: [1, 1, 1, 2] });
    await stage.add(hazard('西厂', '水域', { confidential: true }));
    expect((await built()).note).toBe(
      '；东厂（危化、消防）等2个单位涉及几个行业领域，各行都计、合计只计一次，因此各行相加为4，合计为2。',
    );
    await stage.change(`update ticket set confidential = true where site = '东厂'`);
    expect((await built()).note).toBe(
      '；未公开的2个单位涉及几个行业领域，各行都计、合计只计一次，因此各行相加为4，合计为2。',
    );
  });
});

describe('a table of a day behind its period', () => {
  it('has rows for what its figure counts, nothing that was raised after the period', async () => {
    const report = await build('hazard-statistics', '2026Q1');
    const [, plan, open] = tablesOf(report);
    const figures = valuesOf(report);
    expect(figures['hazards_major_open']).toBeGreaterThan(0);
    expect(plan!.at(-1)![1]).toBe(String(figures['hazards_major_open']));
    expect(open).toHaveLength(figures['hazards_major_open']!);
  });
});

describe('the table of key tasks', () => {
  it('has a row for each task at hand, done in the period or not yet, with what was last reported', async () => {
    const report = await build('key-task-progress', '2026Q2');
    const expected = await rowsOf<{ title: string; done: boolean; overdue: boolean; percent: number | null }>(
      `select t.title, ${done} as done, ${overdue} as overdue, t.progress_percent as percent from ticket t
       where t.kind = 'key_task' and (not ${done} or t.closed_on >= '2026-04-01')`,
    );
    const rows = tablesOf(report)[0]!.map(([, title, , , percent, state]) => [title, percent, state]);
    const line = ({ title, done: isDone, overdue: isOverdue, percent }: (typeof expected)[number]) => [
      title,
      isDone ? '100' : String(percent ?? '—'),
      isDone ? '已完成' : isOverdue ? '逾期' : '推进中',
    ];
    expect([...rows].sort()).toEqual(expected.map(line).sort());
    const figures = valuesOf(report);
    expect([figures['key_tasks_at_hand'], figures['key_tasks_done'], figures['key_tasks_overdue']]).toEqual([
      expected.length,
      expected.filter((task) => task.done).length,
      expected.filter((task) => task.overdue).length,
    ]);
  });

  it('has no percent of the round before for a task reopened by the day, and still has it for a day before', async () => {
    const [id] = await stage.add({
      kind: 'key_task',
      sourceId: null,
      itemId: null,
      title: '重启的任务',
      raisedOn: '2026-02-01',
      deadline: due('2026-09-30'),
      progress: { text: '已建成', on: '2026-05-01', percent: 100 },
      ...closedOn('2026-05-20'),
    });
    await stage.change(
      `update ticket set status = 'in_progress', round = 2, assigned_on = '2026-06-10', closed_on = null,
         submitted_on = null, closed_on_time = null, progress_percent = null where id = $1`,
      [id],
    );
    const rowOn = async (period: string, day: string) => {
      const rows = tablesOf(await build('key-task-progress', period, day))[0]!;
      return rows.find(([, title]) => title === '重启的任务')!.slice(4, 6);
    };
    expect(await rowOn('2026Q2', '2026-06-30')).toEqual(['—', '推进中']);
    expect(await rowOn('2026Q2', '2026-05-10')).toEqual(['100', '推进中']);
    expect(await rowOn('2026Q2', '2026-06-05')).toEqual(['100', '已完成']);
    await stage.change(
      `insert into progress_entry (id, ticket_id, round, reported_on, text, percent) values ($2, $1, 2, '2026-06-20', '重做', 30)`,
      [id, newId()],
    );
    expect(await rowOn('2026Q2', '2026-06-30')).toEqual(['30', '推进中']);
    await stage.change(`update ticket set status = 'cancelled' where id = $1`, [id]);
  });
});

describe('the bulletin on supervised items', () => {
  it('ranks the sections by what they finished, then by what is overdue', async () => {
    const report = await build('supervision-bulletin', '2026-06');
    const expected = await rowsOf<{ name: string; n: number; done: number; overdue: number }>(
      `select u.name, count(*)::int as n, count(*) filter (where ${done})::int as done,
         count(*) filter (where ${overdue})::int as overdue
       from ticket t join unit u on u.id = t.lead_unit_id
       where t.kind = 'supervision_item' and (not ${done} or t.closed_on >= '2026-06-01') group by 1`,
    );
    const [ranking, late] = tablesOf(report);
    const counts = ranking!
      .slice(0, -1)
      .map(([, name, n, finished, overdueCount]) => [name, n, finished, overdueCount]);
    expect([...counts].sort()).toEqual(
      expected.map((row) => [row.name, row.n, row.done, row.overdue].map(String)).sort(),
    );
    const worth = counts.map(([, n, finished, late]) => Number(finished) / Number(n) - Number(late) / 1000);
    expect(worth).toEqual([...worth].sort((a, b) => b - a));
    expect(ranking!.map(([rank]) => rank)[0]).toBe('1');
    const figures = valuesOf(report);
    expect(ranking!.at(-1)!.slice(1, 5)).toEqual(
      ['合计', ...['at_hand', 'done', 'overdue'].map((part) => figures[`supervision_items_${part}`])].map(String),
    );
    expect(late).toHaveLength(figures['supervision_items_overdue']!);
  });
});

describe('the rank of a section', () => {
  const item = (leadUnitId: string, dueOn: string, more: Draft = {}): Draft => ({
    kind: 'supervision_item',
    sourceId: null,
    itemId: null,
    title: '督办件',
    leadUnitId,
    raisedOn: '2025-03-01',
    assignedOn: '2025-03-01',
    deadline: due(dueOn),
    ...more,
  });
  const ranking = async () =>
    tablesOf(await build('supervision-bulletin', '2025-04', '2025-04-30'))[0]!.map(([rank, name]) => [rank, name]);

  it('is given to none that finished nothing and had nothing due; those stand behind the others', async () => {
    const { chemicals, relief, office } = stage.bureau.units;
    const nameOf = async (id: string) =>
      (await rowsOf<{ name: string }>(`select name from unit where id = '${id}'`))[0]!.name;
    const [one, other, third] = await Promise.all([chemicals, relief, office].map(nameOf));
    await stage.add(
      item(chemicals, '2025-09-30'),
      item(relief, '2025-04-20'),
      item(office, '2025-09-30', closedOn('2025-04-10')),
    );
    const sum = ['', '合计'];
    // Finished early is ranked; nothing due yet and nothing finished is not.
    expect(await ranking()).toEqual([['1', third], ['2', other], ['—', one], sum]);
    await stage.add(item(chemicals, '2025-09-30', closedOn('2025-04-11')));
    expect(await ranking()).toEqual([['1', third], ['2', one], ['3', other], sum]);
    await stage.change(
      `update ticket set status = 'in_progress', closed_on = null, submitted_on = null where title = '督办件'`,
    );
    expect((await ranking()).map(([rank]) => rank)).toEqual(['—', '—', '—', '']);
    await stage.change(`update ticket set status = 'cancelled' where title = '督办件'`);
  });
});

describe('a template of one’s own', () => {
  const withTable = (...cells: string[]) =>
    writeOfficialDocument(
      {
        title: '科室进度',
        blocks: [
          {
            kind: 'table',
            columns: cells.map((_, at) => ({ heading: `列${at}`, width: 1 })),
            rows: [cells.map((text) => [{ text }])],
          },
        ],
      },
      new Date(0),
    );

  it('repeats the row of a table in which a list opens and closes', async () => {
    const file = await withTable('{#progress_by_unit}{leadUnit}', '{count}', '{rate}{/progress_by_unit}');
    const { id } = await stage.templates.add(systemActor, '科室进度.docx', file);
    const texts = await documentTexts(await stage.documentOf((await build(id, '2026-06')).id));
    const [progress] = tablesOf(await build('rectification-circular', '2026-06'));
    const cells = progress!.flatMap((row) => [row[0], row[1], row[7]]);
    expect(texts).toEqual(['科室进度', '列0', '列1', '列2', ...cells]);
  });

  it('says in a row of its table that there is nothing', async () => {
    const file = await withTable('{#overdue_supervision_items}{title}', '{dueDay}{/overdue_supervision_items}');
    const { id } = await stage.templates.add(systemActor, '逾期.docx', file);
    expect(tablesOf(await build(id, '2025-12', '2025-12-31'))).toEqual([[['无', '—']]]);
  });

  it('is refused a field the list does not have', async () => {
    const file = await withTable('{#progress_by_unit}{leadUnit}', '{overdueDays}{/progress_by_unit}');
    await expect(stage.templates.add(systemActor, '错表.docx', file)).rejects.toMatchObject({
      code: 'templateTagUnknown',
    });
  });
});

describe('each built-in template', () => {
  const periods: Record<string, string> = { half: '2026H1', quarter: '2026Q2', month: '2026-06' };
  const others = builtInTemplates.filter(({ code }) => code !== 'half-year');

  it.each(others)('$code prints on the page what the document says, with LibreOffice and without', async (template) => {
    const report = await build(template.code, periods[template.periodKind]!);
    const file = await stage.documentOf(report.id);
    const texts = await documentTexts(file);
    expect(texts.join('')).not.toMatch(/[{}]/);
    const shown = report.content!.flatMap((block) => {
      if (block.kind === 'signature') return [block.unit];
      if ('runs' in block) return [block.runs.map(({ text }) => text).join('')];
      return [
        ...block.columns.flatMap(({ heading }) => heading.split('\n')),
        ...block.rows.flat(),
        ...(block.note ? [block.note] : []),
      ];
    });
    expect(texts.slice(0, -1)).toEqual(shown.filter((text) => text !== ''));
    const headings = report.content!.flatMap((block) => {
      return block.kind === 'table' ? [block.columns.map(({ heading }) => heading).join('')] : [];
    });
    expect(printedText(await printPdf(file, null), headings)).toBe(textOf(texts));
    writeFileSync(join(folder, `${template.code}.docx`), file);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const options = ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, `${template.code}.docx`)];
    execFileSync('soffice', [profile, ...options], { stdio: 'ignore', timeout: 100_000 });
    const pdf = execFileSync('pdftotext', ['-layout', join(folder, `${template.code}.pdf`), '-'], { encoding: 'utf8' });
    const printed = pdf.replace(/\s/g, '');
    for (const block of report.content!) {
      if (block.kind === 'table') expect(printed).toContain(block.columns[0]!.heading);
    }
    expect(printed).toContain('测试局2026年');
  });

  it.each(others)('$code told of an earlier day tells the numbers of that day', async ({ code, periodKind }) => {
    const period = periods[periodKind]!;
    const numbers = async (day: string) =>
      tablesOf(await build(code, period, day))
        .flat(2)
        .join(' ');
    const [early, late] = [await numbers('2026-06-04'), await numbers(asOf)];
    expect(early).not.toBe(late);
    expect(await numbers('2026-06-04')).toBe(early);
  });
});

describe('accidents above general ones', () => {
  const accident = (title: string, leadUnitId: string): Draft => ({
    kind: 'accident_investigation',
    sourceId: null,
    itemId: null,
    title,
    level: 'larger',
    leadUnitId,
    raisedOn: '2025-02-10',
    occurredOn: '2025-02-09',
  });
  const sentences = async () => {
    const report = await build('half-year', '2025H1', '2025-06-30');
    const texts = await documentTexts(await stage.documentOf(report.id));
    const shown = report.content!.flatMap((block) =>
      'runs' in block ? [block.runs.map(({ text }) => text).join('')] : [],
    );
    const found = texts.filter((text) => text.includes('较大及以上'));
    expect(shown.filter((text) => text.includes('较大及以上'))).toEqual(found);
    return { report, found };
  };

  it('are told in one sentence, which stands only where there is one, and what came to it is told row by row', async () => {
    const { chemicals, relief } = stage.bureau.units;
    expect((await sentences()).found).toEqual([]);
    await stage.add(accident('东厂较大爆炸事故', chemicals));
    const one = await sentences();
    expect(one.found).toEqual(['期内另有较大及以上生产安全事故：东厂较大爆炸事故（危化科）。']);
    await stage.add(accident('西厂较大坍塌事故的调查', relief));
    const both = await sentences();
    expect(both.found).toEqual([
      '期内另有较大及以上生产安全事故：东厂较大爆炸事故（危化科）；西厂较大坍塌事故（减灾救灾科）。',
    ]);
    const { contents } = await stage.reports.compare(await stage.actor('chief'), one.report.id, both.report.id);
    expect(contents.map(({ sentence }) => sentence).filter((sentence) => sentence.includes('较大'))).toEqual([
      '“一、上半年全区安全形势”部分列举的事项增加“西厂较大坍塌事故”（SG-2026-0002，事故补录）：“（减灾救灾科）”。',
    ]);
  });
});
