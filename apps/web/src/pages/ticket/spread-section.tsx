import { Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { addDays } from '@xiaohao/domain';
import type { Schema } from '../../api/client.js';
import { useSpread, type Governance } from '../../api/governance.js';
import { useToday } from '../../api/session.js';
import { UnitChoice } from '../../components/choices.js';
import { DayChoice } from '../../components/day-choice.js';
import { DayText } from '../../components/day-text.js';
import { Section } from '../../components/section.js';
import { needed, SheetForm } from '../../components/sheet-form.js';
import { t } from '../../language.js';

type Spread = Governance['spreads'][number];

const usualDays = 10;

/** 举一反三: what sister units were asked, and what they found. */
export function SpreadSection({ ticketId, governance }: { ticketId: string; governance: Governance }) {
  const { spreads, can } = governance;
  if (spreads.length === 0 && !can.spread) return null;
  return (
    <Section title={t('spread.title')} count={spreads.length} end={can.spread && <Ask ticketId={ticketId} />}>
      {spreads.length === 0 && <p className="faint nothing-said">{t('spread.noneYet')}</p>}
      {spreads.map((spread) => (
        <OneSpread key={spread.id} spread={spread} />
      ))}
    </Section>
  );
}

function Ask({ ticketId }: { ticketId: string }) {
  const today = useToday();
  const spread = useSpread(ticketId);
  return (
    <SheetForm<Schema['NewSpreadDto']>
      button={t('spread.ask')}
      title={t('spread.askTitle')}
      submit={t('spread.ask')}
      initial={{ dueOn: addDays(today, usualDays) }}
      onSend={(body) => spread.mutateAsync(body)}
    >
      <Form.Item name="unitIds" label={t('spread.units')} rules={needed(t('spread.units'))}>
        <UnitChoice mode="multiple" />
      </Form.Item>
      <Form.Item
        name="question"
        label={t('spread.question')}
        extra={t('spread.questionNote')}
        rules={needed(t('spread.question'))}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="dueOn" label={t('spread.dueOn')} rules={needed(t('spread.dueOn'))}>
        <DayChoice from={today} />
      </Form.Item>
    </SheetForm>
  );
}

function OneSpread({ spread }: { spread: Spread }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="spread">
      <p className="prose">{spread.question}</p>
      <p className="measure-facts">
        <b>{t('spread.summary', { asked: spread.asked, answered: spread.answered, found: spread.found })}</b>
        <span>
          {t('spread.dueOn')} <DayText day={spread.dueOn} />
        </span>
        <span>{spread.askedBy.name}</span>
        <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'timeline.less' : 'timeline.more')}
        </button>
      </p>
      {open && (
        <table className="plain spread-answers">
          <tbody>
            {spread.answers.map(({ unit, found, text, answeredOn, ticket }) => (
              <tr key={unit.id}>
                <th scope="row">{unit.name}</th>
                <td>{foundWords(found)}</td>
                <td>
                  {text} {ticket && <Link to={`/tickets/${ticket.id}`}>{ticket.no}</Link>}
                </td>
                <td>{answeredOn && <DayText day={answeredOn} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

export function foundWords(found: number | null): string {
  if (found === null) return t('spread.waiting');
  return found === 0 ? t('spread.none') : t('spread.found', { count: found });
}
