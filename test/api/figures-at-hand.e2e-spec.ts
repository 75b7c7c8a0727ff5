import { openFigureStage, type FigureStage } from '../support/figure-stage.js';
import { closedOn } from '../support/report-stage.js';

/** Of a day, a ticket that was not assigned by then is nobody's work yet, whatever became of it since. */

const kinds = ['key_task', 'supervision_item'] as const;
const due = { kind: 'date' as const, dueOn: '2026-06-15', ongoing: false };
let stage: FigureStage;

/** By name: the day of assignment the ticket keeps, and what happened to it on which days. */
const lives: readonly [name: string, more: object, events?: readonly [action: string, on: string][]][] = [
  ['assigned within', { assignedOn: '2026-06-10' }],
  ['assigned on the last day', { assignedOn: '2026-06-30' }],
  ['assigned after', { assignedOn: '2026-07-03' }, [['assign', '2026-07-03']]],
  ['assigned after and sent back', { status: 'draft' }, [['assign', '2026-07-02'], ['object', '2026-07-04']]], // prettier-ignore
  ['imported in work without a day', { status: 'in_progress', assignedOn: null }],
  ['imported as assigned after', { assignedOn: '2026-07-03' }],
  ['never assigned', { status: 'draft', assignedOn: null }],
  ['passed on after', { assignedOn: '2026-07-05' }, [['assign', '2026-06-05'], ['reassign', '2026-07-05']]], // prettier-ignore
  ['sent back after', { status: 'draft' }, [['assign', '2026-06-28'], ['object', '2026-07-01']]], // prettier-ignore
  ['done within', { assignedOn: '2026-06-05', ...closedOn('2026-06-20') }],
  ['done before', { assignedOn: '2026-02-05', raisedOn: '2026-02-01', ...closedOn('2026-05-20') }],
  ['done after, assigned after', { assignedOn: '2026-07-02', ...closedOn('2026-07-06') }],
];
const atHand = [
  'assigned within',
  'assigned on the last day',
  'imported in work without a day',
  'passed on after',
  'sent back after',
  'done within',
];
const overdue = atHand.filter((name) => name !== 'done within');

beforeAll(async () => {
  stage = await openFigureStage('2026-07-10');
  for (const kind of kinds) {
    for (const [title, more, events = []] of lives) {
      const ticket = { kind, title, sourceId: null, itemId: null, raisedOn: '2026-06-01', deadline: due, ...more };
      const [id] = await stage.add(ticket as Parameters<FigureStage['add']>[0]);
      for (const [action, on] of events) await tell(id!, action, on);
    }
  }
}, 60_000);
afterAll(() => stage?.close());

/** An event of the day, after those the ticket has. */
const tell = (id: string, action: string, on: string) =>
  stage.owner.query(
    `insert into event (ticket_id, seq, at, actor_name, action, payload, prev_hash, hash)
     select $1, coalesce(max(seq), 0) + 1, ($2 || ' 10:00+08')::timestamptz, '系统', $3, '{}', '', ''
     from event where ticket_id = $1`,
    [id, on, action],
  );

const sorted = (names: readonly string[]) => [...names].sort();
const figureOf = (kind: string) => `${kind}s`;

describe.each(kinds)('tickets of %s at hand', (kind) => {
  const titles = (found: { items: readonly { title: string }[] }) => sorted(found.items.map(({ title }) => title));

  it('are those assigned by the last day and not done before the first', async () => {
    const found = await stage.tried({ kinds: [kind], dated: 'at_hand' });
    expect(titles(found as never)).toEqual(sorted([...atHand, 'done before']));
    const ofMonth = await stage.tried({ kinds: [kind], dated: 'at_hand' }, { period: '2026-06' });
    expect(titles(ofMonth as never)).toEqual(sorted(atHand));
    const ofNext = await stage.tried({ kinds: [kind], dated: 'at_hand' }, { period: '2026-07' });
    const gone = ['never assigned', 'assigned after and sent back', 'sent back after', 'done within', 'done before'];
    expect(titles(ofNext as never)).toEqual(sorted(lives.map(([name]) => name).filter((name) => !gone.includes(name))));
  });

  it('are overdue only when somebody had them', async () => {
    const found = await stage.tried({ kinds: [kind], state: 'overdue' }, { period: '2026-06' });
    expect(titles(found as never)).toEqual(sorted(overdue));
    const within = await stage.tried({ kinds: [kind], dated: 'overdue' }, { period: '2026-06' });
    expect(titles(within as never)).toEqual(sorted([...overdue, 'done within']));
  });

  it('make the rate, and the rows of the table are as many', async () => {
    const templateId = kind === 'key_task' ? 'key-task-progress' : 'supervision-bulletin';
    const report = await stage.build({ templateId, period: '2026-06' as never });
    const values = Object.fromEntries(report.figures.map(({ key, value }) => [key, value]));
    expect(values[`${figureOf(kind)}_at_hand`]).toBe(atHand.length);
    expect(values[`${figureOf(kind)}_overdue`]).toBe(overdue.length);
    expect(values[`${figureOf(kind)}_rate`]).toBe(16.7);
  });
});
