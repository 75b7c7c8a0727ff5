import { roles, type Role } from '@xiaohao/domain';
import type { TestApi } from './boot-api.js';
import { places, sampledKinds, type PlacedTicket, type RightsStage } from './rights-stage.js';
import type { Route } from './routes.js';

/** Never the id of anything. */
export const noId = '01234567-0123-7123-8123-0123456789ab';

const day = '2026-07-20';
/** What each writing route of one ticket is sent: well-formed, so that only rights and the ticket decide. */
const bodies: Readonly<Record<string, object>> = {
  'PATCH /api/tickets/:id': { version: 999 },
  'POST /api/tickets/:id/actions': { action: 'request_extension', version: 999, input: {} },
  'PUT /api/tickets/:id/details': { version: 999, details: {} },
  'PUT /api/tickets/:id/reporter': { name: '某人' },
  'POST /api/tickets/:id/reporter/looks': { reason: '核实情况' },
  'POST /api/tickets/:id/progress': { text: '正在整改' },
  'POST /api/tickets/:id/outcomes': { type: 'nothing_of_the_kind', amount: 1 },
  'POST /api/tickets/:id/comments': { text: '知悉' },
  'POST /api/tickets/:id/measures': { text: '逐项核对' },
  'PATCH /api/tickets/:id/measures/:measureId': { version: 999 },
  'POST /api/tickets/:id/instructions': { text: '抓紧', addressee: 'head', dueOn: day },
  'POST /api/tickets/:id/instructions/:instructionId/acknowledgement': { version: 999 },
  'POST /api/tickets/:id/instructions/:instructionId/answer': { version: 999, text: '已办' },
  'POST /api/tickets/:id/spreads': { unitIds: [noId], question: '有无同类问题', dueOn: day },
};

/** How a route answered for one ticket: refused for the role, the ticket does not exist for this person, or neither. */
export type Verdict = 'refused' | 'missing' | 'through' | `broken ${string}`;

export const ofOneTicket = ({ path }: Route): boolean => path.startsWith('/api/tickets/:id');

interface Heard {
  status: number;
  text: string;
}

/** `missing` only where the answer is letter by letter that for a ticket that never was. */
function verdictOn(answer: Heard, never: Heard, ticketId: string): Verdict {
  const nothingIsTold = answer.text.replaceAll(ticketId, noId) === never.text;
  if (answer.status >= 500 || answer.status === 400) return `broken ${answer.status} ${answer.text}`;
  if (answer.status === 403 && never.status === 403) return nothingIsTold ? 'refused' : `broken ${answer.text}`;
  return answer.status === 404 && nothingIsTold ? 'missing' : 'through';
}

async function send(api: TestApi, { method, path }: Route, role: Role, ticketId: string): Promise<Heard> {
  const key = `${method} ${path}`;
  const target = path.replace(':id', ticketId).replace(/:\w+/g, noId);
  if (key === 'POST /api/tickets/:id/evidence') {
    const answer = await api.as(role).upload(target, [{ name: '说明.txt', content: '已整改' }]);
    return { status: answer.status, text: JSON.stringify(answer.body) };
  }
  const body = key === 'POST /api/tickets/:id/relations' ? { otherId: ticketId, type: 'related' } : bodies[key];
  if (method !== 'GET' && method !== 'DELETE' && !body) throw new Error(`Name a body for ${key}`);
  const json = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {};
  const response = await api.as(role).raw(target, { method, ...json });
  return { status: response.status, text: await response.text() };
}

const letters: Readonly<Record<PlacedTicket['place'], string>> = { own: 'O', section: 'S', supported: 'P', other: 'X' };

/**
 * The table of one route, a line per kind, a cell per role. A cell names the tickets that exist for the role: Own, own
 * Section, supported (P) and other (X); small letters are the confidential ones. `·`: none; `refused`: not a route of theirs.
 */
export async function tableOf(api: TestApi, stage: RightsStage, route: Route): Promise<string[]> {
  const cells = await Promise.all(roles.map(async (role) => [role, await cellsOf(api, stage, route, role)] as const));
  return sampledKinds.map((kind) => {
    const row = cells.map(([role, byKind]) => `${role}=${byKind[kind]}`).join(' ');
    return `${route.method} ${route.path} ${kind}: ${row}`;
  });
}

async function cellsOf(api: TestApi, stage: RightsStage, route: Route, role: Role): Promise<Record<string, string>> {
  const never = await send(api, route, role, noId);
  const cells: Record<string, string> = {};
  for (const kind of sampledKinds) {
    const tickets = stage.placed[role].filter((ticket) => ticket.kind === kind);
    const verdicts = await Promise.all(
      tickets.map(
        async (ticket) => [ticket, verdictOn(await send(api, route, role, ticket.id), never, ticket.id)] as const,
      ),
    );
    cells[kind] = cellOf(verdicts);
  }
  return cells;
}

function cellOf(verdicts: readonly (readonly [PlacedTicket, Verdict])[]): string {
  const broken = verdicts.find(([, verdict]) => verdict.startsWith('broken'));
  if (broken) return broken[1];
  if (verdicts.every(([, verdict]) => verdict === 'refused')) return 'refused';
  const seen = places.flatMap((place) =>
    verdicts
      .filter(([ticket, verdict]) => ticket.place === place && verdict !== 'missing')
      .map(([{ confidential }]) => (confidential ? letters[place].toLowerCase() : letters[place])),
  );
  return seen.join('') || '·';
}
