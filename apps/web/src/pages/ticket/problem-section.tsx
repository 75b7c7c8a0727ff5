import { Button } from 'antd';
import { useState } from 'react';
import { columnMeaningLabels, kindFieldLabels } from '@xiaohao/messages';
import type { Ticket } from '../../api/tickets.js';
import { Section } from '../../components/section.js';
import { labelOf, t } from '../../language.js';
import { inOrderOfNumbers } from './detail-order.js';
import { EditDialog } from './edit-dialog.js';

export function ProblemSection({ ticket }: { ticket: Ticket }) {
  const [editing, setEditing] = useState(false);
  // What an import left behind under the headings of its sheet; the kind's own fields have a section of their own.
  const extra = inOrderOfNumbers(
    Object.entries(ticket.details).filter(
      ([code, value]) => !(code in kindFieldLabels) && value !== null && value !== '',
    ),
  );
  const facts = [
    [t('ticket.site'), ticket.site],
    [t('ticket.industry'), ticket.industry],
    [t('ticket.town'), ticket.town],
    [t('ticket.theirNo'), ticket.theirNo],
    ...extra.map(([name, value]) => [labelOf(columnMeaningLabels, name), detailText(value)]),
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  const edit = ticket.can.edit && (
    <Button type="link" size="small" onClick={() => setEditing(true)}>
      {t('ticket.edit')}
    </Button>
  );
  if (!ticket.description && !ticket.result && facts.length === 0 && !edit) return null;
  return (
    <Section title={t('ticket.problem')} end={edit}>
      {ticket.description ? (
        <p className="prose">{ticket.description}</p>
      ) : (
        <p className="faint nothing-said">{t('ticket.noDescription')}</p>
      )}
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {ticket.result && (
        <div className="result">
          <h3>{t('ticket.result')}</h3>
          <p className="prose">{ticket.result}</p>
        </div>
      )}
      <EditDialog ticket={ticket} open={editing} onClose={() => setEditing(false)} />
    </Section>
  );
}

/** What an import kept of other columns: a text, a list of texts, or values by their own names. */
function detailText(value: unknown): string {
  if (Array.isArray(value)) return value.map(detailText).join('、');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${labelOf(columnMeaningLabels, name)}：${detailText(part)}`)
    .join('；');
}
