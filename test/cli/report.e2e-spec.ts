import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { ownerDataSource } from '@xiaohao/database';
import { documentTexts, writeOfficialDocument } from '@xiaohao/documents';
import { systemActor } from '@xiaohao/org';
import { createTickets } from '@xiaohao/tickets';
import { buildBureau } from '../support/bureau.js';
import { createSuiteDatabase, type SuiteDatabase } from '../support/suite-database.js';

jest.setTimeout(120_000);

const program = join(__dirname, '../../dist/apps/cli/src/main.js');
let database: SuiteDatabase;
let owner: DataSource;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xiaohao-report-'));
  database = await createSuiteDatabase();
  owner = await ownerDataSource({ databaseAdminUrl: database.ownerUrl }).initialize();
  const { sourceId, itemIds, units } = await buildBureau(owner);
  await owner.transaction(async (tx) => {
    const issue = {
      kind: 'inspection_issue',
      title: '台账更新不及时',
      sourceId,
      itemId: itemIds[0]!,
      leadUnitId: units.chemicals,
      raisedOn: '2026-01-20',
      deadline: { kind: 'date', dueOn: '2026-05-31', ongoing: false },
    } as const;
    const closed = { status: 'closed', closedOn: '2026-04-30', submittedOn: '2026-04-28', closedOnTime: true } as const;
    const drafts = [
      { ...issue, ...closed },
      { ...issue, status: 'in_progress' as const },
    ];
    await createTickets(tx, systemActor, drafts, { today: '2026-07-10', at: new Date() });
  });
});
afterAll(async () => {
  await owner?.destroy();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const env = {
    ...process.env,
    DATABASE_URL: database.appUrl,
    XIAOHAO_DATA: join(folder, 'data'),
    XIAOHAO_TODAY: '2026-07-10',
    NODE_ENV: '',
  };
  return new Promise((resolve) =>
    execFile(process.execPath, [program, 'report', ...args], { env }, (failure, out, error) =>
      resolve({ code: failure ? Number(failure.code) : 0, out, error }),
    ),
  );
}

const file = (name: string) => join(folder, name);

describe('xiaohao report', () => {
  it('writes the Word file and what the API would answer, and the same again for the same instant', async () => {
    const request = ['--template', 'half-year', '--period', '2026H1', '--set', 'district_name=清河区'];
    const { code, error } = await run(...request, '--out', file('a.docx'), '--json', file('a.json'));
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const report = JSON.parse(readFileSync(file('a.json'), 'utf8'));
    expect(report).toMatchObject({ status: 'ready', period: '2026H1', asOf: '2026-06-30' });
    const value = (key: string) => report.figures.find((figure: { key: string }) => figure.key === key);
    expect(value('inspection_issues')).toMatchObject({
      value: 2,
      text: '2',
      unit: '个',
      source: 'tickets',
      ticketCount: 2,
    });
    expect(value('inspection_rectification_rate')).toMatchObject({ value: 50, unit: '%' });
    expect(value('district_name')).toMatchObject({ value: null, text: '清河区', source: 'parameter' });
    expect(report.checks.find(({ code: kind }: { code: string }) => kind === 'overdueOpen').ticketIds).toHaveLength(1);
    expect((await documentTexts(readFileSync(file('a.docx')))).join()).toContain(
      '反馈1项2个具体问题，截至2026年6月30日已完成整改1个',
    );

    await owner.query(`update ticket set status = 'closed', closed_on = '2026-06-01' where status = 'in_progress'`);
    const again = await run(
      ...request,
      '--known-at',
      report.knownAt,
      '--out',
      file('b.docx'),
      '--json',
      file('b.json'),
    );
    expect(again.code).toBe(0);
    expect(JSON.parse(readFileSync(file('b.json'), 'utf8')).figures).toEqual(report.figures);
    expect(readFileSync(file('b.docx')).equals(readFileSync(file('a.docx')))).toBe(true);
    await run(...request, '--out', file('c.docx'), '--json', file('c.json'));
    expect(JSON.parse(readFileSync(file('c.json'), 'utf8')).figures).not.toEqual(report.figures);
  });

  it('fills somebody’s own Word file', async () => {
    const blocks = [{ kind: 'paragraph' as const, runs: [{ text: '{签发人}：{巡察问题数}个' }] }];
    writeFileSync(file('own.docx'), await writeOfficialDocument({ title: '通报', blocks }, new Date(0)));
    const { code } = await run(
      '--template',
      file('own.docx'),
      '--period',
      '2026-06',
      '--set',
      '签发人=周明',
      '--out',
      file('d.docx'),
    );
    expect(code).toBe(0);
    expect(await documentTexts(readFileSync(file('d.docx')))).toEqual(['通报', '周明：2个']);
  });

  it('counts by the definitions of the instant it is asked of, by those of today on request', async () => {
    const define = (facts: object) => JSON.stringify({ rules: [{ scope: 'period', counts: 'tickets', ...facts }] });
    await owner.query(
      `insert into figure_definition (key, name, unit, nature, figure_group, definition)
       values ('marked', '标记数', '个', 'stock', 'bureau', $1)`,
      [define({ levels: ['major'] })],
    );
    const [{ then }] = await owner.query(`select clock_timestamp() as then`);
    await owner.query(`update figure_definition set definition = $1, version = 2 where key = 'marked'`, [define({})]);
    const blocks = [{ kind: 'paragraph' as const, runs: [{ text: '{标记数}个' }] }];
    writeFileSync(file('marked.docx'), await writeOfficialDocument({ title: '通报', blocks }, new Date(0)));
    const printed = async (...more: string[]) => {
      const request = ['--template', file('marked.docx'), '--period', '2026H1', '--known-at', then.toISOString()];
      const { error } = await run(...request, ...more, '--out', file('f.docx'));
      return error === '' ? (await documentTexts(readFileSync(file('f.docx')))).at(-1) : error;
    };
    expect([await printed(), await printed('--definitions', 'then'), await printed('--definitions', 'now')]).toEqual([
      '0个',
      '0个',
      '2个',
    ]);
  });

  it('refuses with one line that names what is wrong, and writes nothing', async () => {
    const blocks = [{ kind: 'paragraph' as const, runs: [{ text: '共{巡察问题树}个' }] }];
    writeFileSync(file('bad.docx'), await writeOfficialDocument({ title: '通报', blocks }, new Date(0)));
    const unknown = await run('--template', file('bad.docx'), '--period', '2026H1', '--out', file('e.docx'));
    expect(unknown).toEqual({ code: 1, out: '', error: '模板第 2 段的标签 {巡察问题树} 没有对应的指标或参数\n' });
    const period = await run('--template', 'half-year', '--period', '2026H3', '--out', file('e.docx'));
    expect([period.code, period.error.split('\n')]).toEqual([2, [expect.stringContaining('2026H3'), '']]);
    expect((await run('--template', 'half-year', '--out', file('e.docx'))).code).toBe(2);
    expect(existsSync(file('e.docx'))).toBe(false);
  });
});
