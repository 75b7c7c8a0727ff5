import { duties, ticketActions, ticketFlow, type Duty, type TicketAction } from './ticket-flow.js';
import { ticketKinds, type TicketKind } from './ticket-kind.js';
import { allowedActions, asksForDeputy, refusal, statusAfter, type TicketState } from './ticket-rules.js';
import { ticketStatuses, type TicketStatus } from './ticket-status.js';

const ticket = (facts: Partial<TicketState> = {}): TicketState => ({
  kind: 'inspection_issue',
  level: null,
  status: 'draft',
  deadlineKind: 'date',
  deadlineOngoing: false,
  handlerId: 'handler',
  submitterId: null,
  submittedByHead: false,
  evidenceCount: 1,
  onSiteCount: 0,
  openChildCount: 0,
  openMeasureCount: 0,
  extensionPending: false,
  extensionRequestedBy: null,
  grantedExtensionCount: 0,
  statutoryDeadline: false,
  cancelRequestedBy: null,
  leadUnitOpen: true,
  deputyInCharge: true,
  ...facts,
});
const someone = (...held: Duty[]) => ({ personId: 'someone', duties: new Set(held) });

/** Every kind, and the major hazard that goes another way than a general one. */
const sorts = ticketKinds.flatMap((kind): [TicketKind, string | null][] =>
  kind === 'hazard'
    ? [
        [kind, 'general'],
        [kind, 'major'],
      ]
    : [[kind, null]],
);

describe('the flow', () => {
  it('lets exactly these duties act, and leads exactly there (kind × status × duty × action)', () => {
    const lines: string[] = [];
    for (const [kind, level] of sorts) {
      for (const status of ticketStatuses) {
        for (const duty of duties) {
          const waits = [{}, { extensionPending: true }, { cancelRequestedBy: 'another' }];
          const actions = waits.flatMap((waiting) => {
            const state = ticket({ kind, level, status, ...waiting });
            return allowedActions(state, someone(duty)).map(({ action }) => `${action}→${statusAfter(state, action)}`);
          });
          const sort = level === 'major' ? `major ${kind}` : kind;
          if (actions.length > 0) lines.push(`${sort} ${status} ${duty}: ${[...new Set(actions)].join(' ')}`);
        }
      }
    }
    expect(lines.join('\n')).toMatchSnapshot();
  });

  it('reaches every status an action names, for every kind', () => {
    for (const kind of ticketKinds) {
      const reached = new Set<TicketStatus>(['draft']);
      for (let grew = true; grew;) {
        const before = reached.size;
        for (const status of Array.from(reached)) {
          for (const action of ticketActions) {
            if ((ticketFlow[action].from as readonly string[]).includes(status)) {
              reached.add(statusAfter(ticket({ kind, status }), action));
            }
          }
        }
        grew = reached.size > before;
      }
      expect(reached).toContain('closed');
      expect(reached).toContain('suspended');
    }
  });

  it('refuses every action to somebody without a duty', () => {
    for (const status of ticketStatuses) {
      expect(allowedActions(ticket({ status }), someone())).toEqual([]);
    }
  });
});

describe('separation of duties', () => {
  it.each<[TicketAction, TicketStatus, Duty]>([
    ['review_pass', 'dept_review', 'head'],
    ['approve', 'pending_review', 'deputy'],
    ['accept', 'pending_acceptance', 'acceptor'],
    ['return', 'pending_acceptance', 'acceptor'],
  ])('refuses %s to the submitter, whatever posts they hold', (action, status, duty) => {
    const state = ticket({ status, submitterId: 'someone' });
    const input = { opinion: '同意', reason: '理由' };
    expect(refusal(state, action, someone(duty), input)).toEqual({ code: 'submitterMayNotReview' });
  });

  it('refuses acceptance to the handler even when somebody else submitted', () => {
    const state = ticket({ status: 'pending_acceptance', handlerId: 'someone', submitterId: 'another' });
    expect(refusal(state, 'accept', someone('acceptor'), { opinion: '同意' })).toEqual({ code: 'handlerMayNotAccept' });
  });

  it('hands the section review to the deputy when the head submitted', () => {
    const state = ticket({ status: 'dept_review', submitterId: 'head', submittedByHead: true });
    expect(refusal(state, 'review_pass', someone('head'), {})).toEqual({ code: 'notYourDuty', duty: 'deputy' });
    expect(refusal(state, 'review_pass', someone('deputy'), {})).toBeNull();
  });

  it('lets one deputy pass both reviews when the head submitted', () => {
    const state = ticket({ status: 'pending_review', submitterId: 'head', submittedByHead: true });
    expect(refusal(state, 'approve', someone('deputy'), {})).toBeNull();
  });
});

describe('a unit without a deputy in charge', () => {
  it.each<[TicketAction, Partial<TicketState>]>([
    ['approve', { status: 'pending_review' }],
    ['return', { status: 'pending_review' }],
    ['review_pass', { status: 'dept_review', submittedByHead: true, submitterId: 'head' }],
    ['confirm_cancel', { status: 'in_progress', cancelRequestedBy: 'another' }],
    ['refuse_cancel', { status: 'in_progress', cancelRequestedBy: 'another' }],
    ['grant_extension', { status: 'in_progress', extensionPending: true }],
    ['refuse_extension', { status: 'in_progress', extensionPending: true }],
  ])('has %s done by the chief, whom it is nobody’s to replace where there is a deputy', (action, facts) => {
    const input = { opinion: '同意', reason: '理由', grantedDueOn: '2026-08-01' };
    const alone = ticket({ ...facts, deputyInCharge: false });
    expect(asksForDeputy(alone)).toBe(true);
    expect(refusal(alone, action, someone('chief'), input)).toBeNull();
    expect(refusal(alone, action, someone('head', 'coordinator'), input)).toEqual({
      code: 'notYourDuty',
      duty: 'chief',
    });
    const led = ticket(facts);
    expect(refusal(led, action, someone('chief'), input)).toEqual({ code: 'notYourDuty', duty: 'deputy' });
  });

  it('changes nothing where no deputy is asked', () => {
    for (const status of ticketStatuses) {
      const state = ticket({ status });
      if (asksForDeputy(state)) continue;
      for (const duty of duties) {
        expect(allowedActions({ ...state, deputyInCharge: false }, someone(duty))).toEqual(
          allowedActions(state, someone(duty)),
        );
      }
    }
  });
});

describe('what an action needs', () => {
  it('reopens a ticket without an open lead unit only into one that is named', () => {
    const state = ticket({ status: 'closed', leadUnitOpen: false });
    const input = { reason: '回头看不合格', deadline: { kind: 'date' } };
    expect(refusal(state, 'reopen', someone('coordinator'), input)).toEqual({
      code: 'inputMissing',
      field: 'leadUnitId',
    });
    expect(refusal(state, 'reopen', someone('coordinator'), { ...input, leadUnitId: 'unit' })).toBeNull();
    expect(refusal(ticket({ status: 'closed' }), 'reopen', someone('coordinator'), input)).toBeNull();
  });

  it('takes no report without evidence', () => {
    const state = ticket({ status: 'in_progress', evidenceCount: 0 });
    expect(refusal(state, 'submit', someone('handler'), { result: '完成' })).toEqual({ code: 'evidenceMissing' });
  });

  it('takes no report while a measure is neither done nor explained', () => {
    const state = ticket({ status: 'in_progress', openMeasureCount: 2 });
    const input = { result: '完成', undoneMeasures: [{ id: 'a', reason: '等待审批' }] };
    expect(refusal(state, 'submit', someone('handler'), input)).toEqual({ code: 'measuresUndone', count: 1 });
  });

  it.each(['', '   ', null, undefined])('counts %p as not given', (reason) => {
    const state = ticket({ status: 'pending_review' });
    expect(refusal(state, 'return', someone('deputy'), { reason })).toEqual({ code: 'inputMissing', field: 'reason' });
  });

  it('names standing before input: who may not act learns nothing of what is missing', () => {
    expect(refusal(ticket(), 'assign', someone('head'), {})).toEqual({ code: 'notYourDuty', duty: 'coordinator' });
  });
});

describe('what a kind asks for', () => {
  const major = ticket({ kind: 'hazard', level: 'major', status: 'pending_acceptance' });

  it('strikes off no major hazard that nobody has seen on site', () => {
    expect(refusal(major, 'accept', someone('acceptor'), { opinion: '同意' })).toEqual({ code: 'onSiteMissing' });
    expect(refusal({ ...major, onSiteCount: 1 }, 'accept', someone('acceptor'), { opinion: '同意' })).toBeNull();
  });

  it('lets a second person of the unit strike off a general hazard, never a major one, never the handler', () => {
    const general = ticket({ ...major, level: 'general' });
    expect(refusal(general, 'accept', someone('second_person'), { opinion: '同意' })).toBeNull();
    expect(refusal(major, 'accept', someone('second_person'), { opinion: '同意' })?.code).toBe('notYourDuty');
    const own = ticket({ ...general, handlerId: 'someone' });
    expect(refusal(own, 'accept', someone('second_person'), { opinion: '同意' })?.code).toBe('handlerMayNotAccept');
    expect(
      refusal(ticket({ kind: 'hazard', status: 'in_progress' }), 'to_ongoing', someone('second_person'), {})?.code,
    ).toBe('notYourDuty');
  });

  it('takes no report of a task while one of its sub-tasks is open', () => {
    const parent = ticket({ kind: 'key_task', status: 'in_progress', openChildCount: 1 });
    expect(refusal(parent, 'submit', someone('handler'), { result: '完成' })).toEqual({ code: 'childrenOpen' });
  });
});

describe('extensions', () => {
  const asked = ticket({ status: 'in_progress', extensionPending: true });

  it('are asked for once at a time', () => {
    const input = { reasonCode: 'funds', reason: '资金', requestedDueOn: '2026-12-31' };
    expect(refusal(asked, 'request_extension', someone('head'), input)).toEqual({ code: 'extensionPending' });
  });

  it('are the deputy’s the first time and the chief’s from the second on', () => {
    const input = { grantedDueOn: '2026-12-31' };
    expect(refusal(asked, 'grant_extension', someone('deputy'), input)).toBeNull();
    const again = ticket({ ...asked, grantedExtensionCount: 1 });
    expect(refusal(again, 'grant_extension', someone('deputy'), input)).toEqual({ code: 'notYourDuty', duty: 'chief' });
    expect(refusal(again, 'grant_extension', someone('chief'), input)).toBeNull();
  });

  it('are decided by somebody else than whoever asked', () => {
    const own = { ...asked, extensionRequestedBy: 'someone' };
    for (const [action, input] of [
      ['grant_extension', { grantedDueOn: '2026-12-31' }],
      ['refuse_extension', { reason: '否' }],
    ] as const) {
      expect(refusal(own, action, someone('head', 'deputy', 'chief'), input)).toEqual({ code: 'requesterMayNotGrant' });
    }
  });

  it('of a statutory clock are always the chief’s', () => {
    const statutory = ticket({ ...asked, statutoryDeadline: true });
    expect(refusal(statutory, 'refuse_extension', someone('deputy'), { reason: '否' })).toEqual({
      code: 'notYourDuty',
      duty: 'chief',
    });
  });
});

describe('more than two extensions', () => {
  const twice = ticket({ status: 'in_progress', extensionPending: true, grantedExtensionCount: 2 });

  it('are granted by the chief, who says why', () => {
    const granted = { grantedDueOn: '2026-12-31' };
    expect(refusal(twice, 'grant_extension', someone('chief'), granted)).toEqual({
      code: 'inputMissing',
      field: 'opinion',
    });
    expect(refusal(twice, 'grant_extension', someone('chief'), { ...granted, opinion: '汛期' })).toBeNull();
  });

  it('are asked for that reason by the form too', () => {
    const open = allowedActions(twice, someone('chief')).find(({ action }) => action === 'grant_extension');
    expect(open?.needs).toContain('opinion');
  });
});

it('reassigning asks the office for a unit and the head for a handler', () => {
  const mayOf = (...duties: Duty[]) =>
    allowedActions(ticket({ status: 'in_progress' }), someone(...duties)).find(({ action }) => action === 'reassign')
      ?.may;
  expect(mayOf('coordinator')).toEqual(['leadUnitId', 'reason']);
  expect(mayOf('head')).toEqual(['handlerId', 'reason']);
  expect(mayOf('coordinator', 'head')).toEqual(['leadUnitId', 'handlerId', 'reason']);
});

describe('cancelling', () => {
  const asked = ticket({ status: 'in_progress', cancelRequestedBy: 'coordinator' });

  it('ends a draft at once, anything else only when it is confirmed', () => {
    expect(statusAfter(ticket({ status: 'draft' }), 'request_cancel')).toBe('cancelled');
    for (const status of ['assigned', 'in_progress', 'suspended'] as const) {
      expect(statusAfter(ticket({ status }), 'request_cancel')).toBe(status);
      expect(statusAfter(ticket({ status }), 'confirm_cancel')).toBe('cancelled');
    }
  });

  it('is confirmed by the deputy, never by whoever asked for it', () => {
    expect(refusal(asked, 'confirm_cancel', someone('deputy'), {})).toBeNull();
    expect(refusal(asked, 'confirm_cancel', someone('coordinator'), {})).toEqual({
      code: 'notYourDuty',
      duty: 'deputy',
    });
    const own = { ...asked, cancelRequestedBy: 'someone' };
    expect(refusal(own, 'confirm_cancel', someone('coordinator', 'deputy'), {})).toEqual({
      code: 'requesterMayNotConfirm',
    });
  });

  it('holds the ticket where it is until it is decided', () => {
    for (const action of ['submit', 'suspend', 'reassign', 'request_extension', 'request_cancel'] as const) {
      expect(refusal(asked, action, someone('coordinator', 'head', 'handler'), {})).toEqual({ code: 'cancelPending' });
    }
  });

  it('is decided only where somebody asked', () => {
    const calm = ticket({ status: 'in_progress' });
    expect(refusal(calm, 'confirm_cancel', someone('deputy'), {})).toEqual({ code: 'actionNotPossible' });
    expect(refusal(calm, 'refuse_cancel', someone('deputy'), { reason: '否' })).toEqual({ code: 'actionNotPossible' });
  });
});

describe('where an action leads', () => {
  const chain = (kind: TicketKind, level: string | null): TicketStatus[] => {
    const steps: TicketStatus[] = [statusAfter(ticket({ kind, level, status: 'in_progress' }), 'submit')];
    const action = { dept_review: 'review_pass', pending_review: 'approve', pending_acceptance: 'accept' } as const;
    for (let status = steps.at(-1)!; status in action; status = steps.at(-1)!) {
      steps.push(statusAfter(ticket({ kind, level, status }), action[status as keyof typeof action]));
    }
    return steps;
  };

  it('sends a general hazard straight to acceptance, a major one through the whole chain', () => {
    expect(chain('hazard', 'general')).toEqual(['pending_acceptance', 'closed']);
    expect(chain('hazard', 'major')).toEqual(['dept_review', 'pending_review', 'pending_acceptance', 'closed']);
    expect(chain('key_task', null)).toEqual(['dept_review', 'pending_acceptance', 'closed']);
  });

  it('strands no ticket whose level changed while it was under review', () => {
    expect(statusAfter(ticket({ kind: 'hazard', level: 'general', status: 'dept_review' }), 'review_pass')).toBe(
      'pending_acceptance',
    );
    expect(statusAfter(ticket({ kind: 'public_report', status: 'pending_review' }), 'approve')).toBe(
      'pending_acceptance',
    );
  });

  it('keeps up what is to be kept up: acceptance leads to ongoing', () => {
    expect(statusAfter(ticket({ status: 'pending_acceptance', deadlineOngoing: true }), 'accept')).toBe('ongoing');
  });

  it('lets only an immediate rectification skip the reviews', () => {
    const state = ticket({ status: 'in_progress' });
    expect(statusAfter({ ...state, deadlineKind: 'immediate' }, 'submit', true)).toBe('pending_acceptance');
    expect(statusAfter(state, 'submit', true)).toBe('dept_review');
  });
});
