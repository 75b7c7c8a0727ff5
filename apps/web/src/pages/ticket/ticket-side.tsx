import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { defaultReviewMonths } from '@xiaohao/domain';
import { channelLabels, deliveryStatusLabels, extensionReasonLabels } from '@xiaohao/messages';
import type { Governance } from '../../api/governance.js';
import { useMay } from '../../api/session.js';
import type { Ticket } from '../../api/tickets.js';
import { DayText, InstantText } from '../../components/day-text.js';
import { DeadlineText } from '../../components/deadline-text.js';
import { itemWords } from '../../components/item-words.js';
import { LightBadge } from '../../components/light-badge.js';
import { ruleWords } from '../../components/rule-words.js';
import { Section } from '../../components/section.js';
import { labelOf, t } from '../../language.js';
import { OriginLink } from './origin-sheet.js';
import { LookBacksOfTicket, RelationsSection } from './relations-section.js';

const remindersShown = 6;

export function TicketSide({ ticket, governance }: { ticket: Ticket; governance: Governance | undefined }) {
  return (
    <aside className="ticket-side">
      <Deadline ticket={ticket} />
      {governance && <RelationsSection ticketId={ticket.id} governance={governance} />}
      {governance && <LookBacksOfTicket governance={governance} />}
      <People ticket={ticket} />
      <Origin ticket={ticket} />
      <Reminders ticket={ticket} />
    </aside>
  );
}

function Facts({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="side-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Deadline({ ticket }: { ticket: Ticket }) {
  const { deadline, extensions, rounds } = ticket;
  const granted = extensions.filter(({ decision, round }) => decision === 'granted' && round === ticket.round).length;
  return (
    <Section title={t('column.deadline')}>
      <p className="side-deadline">
        <DeadlineText deadline={deadline} />
      </p>
      <p>
        <LightBadge lit={ticket} /> {ticket.statutoryDeadline && <span className="mark">{t('kind.statutory')}</span>}
      </p>
      {ticket.deadlineBasis && <p className="faint">{t('deadline.basis', { rule: ticket.deadlineBasis })}</p>}
      {ticket.latestDueOn && (
        <p className="faint">
          {t('deadline.latest')} <DayText day={ticket.latestDueOn} />
        </p>
      )}
      {deadline.raw && <p className="faint">{t('ticket.rawDeadline', { raw: deadline.raw })}</p>}
      {ticket.closedOnTime !== null && <p>{verdict(ticket.closedOnTime)}</p>}
      {ticket.onTimeByOriginal !== null && deadline.originalDueOn !== deadline.dueOn && (
        <p className="faint">{t('deadline.byOriginal', { verdict: verdict(ticket.onTimeByOriginal) })}</p>
      )}
      {ticket.reviewOn && ticket.status === 'ongoing' && (
        <p>
          {t('review.next')} <DayText day={ticket.reviewOn} />
          <span className="faint"> {t('review.every', { months: ticket.reviewMonths ?? defaultReviewMonths })}</span>
        </p>
      )}
      {granted > 0 && (
        <h3 className="side-head">
          {t('deadline.history')} <span className="faint">{t('deadline.extended', { count: granted })}</span>
        </h3>
      )}
      {extensions.map((extension) => (
        <div key={extension.id} className="extension">
          <p>
            {extension.formerDueOn && <DayText day={extension.formerDueOn} />} →{' '}
            <DayText day={extension.grantedDueOn ?? extension.requestedDueOn} />{' '}
            <b>{t(`extension.${(extension.decision ?? 'pending') as 'pending' | 'granted' | 'refused'}`)}</b>
            {extension.late && <span className="mark">{t('extension.late')}</span>}
          </p>
          <p className="faint">
            {extension.requestedBy?.name} <DayText day={extension.requestedOn} />：
            {labelOf(extensionReasonLabels, extension.reasonCode)}
            {extension.reason && `，${extension.reason}`}
          </p>
          {extension.decidedBy && (
            <p className="faint">
              {extension.decidedBy.name} {extension.decidedOn && <DayText day={extension.decidedOn} />}
              {extension.opinion && `：${extension.opinion}`}
            </p>
          )}
        </div>
      ))}
      {rounds
        .filter(({ round }) => round < ticket.round)
        .map((round) => (
          <p key={round.round} className="faint">
            {t('ticket.round', { round: round.round })}：{round.dueOn && <DayText day={round.dueOn} />}
            {round.closedOn && (
              <>
                {' '}
                {t('ticket.roundClosed')} <DayText day={round.closedOn} />
              </>
            )}
          </p>
        ))}
    </Section>
  );
}

function verdict(onTime: boolean): string {
  return t(onTime ? 'ticket.closedOnTime' : 'ticket.closedLate');
}

function People({ ticket }: { ticket: Ticket }) {
  const rows: (readonly [string, ReactNode])[] = [
    [t('column.leadUnit'), ticket.leadUnit?.name ?? t('ticket.noUnit')],
    ...(ticket.supportUnits.length > 0
      ? [[t('ticket.supportUnits'), ticket.supportUnits.map(({ name }) => name).join('、')] as const]
      : []),
    [t('column.leader'), ticket.leader?.name ?? '—'],
    [t('column.handler'), ticket.handler?.name ?? '—'],
    ...(ticket.persons.length > 0 ? [[t('ticket.persons'), ticket.persons.join('、')] as const] : []),
    ...(ticket.submitter ? [[t('ticket.submitter'), ticket.submitter.name] as const] : []),
  ];
  return (
    <Section title={t('ticket.people')}>
      <Facts rows={rows} />
    </Section>
  );
}

function Origin({ ticket }: { ticket: Ticket }) {
  const mayImport = useMay('import.run');
  const { origin } = ticket;
  const place = origin && t('ticket.originPlace', { sheet: origin.sheet ?? '', row: origin.row ?? '' });
  const rows: (readonly [string, ReactNode])[] = [
    [
      t('column.source'),
      ticket.source ? <Link to={`/tickets?sourceId=${ticket.source.id}`}>{ticket.source.name}</Link> : '—',
    ],
    ...(ticket.item
      ? [
          [
            t('column.item'),
            <Link key="item" to={`/tickets?itemId=${ticket.item.id}`}>
              {itemWords(ticket.item)}
            </Link>,
          ] as const,
        ]
      : []),
    ...(ticket.campaign
      ? [
          [
            t('kind.campaign'),
            <Link key="campaign" to={`/tickets?campaignId=${ticket.campaignId}`}>
              {ticket.campaign}
            </Link>,
          ] as const,
        ]
      : []),
    ...(ticket.parent
      ? [
          [
            t('child.parent'),
            <Link key="parent" to={`/tickets/${ticket.parent.id}`}>
              {ticket.parent.no} {ticket.parent.title}
            </Link>,
          ] as const,
        ]
      : []),
    [t('column.raisedOn'), <DayText key="raised" day={ticket.raisedOn} />],
    ...(ticket.occurredOn ? [[t('kind.occurredOn'), <DayText key="occurred" day={ticket.occurredOn} />] as const] : []),
    ...(origin
      ? [[t('ticket.origin'), mayImport ? <OriginLink key="origin" ticket={ticket} place={place!} /> : place] as const]
      : []),
  ];
  return (
    <Section title={t('ticket.from')}>
      <Facts rows={rows} />
    </Section>
  );
}

function Reminders({ ticket }: { ticket: Ticket }) {
  if (ticket.reminders.length === 0) return null;
  return (
    <Section title={t('ticket.reminders')} count={ticket.reminders.length}>
      <ul className="side-reminders">
        {ticket.reminders.slice(0, remindersShown).map((sent, index) => (
          <li key={index}>
            <DayText day={sent.on} /> {sent.person} · {ruleWords(sent.rule)}
            <span className="faint">
              {' '}
              {sent.channel && labelOf(channelLabels, sent.channel)}{' '}
              {sent.status && labelOf(deliveryStatusLabels, sent.status)}
              {sent.readAt && (
                <>
                  {' · '}
                  {t('ticket.reminderRead')} <InstantText at={sent.readAt} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
