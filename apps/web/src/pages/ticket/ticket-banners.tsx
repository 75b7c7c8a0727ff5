import { objectionReasonLabels } from '@xiaohao/messages';
import type { Governance } from '../../api/governance.js';
import type { Ticket } from '../../api/tickets.js';
import { DayText } from '../../components/day-text.js';
import { labelOf, t } from '../../language.js';

/** What stands in the way of a ticket's going on, told before anything else. */
export function TicketBanners({ ticket, governance }: { ticket: Ticket; governance: Governance | undefined }) {
  const { cancelRequest, status, reviewOn } = ticket;
  const objection = status === 'draft' ? governance?.objections[0] : undefined;
  const why =
    cancelRequest && t('cancel.by', { name: cancelRequest.by?.name ?? '', reason: cancelRequest.reason ?? '' });
  return (
    <>
      {status === 'suspended' && (
        <p className="banner">
          {t('ticket.suspended')} {reviewOn && <DayText day={reviewOn} weekday />}
        </p>
      )}
      {status === 'cancelled' && (
        <p className="banner">
          {t('ticket.cancelled')}
          {why && <span className="faint"> {why}</span>}
        </p>
      )}
      {cancelRequest && status !== 'cancelled' && (
        <p className="banner">
          <b>{t('cancel.asked')}</b>{' '}
          <span className="faint">
            <DayText day={cancelRequest.on} /> {why}
          </span>
        </p>
      )}
      {!ticket.deputyInCharge && <p className="banner">{t('ticket.noDeputy')}</p>}
      {objection && (
        <p className="banner">
          <b>
            {t('objection.last', {
              unit: objection.unit.name,
              grounds: labelOf(objectionReasonLabels, objection.reasonCode),
            })}
          </b>{' '}
          <span className="faint">
            {objection.by.name} <DayText day={objection.on} />：{objection.reason}
          </span>
        </p>
      )}
    </>
  );
}
