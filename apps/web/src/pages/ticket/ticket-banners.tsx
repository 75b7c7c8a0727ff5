import { dutiesFor, type TicketKind, type TicketStatus } from '@xiaohao/domain';
import { extensionReasonLabels, objectionReasonLabels, roleLabels } from '@xiaohao/messages';
import type { Governance } from '../../api/governance.js';
import type { Ticket } from '../../api/tickets.js';
import { DayText } from '../../components/day-text.js';
import { shortDay } from '../../components/day-words.js';
import { useToday } from '../../api/session.js';
import { labelOf, labelText, t } from '../../language.js';

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
      <AskedExtension ticket={ticket} />
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

/** More time asked for: until when, why, and who decides. */
function AskedExtension({ ticket }: { ticket: Ticket }) {
  const today = useToday();
  const asked = ticket.extensions.find(({ decision, round }) => decision === null && round === ticket.round);
  if (!asked) return null;
  const granted = ticket.extensions.filter(
    ({ decision, round, reasonCode }) =>
      decision === 'granted' && round === ticket.round && reasonCode !== 'suspension',
  );
  const [decides] = dutiesFor('grant_extension', {
    kind: ticket.kind as TicketKind,
    level: ticket.level,
    status: ticket.status as TicketStatus,
    deputyInCharge: ticket.deputyInCharge,
    submittedByHead: false,
    grantedExtensionCount: granted.length,
    statutoryDeadline: ticket.statutoryDeadline,
  });
  const who = labelText(roleLabels[decides === 'chief' ? 'chief' : 'deputy']);
  return (
    <p className="banner">
      <b>{t('extension.asked', { day: shortDay(asked.requestedDueOn, today), who })}</b>{' '}
      <span className="faint">
        {asked.requestedBy?.name} <DayText day={asked.requestedOn} />：
        {labelOf(extensionReasonLabels, asked.reasonCode)}
        {asked.reason && `，${asked.reason}`}
      </span>
    </p>
  );
}
