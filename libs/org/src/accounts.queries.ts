import type { Role } from '@xiaohao/domain';
import { select, type Queryable } from '@xiaohao/database';

interface Named {
  id: string;
  name: string;
}

export interface AccountPost {
  id: string;
  role: Role;
  unit: Named;
  charge: Named[];
  fromOn: string;
  toOn: string | null;
  /** Whose post this one stands in for. */
  actingFor: string | null;
}

/** An account as the administrator sees it, disabled ones and those without a post included. */
export interface AccountRow {
  id: string;
  name: string;
  username: string;
  email: string | null;
  disabled: boolean;
  mustChangePassword: boolean;
  lastSeenAt: Date | null;
  posts: AccountPost[];
}

export interface PeopleEventRow {
  id: string;
  at: Date;
  action: string;
  actorName: string;
  details: Record<string, unknown>;
}

const accountsAtMost = 500;
const eventsAtMost = 200;

/** Accounts with the posts they hold on `today` or later, by unit or part of their name. */
export function listAccounts(
  db: Queryable,
  filter: { unitId?: string; q?: string },
  today: string,
): Promise<AccountRow[]> {
  return select<AccountRow>(
    db,
    `select p.id, p.name, p.username, p.email, p.disabled_at is not null as disabled,
       p.must_change_password as "mustChangePassword",
       (select max(s.last_seen_at) from session s where s.person_id = p.id) as "lastSeenAt",
       coalesce((select json_agg(json_build_object('id', o.id, 'role', o.role,
           'unit', json_build_object('id', u.id, 'name', u.name), 'fromOn', o.from_on, 'toOn', o.to_on,
           'actingFor', (select w.name from post a join person w on w.id = a.person_id where a.id = o.acting_for_post_id),
           'charge', coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by c.sort, c.name)
             from post_charge x join unit c on c.id = x.unit_id where x.post_id = o.id), '[]'))
           order by o.from_on, u.sort, o.role)
         from post o join unit u on u.id = o.unit_id
         where o.person_id = p.id and (o.to_on is null or o.to_on >= $1)), '[]') as posts
     from person p
     where ($2::uuid is null or exists (select 1 from post x where x.person_id = p.id and x.unit_id = $2
            and (x.to_on is null or x.to_on >= $1)))
       and ($3::text is null or p.name like '%' || $3 || '%' or p.username like $3 || '%')
     order by p.disabled_at is not null, p.name, p.username limit ${accountsAtMost}`,
    [today, filter.unitId ?? null, filter.q?.replace(/[%_\\]/g, '\\$&') ?? null],
  );
}

/** Who changed which account, post or unit when; the latest first. */
export function listPeopleEvents(db: Queryable, personId: string | null): Promise<PeopleEventRow[]> {
  return select<PeopleEventRow>(
    db,
    `select id, at, action, actor_name as "actorName", details from people_event
     where $1::uuid is null or person_id = $1 order by id desc limit ${eventsAtMost}`,
    [personId],
  );
}
