import { addDays, addMonths, previousWorkingDay, type Day, type FieldMoment, type TicketKind } from '@xiaohao/domain';
import type { PlayedTicket } from './played-ticket.js';
import type { Stage } from './demo-stage.js';

type Fill = (ticket: PlayedTicket, on: Day, stage: Stage) => Record<string, unknown>;
type Moment = Exclude<FieldMoment, 'create'>;

const isNamed = ({ facts }: PlayedTicket) => facts.details['reporterKind'] === 'named';

/** Facts of a kind that come along with an action, as its fields ask for them. */
const fills: Readonly<Partial<Record<TicketKind, Partial<Record<Moment, Fill>>>>> = {
  hazard: {
    submit: ({ plan }) => (plan.level === 'major' ? assured : {}),
  },
  public_report: {
    submit: (_, __, { dice }) => ({ verified: dice.pick(['true', 'true', 'partly', 'untrue']) }),
    accept: (ticket, on, { dice }) =>
      isNamed(ticket)
        ? {
            repliedOn: on,
            replyForm: dice.pick(['phone', 'letter']),
            replyText: '已将核查处理情况告知举报人，举报人表示认可',
          }
        : {},
  },
  env_inspection_issue: {
    accept: (_, on, { calendar }) => {
      const noticeTo = previousWorkingDay(addDays(on, -1), calendar);
      const noticeFrom = previousWorkingDay(addDays(noticeTo, -12), calendar);
      return { countyAcceptedOn: addDays(noticeFrom, -1), noticeDays: '5', noticeFrom, noticeTo };
    },
  },
  accident_investigation: {
    submit: (_, on) => ({ reportSubmittedOn: on }),
    accept: (_, on) => ({ approvedOn: on, evaluationDueOn: addMonths(on, 12) }),
  },
  supervision_item: {
    assign: (_, __, { dice }) => ({ replyForm: dice.pick(['written', 'special', 'oral']) }),
    accept: (_, on) => ({ repliedOn: on }),
  },
};

const assured = { assuredDuty: true, assuredMeasure: true, assuredFunds: true, assuredTime: true, assuredPlan: true };

export function detailsAt(moment: string, ticket: PlayedTicket, on: Day, stage: Stage): Record<string, unknown> {
  return fills[ticket.plan.kind]?.[moment as Moment]?.(ticket, on, stage) ?? {};
}
