import type { Day } from '@xiaohao/domain';
import { noticeText } from '@xiaohao/messages';
import { dayText, type NewNotice } from '@xiaohao/notices';
import type { Passing } from '../reading/pass-names.js';

/** The one message a successor gets, however many tickets came. */
export function handOverNotice(
  personId: string,
  passings: readonly Passing[],
  { by, person, today }: { by: string; person: string; today: Day },
): NewNotice {
  const facts = { by, person, count: passings.length };
  const units = [...new Set(passings.map(({ ticket }) => ticket.unit))];
  const sections = units.map((unit) => ({
    unit: unit ?? noticeText('noUnit'),
    tickets: passings
      .filter(({ ticket }) => ticket.unit === unit)
      .map(({ ticket: { id, no, title, confidential, dueOn } }) => ({
        id,
        no,
        // Mails travel open.
        title: confidential ? noticeText('confidentialTitle') : title,
        dueOn,
        note: dueOn ? noticeText('dueOn', { on: dayText(dueOn, today) }) : noticeText('noDeadline'),
        handler: null,
      })),
  }));
  const rule = 'handed_over';
  const title = noticeText('handOverSubject', facts);
  return {
    personId,
    ruleCode: rule,
    forOn: today,
    subject: title,
    body: {
      heading: noticeText('handOverHeading', facts),
      blocks:
        passings.length > 0
          ? [{ form: 'list', rule, level: 0, title, sections }]
          : [{ form: 'lines', lines: [noticeText('handOverNone')] }],
    },
    link: passings.length > 0 ? '/tickets' : '/me',
    ticketIds: passings.map(({ ticket }) => ticket.id),
    channels: ['inbox', 'mail'],
  };
}
