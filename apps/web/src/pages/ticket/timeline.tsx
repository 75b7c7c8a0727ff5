import { App } from 'antd';
import { useState } from 'react';
import { useComment, useTicketEvents, type Ticket } from '../../api/tickets.js';
import type { Schema } from '../../api/client.js';
import { InstantText } from '../../components/day-text.js';
import { EntryLine } from '../../components/entry-line.js';
import { Section } from '../../components/section.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';

/** Every change of the ticket in a sentence, newest first; comments are among them. */
export function Timeline({ ticket }: { ticket: Ticket }) {
  const asked = useTicketEvents(ticket.id);
  return (
    <Section title={t('timeline.title')} count={asked.data?.items.length}>
      {ticket.can.comment && <CommentEntry ticketId={ticket.id} />}
      <Answer asked={asked} lines={4}>
        {({ items }) => (
          <ol className="timeline">
            {items.map((event) => (
              <EventLine key={event.seq} event={event} />
            ))}
          </ol>
        )}
      </Answer>
    </Section>
  );
}

function EventLine({ event }: { event: Schema['EventDto'] }) {
  const [open, setOpen] = useState(false);
  return (
    <li className="event">
      <span className="event-when">
        <InstantText at={event.at} />
      </span>
      <span className="event-text">
        <b>{event.actor.name}</b> {event.text}
        {event.changes.length > 0 && (
          <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'timeline.less' : 'timeline.more')}
          </button>
        )}
        {open && (
          <span className="changes">
            {event.changes.map(({ field, label, from, to }) => (
              <span key={field} className="change">
                {label}：{from !== null && <del>{from}</del>} {from !== null && '→'} <ins>{to}</ins>
              </span>
            ))}
          </span>
        )}
      </span>
    </li>
  );
}

function CommentEntry({ ticketId }: { ticketId: string }) {
  const comment = useComment(ticketId);
  const { message } = App.useApp();
  const send = (text: string) =>
    comment.mutateAsync(text).then(
      () => true,
      (error: Error) => {
        void message.error(error.message);
        return false;
      },
    );
  return (
    <EntryLine placeholder={t('comment.hint')} button={t('comment.send')} busy={comment.isPending} onSend={send} />
  );
}
