import { ask } from './bare-server.mjs';

const by = (column) => `(select json_build_object('id', p.id, 'name', p.name) from person p where p.id = ${column})`;
const list = (json, from) => `coalesce((select json_agg(${json}) from ${from}), '[]')`;

/** Everything a page shows of a ticket, in one statement. */
const statement = `select t.*,
  (select json_build_object('id', s.id, 'name', s.name) from source s where s.id = t.source_id) as source,
  (select json_build_object('id', i.id, 'title', i.title) from source_item i where i.id = t.item_id) as item,
  (select json_build_object('id', u.id, 'name', u.name) from unit u where u.id = t.lead_unit_id) as lead_unit,
  ${by('t.leader_id')} as leader, ${by('t.handler_id')} as handler, ${by('t.submitter_id')} as submitter,
  (select name from campaign c where c.id = t.campaign_id) as campaign,
  ${list('u.name order by x.sort', 'ticket_support_unit x join unit u on u.id = x.unit_id where x.ticket_id = t.id')} as support_units,
  ${list('x.name order by x.sort', 'ticket_person x where x.ticket_id = t.id')} as persons,
  ${list('x order by x.sort', 'measure x where x.ticket_id = t.id')} as measures,
  ${list(
    `json_build_object('id', x.id, 'on', x.reported_on, 'text', x.text, 'percent', x.percent, 'by', ${by('x.by_id')}) order by x.reported_on desc`,
    'progress_entry x where x.ticket_id = t.id',
  )} as progress,
  ${list(`json_build_object('type', y.name, 'amount', x.amount, 'on', x.happened_on, 'by', ${by('x.by_id')})`, 'outcome x join outcome_type y on y.code = x.type where x.ticket_id = t.id')} as outcomes,
  ${list(`json_build_object('id', x.id, 'name', x.name, 'size', f.size_bytes, 'by', ${by('x.by_id')})`, 'evidence x join file f on f.id = x.file_id where x.ticket_id = t.id')} as evidence,
  ${list(`json_build_object('text', x.text, 'by', ${by('x.by_id')})`, 'ticket_comment x where x.ticket_id = t.id')} as comments,
  ${list(`json_build_object('reason', x.reason, 'by', ${by('x.requested_by')})`, 'extension x where x.ticket_id = t.id')} as extensions,
  ${list('x order by x.round', 'ticket_round x where x.ticket_id = t.id')} as rounds,
  ${list(
    `json_build_object('on', m.for_on, 'person', p.name, 'status', d.status)`,
    `message_ticket x join message m on m.id = x.message_id join person p on p.id = m.person_id
     left join delivery d on d.message_id = m.id where x.ticket_id = t.id`,
  )} as reminders
  from ticket t where t.id = $1`;

export async function readDetail(db, id) {
  const { rows } = await ask(db, statement, [id]);
  return rows[0];
}
