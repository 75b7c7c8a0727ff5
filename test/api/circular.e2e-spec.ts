import type { NewTicket } from '@xiaohao/tickets';
import { writeOfficialDocument } from '@xiaohao/documents';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { closedOn } from '../support/report-stage.js';
import { openReportWorker, type ReportWorker } from '../support/report-worker.js';

const today = '2026-07-10';
let api: TestApi;
let worker: ReportWorker;
let report: string;
let nos: string[];
let ids: string[];

const item = (draft: Partial<NewTicket> = {}): Partial<NewTicket> => ({
  kind: 'supervision_item',
  title: '值班室改造',
  raisedOn: '2026-03-01',
  assignedOn: '2026-03-02',
  deadline: { kind: 'date', dueOn: '2026-08-31', ongoing: false },
  ...draft,
});

beforeAll(async () => {
  api = await bootApi(today);
  worker = await openReportWorker(api, today);
  await worker.change(`update bureau_parameter set value = '临江区应急管理局' where key = 'bureau_name'`);
  const sourceId = await worker.addRound('区政府督办');
  // Four of them, three done, of which one on the last days of the period.
  const made = await worker.addIssues(
    sourceId,
    item(closedOn('2026-04-01')),
    item(closedOn('2026-05-01')),
    item(closedOn('2026-06-28')),
    item({ status: 'pending_review', submittedOn: '2026-06-20' }),
  );
  [nos, ids] = [made.map(({ no }) => no), made.map(({ id }) => id)];
  report = await worker.build({ templateId: 'supervision-bulletin' });
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

async function reconcile(content: Buffer | string, name = '通报.txt', username = 'office') {
  const file = { name, content: Buffer.from(content) };
  return api.as(username).upload(`/api/reports/${report}/circular`, [file]);
}

const paper = (...told: string[]) =>
  [
    '临江区委督查室',
    '关于2026年上半年督办事项办理情况的通报',
    '截至6月25日，全区共承办督办事项120件，已办结96件，办结率80%。',
    ...told,
    '临江区委督查室',
  ].join('\n');

const claims = (body: { claims: any[] }) =>
  body.claims.map(({ found, key, ours, outcome }) => [found, key, ours, outcome]);

describe('a paper of a superior held against a report', () => {
  it('takes what is told of the bureau alone; what was so on its day is explained by the tickets since', async () => {
    const { status, body } = await reconcile(
      paper('区住建局8件，已办结8件；区应急局承办督办事项4件，已办结2件，办结率50%。'),
    );
    expect(status).toBe(200);
    expect(claims(body)).toEqual([
      ['4', 'supervision_items_at_hand', 4, 'same'],
      ['2', 'supervision_items_done', 3, 'explained'],
      ['50', 'supervision_items_rate', 75, 'explained'],
    ]);
    expect(body).toMatchObject({ asOf: '2026-06-25', others: 5, shared: [], notes: [] });
    expect(body.claims[1].sentence).toMatch(
      new RegExp(`通报 2 件，与我局截至2026年6月25日的数一致；本报告为 3 件。其后：.*新销号 1 件（${nos[2]}）`),
    );
    expect(body.tickets).toContainEqual({ id: ids[2], no: nos[2] });
  });

  it('reads the row of the bureau in a table of units', async () => {
    const runs = (...texts: string[]) => texts.map((text) => [{ text }]);
    const content = await writeOfficialDocument(
      {
        title: '关于2026年上半年督办事项办理情况的通报',
        blocks: [
          { kind: 'paragraph', runs: [{ text: '各单位办理情况见下表。' }] },
          {
            kind: 'table',
            columns: ['单位', '承办数（件）', '办结数（件）', '办结率'].map((heading) => ({ heading, width: 1 })),
            rows: [
              runs('区住建局', '8', '8', '100%'),
              runs('区应急管理局', '4', '3', '75%'),
              runs('合计', '12', '11', '91.7%'),
            ],
          },
        ],
      },
      new Date(),
    );
    const { body } = await reconcile(content, '通报.docx');
    expect(claims(body)).toEqual([
      ['4', 'supervision_items_at_hand', 4, 'same'],
      ['3', 'supervision_items_done', 3, 'same'],
      ['75', 'supervision_items_rate', 75, 'same'],
    ]);
    expect(body.others).toBe(6);
  });

  it('what no day explains differs, with the tickets that are counted and the rest of the whole', async () => {
    const { body } = await reconcile(paper('区应急管理局承办督办事项4件，已办结4件。'));
    expect(claims(body)).toEqual([
      ['4', 'supervision_items_at_hand', 4, 'same'],
      ['4', 'supervision_items_done', 3, 'differs'],
    ]);
    const { sentence, counted, notCounted } = body.claims[1];
    expect(sentence).toContain('我局少 1 件');
    expect(counted.items.map(({ no }: { no: string }) => no)).toEqual(nos.slice(0, 3));
    expect(notCounted.items.map(({ no }: { no: string }) => no)).toEqual([nos[3]]);
  });

  it('what was entered after its day is told as such', async () => {
    await worker.change(
      `update ticket set status = 'closed', submitted_on = '2026-06-20', closed_on = '2026-06-24', closed_on_time = true where id = $1`,
      ids[3],
    );
    const later = await worker.build({ templateId: 'supervision-bulletin' });
    const before = report;
    report = later;
    const { body } = await reconcile(paper('区应急管理局承办督办事项4件，已办结3件。'));
    expect(claims(body)[1]).toEqual(['3', 'supervision_items_done', 4, 'explained']);
    report = before;
  });

  it('keeps nothing of it, neither the paper nor what was counted', async () => {
    const [{ reports, files }] = await worker.db.query(
      'select (select count(*) from report)::int as reports, (select count(*) from file)::int as files',
    );
    await reconcile(paper('区应急管理局承办督办事项4件。'));
    const [now] = await worker.db.query(
      'select (select count(*) from report)::int as reports, (select count(*) from file)::int as files',
    );
    expect(now).toEqual({ reports, files });
  });

  it('of another period says so, of nobody known finds nothing, and what is no paper is refused', async () => {
    const other = '关于2025年下半年督办事项办理情况的通报\n区应急管理局承办督办事项4件。';
    expect((await reconcile(other)).body.notes).toEqual([
      '通报写的是2025年下半年，本报告是2026年上半年；请另选报告期相同的报告核对',
    ]);
    expect((await reconcile(paper('区住建局8件。'))).body).toMatchObject({
      claims: [],
      names: ['临江区应急管理局', '临江区'],
    });
    expect((await reconcile('x', '通报.docx')).status).toBe(422);
    expect((await api.as('office').post(`/api/reports/${report}/circular`, {})).status).toBe(422);
  });
});
