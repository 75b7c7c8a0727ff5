import { roles, type Role, type TicketKind } from '@xiaohao/domain';
import { execute, newId } from '@xiaohao/database';
import { systemActor } from '@xiaohao/org';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import type { TestApi } from './boot-api.js';
import type { TestBureau } from './bureau.js';

/** Where a ticket stands to a person: it names them; their unit leads it, or one in their charge; supports it; none of it. */
export const places = ['own', 'section', 'supported', 'other'] as const;
export type Place = (typeof places)[number];

/** One kind of each coordinating office. */
export const sampledKinds = ['inspection_issue', 'hazard', 'key_task'] as const satisfies readonly TicketKind[];

export interface PlacedTicket {
  id: string;
  no: string;
  /** A title found nowhere else. */
  mark: string;
  kind: (typeof sampledKinds)[number];
  place: Place;
  confidential: boolean;
}

/** For every role its tickets, one in every place, open and confidential; units share theirs. */
export interface RightsStage {
  placed: Readonly<Record<Role, readonly PlacedTicket[]>>;
  everyTicket: readonly { id: string; no: string; mark: string }[];
  campaignId: string;
}

const unitOf = (role: Role): keyof TestBureau['units'] => {
  const units: Partial<Record<Role, keyof TestBureau['units']>> = {
    chief: 'leaders',
    deputy: 'chemicals',
    head: 'chemicals',
    handler: 'chemicals',
    clerk: 'town',
    stats: 'relief',
  };
  return units[role] ?? 'office';
};

export const dueOn = '2026-06-01';

/** Overdue tickets in every relation to every role, of one campaign. */
export async function setRightsStage({ owner, bureau }: TestApi, today: string): Promise<RightsStage> {
  const { units, people } = bureau;
  const campaignId = newId();
  await execute(owner, `insert into campaign (id, name) values ($1, '拉网式排查')`, [campaignId]);
  const tickets = new Map<string, NewTicket & { id: string }>();
  const placed = Object.fromEntries(
    roles.map((role) => {
      const unit = unitOf(role);
      const standing: Record<Place, Partial<NewTicket>> = {
        own: { leaderId: people[role]!, leadUnitId: units.relief },
        section: { leadUnitId: units[unit] },
        supported: { leadUnitId: units.relief, supportUnitIds: [units[unit]] },
        other: { leadUnitId: units[unit === 'relief' ? 'town' : 'relief'] },
      };
      const mine = sampledKinds.flatMap((kind) =>
        places.flatMap((place) =>
          [false, true].map((confidential) => {
            const key = JSON.stringify([kind, confidential, standing[place]]);
            if (!tickets.has(key))
              tickets.set(key, overdue(kind, confidential, standing[place], campaignId, tickets.size));
            return { kind, place, confidential, id: tickets.get(key)!.id, mark: tickets.get(key)!.title, no: '' };
          }),
        ),
      );
      return [role, mine];
    }),
  ) as Record<Role, PlacedTicket[]>;
  const made = await owner.transaction((tx) =>
    createTickets(tx, systemActor, [...tickets.values()], { today, at: new Date() }),
  );
  const numbers = new Map(made.map(({ id, no }) => [id, no]));
  for (const ticket of Object.values(placed).flat()) ticket.no = numbers.get(ticket.id)!;
  const everyTicket = [...tickets.values()].map(({ id, title }) => ({ id, no: numbers.get(id)!, mark: title }));
  return { placed, everyTicket, campaignId };
}

function overdue(
  kind: PlacedTicket['kind'],
  confidential: boolean,
  standing: Partial<NewTicket>,
  campaignId: string,
  count: number,
): NewTicket & { id: string } {
  return {
    id: newId(),
    kind,
    title: `记号${count}号`,
    level: kind === 'hazard' ? 'general' : null,
    status: 'in_progress',
    campaignId,
    confidential,
    site: '云栖镇仓库',
    raisedOn: '2026-05-01',
    occurredOn: kind === 'hazard' ? '2026-05-01' : null,
    assignedOn: '2026-05-02',
    signedOn: '2026-05-03',
    deadline: { kind: 'date', dueOn, ongoing: false },
    ...standing,
  };
}
