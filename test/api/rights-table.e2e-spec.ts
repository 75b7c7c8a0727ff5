import { readWorkbook } from '@xiaohao/documents';
import { mayDo, roles, type Permission, type Role, type Sight } from '@xiaohao/domain';
import type { TicketService } from '@xiaohao/tickets';
import { bootApi, built, type Answer, type TestApi } from '../support/boot-api.js';
import { noId, ofOneTicket, tableOf } from '../support/rights-calls.js';
import { sampledKinds, setRightsStage, type RightsStage } from '../support/rights-stage.js';
import { routesOf, type Route } from '../support/routes.js';

const today = '2026-07-01';
let api: TestApi;
let stage: RightsStage;

beforeAll(async () => {
  api = await bootApi(today);
  stage = await setRightsStage(api, today);
});
afterAll(() => api.stop());

const everything = 'OoSsPpXx';
/** The one table: which tickets exist for whom, by kind of office. Written down from the rules, not from the code. */
const table: Readonly<Record<Role, { theirs: string; others: string }>> = {
  admin: { theirs: '·', others: '·' },
  chief: { theirs: everything, others: everything },
  deputy: { theirs: '', others: 'OoSsP' },
  inspection: { theirs: everything, others: 'Oo' },
  liaison: { theirs: everything, others: 'Oo' },
  supervision: { theirs: everything, others: 'Oo' },
  safety: { theirs: everything, others: 'Oo' },
  office: { theirs: '', others: 'OoSPX' },
  head: { theirs: '', others: 'OoSsP' },
  handler: { theirs: '', others: 'Oo' },
  clerk: { theirs: '', others: 'OoSsP' },
  stats: { theirs: '·', others: '·' },
  auditor: { theirs: '', others: 'OoSPX' },
};
const kindsOf: Partial<Record<Role, (typeof sampledKinds)[number]>> = {
  inspection: 'inspection_issue',
  liaison: 'inspection_issue',
  safety: 'hazard',
  supervision: 'key_task',
};

/** It looks for the link before the ticket, so that of a link that is none nobody learns anything. */
const linkFirst = 'DELETE /api/tickets/:id/relations/:relationId';
const ticketRoutes = routesOf().filter(ofOneTicket);

function expectedRows({ method, path, access }: Route): string[] {
  return sampledKinds.map((kind) => {
    const row = roles.map((role) => {
      if (!mayDo([role], access as Permission)) return `${role}=refused`;
      if (`${method} ${path}` === linkFirst) return `${role}=·`;
      return `${role}=${kindsOf[role] === kind ? table[role].theirs : table[role].others}`;
    });
    return `${method} ${path} ${kind}: ${row.join(' ')}`;
  });
}

describe('each route of one ticket', () => {
  it.each(ticketRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', async (_, route) => {
    expect(await tableOf(api, stage, route)).toEqual(expectedRows(route));
  });
});

const withTickets = roles.filter((role) => mayDo([role], 'ticket.read'));
const may = (permission: Permission) => withTickets.filter((role) => mayDo([role], permission));

const asked = new Map<Role, Promise<RightsStage['everyTicket']>>();

/** What exists for the role one by one: the routes of one ticket are held against the table above. */
function seenBy(role: Role): Promise<RightsStage['everyTicket']> {
  if (!asked.has(role)) asked.set(role, askOneByOne(role));
  return asked.get(role)!;
}

async function askOneByOne(role: Role): Promise<RightsStage['everyTicket']> {
  const answers = await Promise.all(stage.everyTicket.map(({ id }) => api.as(role).get(`/api/tickets/${id}/events`)));
  return stage.everyTicket.filter((_, at) => answers[at]!.status === 200);
}

const marksOf = (tickets: readonly { mark: string }[]) => tickets.map(({ mark }) => mark).sort();
const titlesOf = ({ body }: Answer) => body.items.map(({ title }: { title: string }) => title).sort();

describe('what exists one by one is all there is', () => {
  it.each(withTickets)('in list, count and search of %s', async (role) => {
    const seen = await seenBy(role);
    for (const query of ['', '&q=记号', '&overdue=true', `&campaignId=${stage.campaignId}`]) {
      const answer = await api.as(role).get(`/api/tickets?limit=200&count=exact${query}`);
      expect([query, titlesOf(answer)]).toEqual([query, marksOf(seen)]);
      expect([query, answer.body.total]).toEqual([query, seen.length]);
    }
    const one = stage.everyTicket.find(({ id }) => !seen.some((ticket) => ticket.id === id));
    if (one) expect((await api.as(role).get(`/api/tickets?q=${one.no}`)).body).toMatchObject({ items: [], total: 0 });
  });

  it.each(may('ticket.export'))('in the ledger %s takes home', async (role) => {
    const response = await api.as(role).raw('/api/exports/ledger.xlsx');
    const { sheets } = await readWorkbook(Buffer.from(await response.arrayBuffer()));
    const texts = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => cell?.text ?? '')));
    expect(texts.filter((text) => /^记号\d+号$/.test(text)).sort()).toEqual(marksOf(await seenBy(role)));
  });

  it.each(may('dashboard.read'))('on the dashboard of %s, today and on a past day', async (role) => {
    const seen = await seenBy(role);
    for (const asOf of [today, '2026-06-15']) {
      const { body } = await api.as(role).get(`/api/dashboard?asOf=${asOf}`);
      expect(body.totals).toMatchObject({ total: seen.length, open: seen.length, overdue: seen.length });
      const part = await api.as(role).get(`/api/dashboard/tickets?asOf=${asOf}&state=open`);
      expect([asOf, titlesOf(part)]).toEqual([asOf, marksOf(seen)]);
      expect(part.body.total).toBe(seen.length);
    }
  });

  it.each(withTickets)('in the campaign as %s counts it', async (role) => {
    const { body } = await api.as(role).get('/api/campaigns');
    const [campaign] = body.filter(({ id }: { id: string }) => id === stage.campaignId);
    const count = (await seenBy(role)).length;
    expect(campaign).toMatchObject({ total: count, live: count, overdue: count });
  });

  it.each(may('ticket.act'))('for %s who acts on all of them at once', async (role) => {
    const seen = new Set((await seenBy(role)).map(({ id }) => id));
    const ids = [...stage.everyTicket.map(({ id }) => id), noId];
    const tickets = ids.map((id) => ({ id, version: 999 }));
    const { body } = await api.as(role).post('/api/ticket-actions', { action: 'request_extension', tickets });
    const never = body.items.at(-1);
    for (const item of body.items) {
      if (seen.has(item.id)) expect(item.code).toBe('stale');
      else expect(item).toEqual({ ...never, id: item.id });
    }
  });
});

/** All that is read without the id of a ticket, asked so that it has something to answer with. */
const readings = [
  '/api/campaigns',
  '/api/captured-mails',
  '/api/checks',
  '/api/daily-roots',
  '/api/dashboard',
  '/api/dashboard?asOf=2026-06-15',
  '/api/deliveries',
  '/api/exports/ledger.xlsx',
  '/api/figures',
  '/api/governance-statistics?from=2026-01-01&to=2026-12-31',
  '/api/import-profiles',
  '/api/imports',
  '/api/indicators?period=2026H1',
  '/api/jobs/failed',
  '/api/ledger-layouts',
  '/api/look-backs',
  '/api/notices',
  '/api/people',
  '/api/people/accounts',
  '/api/people/events',
  '/api/reminders/calendar?month=2026-07',
  '/api/reminders/preview?date=2026-07-06',
  '/api/reminders/preview/head?date=2026-07-06',
  '/api/reports',
  '/api/sources',
  '/api/tickets?limit=200',
  '/api/unit-aliases',
  '/api/units',
  '/api/workbench',
];

async function textOf(role: Role, path: string): Promise<string> {
  const response = await api.as(role).raw(path);
  const content = Buffer.from(await response.arrayBuffer());
  if (!path.includes('.xlsx') || response.status !== 200) return content.toString();
  const { sheets } = await readWorkbook(content);
  return JSON.stringify(sheets);
}

describe('nothing else names what does not exist for', () => {
  it.each(roles)('%s', async (role) => {
    const seen = new Set((await seenBy(role)).map(({ id }) => id));
    const hidden = stage.everyTicket.filter(({ id }) => !seen.has(id));
    for (const path of readings) {
      const text = await textOf(role, path);
      const told = hidden.filter(({ id, no, mark }) => [id, no, mark].some((word) => text.includes(word)));
      expect([path, told]).toEqual([path, []]);
    }
  });
});

/** A leak put into the running application; the table has to see it. */
async function withLeak(plant: () => () => void, routes: readonly Route[]): Promise<string[]> {
  const mend = plant();
  try {
    const observed = await Promise.all(routes.map(async (route) => [await tableOf(api, stage, route), route] as const));
    return observed.flatMap(([rows, route]) => rows.filter((row, at) => row !== expectedRows(route)[at]));
  } finally {
    mend();
  }
}

const routeOf = (name: string) => ticketRoutes.find(({ method, path }) => `${method} ${path}` === name)!;

describe('a planted leak is caught', () => {
  const domain = () => built<typeof import('@xiaohao/domain')>('libs/domain/src/index');

  it('where one route forgets who asks', async () => {
    const { TicketService } = await built<typeof import('@xiaohao/tickets')>('libs/tickets/src/index');
    const forgetful = () => {
      const get = TicketService.prototype.get;
      const chief = {
        personId: api.bureau.people['chief']!,
        name: '',
        username: 'chief',
        roles: ['chief' as const],
        posts: [],
      };
      const spy = jest.spyOn(TicketService.prototype, 'get').mockImplementation(function (this: TicketService, _, id) {
        return get.call(this, chief, id);
      });
      return () => spy.mockRestore();
    };
    const differences = await withLeak(forgetful, [
      routeOf('GET /api/tickets/:id'),
      routeOf('GET /api/tickets/:id/events'),
    ]);
    expect(differences).toHaveLength(sampledKinds.length);
    for (const row of differences) expect(row).toMatch(/^GET \/api\/tickets\/:id \w+: .*handler=OoSsPpXx/);
  });

  it('where a role sees on a ground too many', async () => {
    const { sightTable } = await domain();
    const generous = () => {
      const grounds = sightTable.clerk as Sight[];
      grounds.push('open');
      return () => void grounds.pop();
    };
    const differences = await withLeak(generous, [routeOf('GET /api/tickets/:id/governance')]);
    expect(differences).toHaveLength(sampledKinds.length);
    for (const row of differences) expect(row).toContain('clerk=OoSsPX');
  });

  it('where a role may do a thing too many', async () => {
    const route = routeOf('POST /api/tickets/:id/comments');
    const expected = expectedRows(route);
    const permissions = (await domain()).permissionTable.auditor as Permission[];
    permissions.push('ticket.act');
    const observed = await tableOf(api, stage, route).finally(() => permissions.pop());
    expect(observed).not.toEqual(expected);
    expect(observed.join()).toContain('auditor=OoSPX');
  });
});
