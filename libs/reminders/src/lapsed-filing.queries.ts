import { execute, select, type Queryable } from '@xiaohao/database';
import { listMissingFilings } from '@xiaohao/indicators';
import { dropReasons } from '@xiaohao/messages';

/** A unit and period a message was to tell of and where nothing is missing any more. */
export interface LapsedFilings {
  messageId: string;
  ruleCode: string;
  unitId: string;
  period: string;
}

/** Looks again at what these messages, told by their items, say is missing. */
export async function listLapsedFilings(db: Queryable, told: readonly LapsedFilings[]): Promise<LapsedFilings[]> {
  if (told.length === 0) return [];
  const missing = await listMissingFilings(db, [...new Set(told.map(({ period }) => period))]);
  const open = new Set(missing.map(({ unitId, period }) => `${unitId} ${period}`));
  return told.filter(({ unitId, period }) => !open.has(`${unitId} ${period}`));
}

/** What messages tell of filings, line by line. */
export function listToldFilings(db: Queryable, messageIds: readonly string[]): Promise<LapsedFilings[]> {
  return select(
    db,
    `select distinct m.id as "messageId", o.rule_code as "ruleCode", o.subject_id as "unitId", t->>'no' as period
     from message m join reminder_occurrence o on o.message_id = m.id and o.subject_type = 'filing'
     cross join jsonb_array_elements(m.body->'blocks') b cross join jsonb_array_elements(b->'sections') s
     cross join jsonb_array_elements(s->'tickets') t
     where m.id = any($1::uuid[]) and b->>'form' = 'list' and b->>'rule' = o.rule_code and t->>'id' = o.subject_id::text`,
    [messageIds],
  );
}

export async function recordLapsedFilings(tx: Queryable, lapsed: readonly LapsedFilings[]): Promise<void> {
  if (lapsed.length === 0) return;
  await execute(
    tx,
    `update reminder_occurrence o set dropped = $2
     from jsonb_to_recordset($1::jsonb) as r ("messageId" uuid, "ruleCode" text, "unitId" uuid)
     where o.subject_type = 'filing' and o.subject_id = r."unitId" and o.message_id = r."messageId"
       and o.rule_code = r."ruleCode"`,
    [JSON.stringify(lapsed), dropReasons.filed[0]],
  );
}
