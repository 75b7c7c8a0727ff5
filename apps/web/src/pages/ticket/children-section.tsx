import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { statusLabels } from '@xiaohao/messages';
import type { Ticket } from '../../api/tickets.js';
import { DayText } from '../../components/day-text.js';
import { Section } from '../../components/section.js';
import { Sheet } from '../../components/sheet.js';
import { labelOf, t } from '../../language.js';
import { NewTicketForm } from '../ledger/new-ticket-form.js';

/** The sub-tasks this person may see; the percent of the whole is counted from all of them. */
export function ChildrenSection({ ticket }: { ticket: Ticket }) {
  const [adding, setAdding] = useState(false);
  const { children, can } = ticket;
  if (ticket.kind !== 'key_task' || (children.length === 0 && !can.addChild)) return null;
  const add = can.addChild && (
    <Button type="link" size="small" onClick={() => setAdding(true)}>
      {t('child.add')}
    </Button>
  );
  return (
    <Section title={t('child.title')} count={children.length} end={add}>
      {children.length === 0 && <p className="faint">{t('child.none')}</p>}
      <ul className="entries">
        {children.map((child) => (
          <li key={child.id} className="entry">
            <span className="entry-when">
              <Link to={`/tickets/${child.id}`} className="figures">
                {child.no}
              </Link>
            </span>
            <span className="prose">
              {child.title}{' '}
              <span className="faint">
                {child.leadUnit ?? t('ticket.noUnit')} · {labelOf(statusLabels, child.status)}
                {child.dueOn && (
                  <>
                    {' · '}
                    <DayText day={child.dueOn} />
                  </>
                )}
              </span>
            </span>
            <span className="figures faint">{child.percent === null ? '—' : `${child.percent}%`}</span>
          </li>
        ))}
      </ul>
      <Sheet open={adding} title={t('child.add')} onClose={() => setAdding(false)} width={620}>
        <NewTicketForm parent={ticket} onClose={() => setAdding(false)} />
      </Sheet>
    </Section>
  );
}
