import { newId, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import type { NewNotice } from '@xiaohao/notices';
import { listToldAnswers } from './answer-reminder.queries.js';
import { claimOccurrences, type NewOccurrence } from './occurrence.queries.js';
import { draftMessage, messageKey, type DraftMessage, type Finding } from './reminder-message.js';
import { listRecipients, listToldTickets, type Recipient } from './told-ticket.queries.js';

/** A finding with what makes it happen once only. */
export interface Claimable {
  readonly finding: Finding;
  readonly occurrences: readonly Omit<NewOccurrence, 'messageId'>[];
}

/** A message that could go out, with its reader. */
export interface PreparedMessage extends DraftMessage {
  readonly recipient: Recipient;
}

/**
 * Claims what was found and writes the messages, all in the caller's transaction. What somebody else claimed is left out.
 * The sweep lock must be held.
 */
export async function claimFound(tx: Queryable, found: readonly Claimable[], on: Day): Promise<NewNotice[]> {
  const messageIds = new Map<string, string>();
  const wanted = found.flatMap(({ finding, occurrences }) => {
    const key = messageKey(finding.personId, finding.rule);
    if (!messageIds.has(key)) messageIds.set(key, newId());
    return occurrences.map((occurrence) => ({ ...occurrence, messageId: messageIds.get(key)! }));
  });
  const ours = new Set((await claimOccurrences(tx, wanted)).map(occurrenceKey));
  const findings = found.map((claimable) => onlyOurs(claimable, ours)).filter((finding) => finding !== null);
  const prepared = await prepare(tx, findings, on);
  return prepared.map(({ recipient, ...draft }) => ({
    ...draft,
    id: messageIds.get(messageKey(recipient.id, draft))!,
    forOn: on,
  }));
}

function occurrenceKey({ ruleCode, personId, subjectId }: Omit<NewOccurrence, 'messageId'>): string {
  return `${ruleCode} ${personId} ${subjectId}`;
}

/** The finding without what somebody else claimed; null where nothing is left. */
function onlyOurs({ finding, occurrences }: Claimable, ours: ReadonlySet<string>): Finding | null {
  const claimed = occurrences.filter((occurrence) => ours.has(occurrenceKey(occurrence)));
  if (claimed.length === occurrences.length) return finding;
  if (claimed.length === 0) return null;
  const kept = new Set(claimed.map(({ subjectId }) => subjectId));
  return {
    ...finding,
    ownIds: finding.ownIds.filter((id) => kept.has(id)),
    answers: finding.answers?.filter(({ id }) => kept.has(id)),
    filings: finding.filings?.filter(({ unitId }) => kept.has(unitId)),
  };
}

/** One message per person and set of channels. */
export async function prepare(db: Queryable, findings: readonly Finding[], on: Day): Promise<PreparedMessage[]> {
  const groups = groupsOf(findings, ({ personId, rule }) => messageKey(personId, rule));
  const ticketIds = new Set(findings.flatMap(({ ownIds, watchedIds }) => [...ownIds, ...watchedIds]));
  const personIds = new Set(findings.map(({ personId }) => personId));
  const tickets = new Map((await listToldTickets(db, [...ticketIds])).map((ticket) => [ticket.id, ticket]));
  const recipients = new Map((await listRecipients(db, [...personIds])).map((person) => [person.id, person]));
  const answerIds = new Set(findings.flatMap(({ answers = [] }) => answers.map(({ id }) => id)));
  const answers = new Map((await listToldAnswers(db, [...answerIds])).map((answer) => [answer.id, answer]));
  return groups.map((group) => {
    const recipient = recipients.get(group[0]!.personId)!;
    return { ...draftMessage(group, recipient, { tickets, answers }, on), recipient };
  });
}

export function groupsOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
