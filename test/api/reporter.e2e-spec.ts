import { execute, select } from '@xiaohao/database';
import { roles } from '@xiaohao/domain';
import type { Clock } from '@xiaohao/calendar';
import { findActor } from '@xiaohao/org';
import { ReporterService, verifyChains } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage } from '../support/import-stage.js';
import { buildWorkbook } from '../support/ledger-workbooks.js';

const today = '2026-07-01';
/** Invented, and found nowhere else: whatever holds one of these words holds the reporter. */
const reporter = { name: '卞无忌', phone: '13700001234', address: '栖霞里七号' };
const words = Object.values(reporter);
let api: TestApi;
let id: string;

beforeAll(async () => {
  api = await bootApi(today);
  id = await namedReport();
});
afterAll(() => api.stop());

/** A named report in work, its reporter recorded by the safety office. */
async function namedReport(): Promise<string> {
  const safety = api.as('safety');
  const created = await safety.post('/api/tickets', {
    kind: 'public_report',
    title: '某厂夜间违规动火',
    details: { channel: 'hotline_12350', reporterKind: 'named', receivedOn: today },
  });
  const ticket = created.body.id as string;
  expect((await safety.put(`/api/tickets/${ticket}/reporter`, reporter)).status).toBe(200);
  const act = async (who: string, action: string, input: object) => {
    const { version } = (await safety.get(`/api/tickets/${ticket}`)).body;
    return api.as(who).post(`/api/tickets/${ticket}/actions`, { action, version, input });
  };
  await act('safety', 'assign', {
    leadUnitId: api.bureau.units.chemicals,
    leaderId: api.bureau.people['deputy'],
    supportUnitIds: [api.bureau.units.relief],
    deadline: { kind: 'date', dueOn: '2026-08-20' },
  });
  await act('head', 'sign', { handlerId: api.bureau.people['handler'] });
  return ticket;
}

const look = (who: string, ticket = id, reason = '联系核实情况') =>
  api.as(who).post(`/api/tickets/${ticket}/reporter/looks`, { reason });
const eventsOf = async (ticket = id): Promise<{ action: string; actor: { name: string }; text: string }[]> =>
  (await api.as('safety').get(`/api/tickets/${ticket}/events`)).body.items;

describe('who reported', () => {
  it.each([...roles, 'head2', 'handler2', 'handler3', 'deputy2'])(
    'is read by %s only when named on the ticket',
    async (who) => {
      const named = ['handler', 'deputy'].includes(who);
      const before = (await eventsOf()).length;
      const answer = await look(who);
      expect([who, answer.status]).toEqual([who, named ? 200 : answer.status === 403 ? 403 : 404]);
      expect(words.some((word) => JSON.stringify(answer.body).includes(word))).toBe(named);
      expect((await eventsOf()).length).toBe(before + (named ? 1 : 0));
      const ticket = await api.as(who).get(`/api/tickets/${id}`);
      expect(ticket.body.can?.readReporter ?? false).toBe(named);
    },
  );

  it('is read by a person written down for it', async () => {
    await execute(
      api.owner,
      `insert into ticket_person (ticket_id, sort, name, person_id) values ($1, 0, '承办乙', $2)`,
      [id, api.bureau.people['handler2']],
    );
    expect((await look('handler2')).body).toEqual(reporter);
    await execute(api.owner, 'delete from ticket_person where ticket_id = $1', [id]);
    expect((await look('handler2')).status).toBe(404);
  });

  it('is looked at with a reason, told with name and hour in the chain of events', async () => {
    expect((await look('handler', id, '')).status).toBe(400);
    const answer = await look('handler', id, '核对举报地点');
    expect(answer.body).toEqual(reporter);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const [last] = await eventsOf();
    expect(last).toMatchObject({ action: 'reporter_seen', actor: { name: '承办甲' } });
    expect(last!.text).toBe('查看举报人信息：理由 核对举报地点');
    expect((await verifyChains(api.owner)).broken).toBeNull();
  });

  it('is looked at by no request that only reads: a link elsewhere writes no look in anybody’s name', async () => {
    const before = (await eventsOf()).length;
    for (const method of ['GET', 'HEAD']) {
      for (const path of ['reporter', 'reporter/looks']) {
        const answer = await api.as('handler').raw(`/api/tickets/${id}/${path}?reason=核对举报地点`, { method });
        expect(answer.status).toBe(404);
      }
    }
    const foreign = { method: 'POST', headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' } };
    const path = `/api/tickets/${id}/reporter/looks`;
    const answer = await api.as('handler').raw(path, { ...foreign, body: JSON.stringify({ reason: '核对' }) });
    expect([answer.status, (await eventsOf()).length]).toEqual([403, before]);
  });

  it('is not told when the look cannot be recorded', async () => {
    await api.owner.query(`create function refuse_event() returns trigger language plpgsql as $$
      begin if new.action = 'reporter_seen' then raise exception 'no room'; end if; return new; end $$`);
    await api.owner.query(
      'create trigger refuse_event before insert on event for each row execute function refuse_event()',
    );
    const answer = await look('handler');
    await api.owner.query('drop trigger refuse_event on event');
    await api.owner.query('drop function refuse_event()');
    expect(answer.status).toBe(500);
    expect(words.some((word) => JSON.stringify(answer.body).includes(word))).toBe(false);
  });

  it('is no longer open to a handler who handed the ticket over', async () => {
    const other = await namedReport();
    expect((await look('handler', other)).status).toBe(200);
    const { version } = (await api.as('head').get(`/api/tickets/${other}`)).body;
    const input = { handlerId: api.bureau.people['handler2'] };
    await api.as('head').post(`/api/tickets/${other}/actions`, { action: 'reassign', version, input });
    expect([(await look('handler', other)).status, (await look('handler2', other)).status]).toEqual([404, 200]);
  });
});

describe('writing it down', () => {
  it.each(['head', 'handler', 'clerk', 'inspection', 'supervision', 'chief', 'liaison'])(
    'is not for %s',
    async (who) => {
      const answer = await api.as(who).put(`/api/tickets/${id}/reporter`, { name: '别人' });
      expect([403, 404]).toContain(answer.status);
      expect((await look('handler')).body).toEqual(reporter);
    },
  );

  it('gets nobody of the office to read it by naming themselves responsible', async () => {
    const other = await namedReport();
    const safety = api.as('safety');
    const name = async (leaderId: string) => {
      const { version } = (await safety.get(`/api/tickets/${other}`)).body;
      return safety.patch(`/api/tickets/${other}`, { version, leaderId });
    };
    const named = await name(api.bureau.people['safety']!);
    expect([named.status, named.body.can.readReporter]).toEqual([200, false]);
    const answer = await look('safety', other);
    expect([answer.status, answer.body.message]).toEqual([404, '没有找到举报人信息']);
    await name(api.bureau.people['deputy2']!);
    expect((await look('deputy2', other)).body).toEqual(reporter);
  });

  it('is refused for an anonymous report and for a ticket that is none', async () => {
    const safety = api.as('safety');
    const details = { channel: 'letter', reporterKind: 'anonymous' };
    const anonymous = (await safety.post('/api/tickets', { kind: 'public_report', title: '匿名', details })).body.id;
    expect((await safety.put(`/api/tickets/${anonymous}/reporter`, reporter)).body.code).toBe('inputWrong');
    const hazard = (await safety.post('/api/tickets', { kind: 'hazard', title: '隐患' })).body.id;
    expect((await safety.put(`/api/tickets/${hazard}/reporter`, reporter)).status).toBe(404);
    expect(
      await select(api.owner, 'select 1 from reporter where ticket_id = any($1::uuid[])', [[anonymous, hazard]]),
    ).toEqual([]);
  });
});

describe('without a secret', () => {
  it('nothing is stored, and the refusal says what is missing', async () => {
    const other = await namedReport();
    const [before] = await api.owner.query(
      'select ciphertext, version from reporter r join ticket t on t.id = ticket_id where t.id = $1',
      [other],
    );
    const found = await findActor(api.owner, api.bureau.people['safety']!, today);
    const clock = { now: () => new Date(), today: () => today } as Clock;
    const service = new ReporterService(api.owner, { secret: null }, null as never, null as never, clock);
    await expect(service.record(found!.actor, other, { name: '改写' })).rejects.toMatchObject({
      code: 'secretMissing',
    });
    const [after] = await api.owner.query(
      'select ciphertext, version from reporter r join ticket t on t.id = ticket_id where t.id = $1',
      [other],
    );
    expect(after).toEqual(before);
  });
});

describe('in the database', () => {
  it('it lies sealed, and in no other row of any table', async () => {
    const [row] = await select<{ ciphertext: Buffer; nonce: Buffer }>(
      api.owner,
      'select ciphertext, nonce from reporter where ticket_id = $1',
      [id],
    );
    expect(row!.nonce).toHaveLength(12);
    expect(words.some((word) => row!.ciphertext.includes(Buffer.from(word)))).toBe(false);
    const tables = await select<{ name: string }>(
      api.owner,
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    for (const { name } of tables) {
      const [found] = await api.owner.query(`select count(*)::int as count from "${name}" t where t::text ~ $1`, [
        words.join('|'),
      ]);
      expect([name, found.count]).toEqual([name, 0]);
    }
  });

  it('a row moved to another ticket does not open there', async () => {
    const other = await namedReport();
    await api.owner.query(
      `update reporter r set ciphertext = s.ciphertext, nonce = s.nonce from reporter s where r.ticket_id = $1 and s.ticket_id = $2`,
      [other, id],
    );
    const answer = await look('handler', other);
    expect([answer.status, answer.body.code]).toEqual([503, 'sealBroken']);
  });

  it('is not the application’s to delete', async () => {
    await expect(
      api.owner.transaction(async (tx) => {
        await tx.query('set local role xiaohao_app');
        await tx.query('delete from reporter');
      }),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('everywhere else', () => {
  it('there is nothing of it: lists, search, ticket, events, export, notices', async () => {
    for (const who of ['safety', 'handler', 'deputy', 'chief', 'head', 'auditor', 'office']) {
      const caller = api.as(who);
      const places = [
        '/api/tickets',
        `/api/tickets/${id}`,
        `/api/tickets/${id}/events`,
        '/api/notices',
        '/api/workbench',
      ];
      for (const place of places) {
        const text = JSON.stringify((await caller.get(place)).body);
        expect([who, place, words.some((word) => text.includes(word))]).toEqual([who, place, false]);
      }
      for (const word of words) {
        expect((await caller.get(`/api/tickets?q=${encodeURIComponent(word)}`)).body.total).toBe(0);
      }
      const file = Buffer.from(await (await caller.raw('/api/exports/ledger.xlsx')).arrayBuffer());
      expect(words.some((word) => file.includes(Buffer.from(word)))).toBe(false);
    }
  });
});

it('is not kept with an imported row, in the preview or on the ticket, whatever meaning the column is given', async () => {
  const stage = await openImportStage(api, today);
  try {
    const file = await buildWorkbook([
      {
        name: '举报台账',
        rows: [
          ['安全生产举报核查台账'],
          ['序号', '举报内容', '举报人', '联系电话', '住址', '承办单位', '责任人', '电话', '办理时限', '办理情况'],
          [1, '夜间违规作业', ...words, '危化科', '承办甲', '0000', '2026年8月1日', '核查中'],
        ],
      },
    ]);
    const safety = api.as('safety');
    const { body } = await stage.preview(safety, file, { kind: 'public_report' });
    expect(body.tickets[0].issues).toContainEqual(expect.objectContaining({ code: 'reporterWithheld', cell: 'C3' }));
    const columns = ['C', 'D', 'E'].map((column) => ({ sheet: '举报台账', column, meaning: 'details' }));
    await safety.patch(`/api/imports/${body.id}`, { version: 1, columns });
    await stage.runJobs();
    const cells = [{ sheet: '举报台账', cell: 'C3', text: reporter.name }];
    expect((await safety.patch(`/api/imports/${body.id}`, { version: 2, cells })).status).toBe(422);
    await safety.post(`/api/imports/${body.id}/commit`);
    await stage.runJobs();
    const rows = await select<{ kept: string }>(
      api.owner,
      `select r.ticket::text || i.options::text || coalesce(t.details::text, '') as kept, t.details
       from ledger_import i join ledger_import_row r on r.import_id = i.id left join ticket t on t.import_id = i.id
       where i.id = $1`,
      [body.id],
    );
    expect(rows).toMatchObject([{ details: { 电话: '0000' } }]);
    expect(words.filter((word) => JSON.stringify(rows).includes(word))).toEqual([]);
  } finally {
    await stage.close();
  }
});
