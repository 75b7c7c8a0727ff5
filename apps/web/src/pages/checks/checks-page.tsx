import { App, Form, Input, InputNumber } from 'antd';
import { Link } from 'react-router';
import { useAnswerCheck, useChecks, useRegisterFinding, type Check } from '../../api/governance.js';
import { useToday } from '../../api/session.js';
import { DayText } from '../../components/day-text.js';
import { daysLeft, shortDay } from '../../components/day-words.js';
import { PageHead } from '../../components/page-head.js';
import { Section } from '../../components/section.js';
import { needed, SheetForm } from '../../components/sheet-form.js';
import { Answer, EmptyState } from '../../components/states.js';
import { t } from '../../language.js';
import { foundWords } from '../ticket/spread-section.js';

/** What the person's units are asked to check for, and what they answered. */
export function ChecksPage() {
  const asked = useChecks();
  return (
    <div className="page">
      <PageHead title={t('check.title')} />
      <Answer asked={asked}>
        {({ items }) => {
          const open = items.filter(({ answeredOn }) => answeredOn === null);
          const done = items.filter(({ answeredOn }) => answeredOn !== null);
          if (items.length === 0) return <EmptyState title={t('check.none')} />;
          return (
            <>
              {open.length > 0 && <CheckList title={t('check.open')} checks={open} />}
              {done.length > 0 && <CheckList title={t('check.done')} checks={done} />}
            </>
          );
        }}
      </Answer>
    </div>
  );
}

function CheckList({ title, checks }: { title: string; checks: readonly Check[] }) {
  return (
    <Section title={title} count={checks.length}>
      <ul className="waiting">
        {checks.map((check) => (
          <CheckLine key={check.id} check={check} />
        ))}
      </ul>
    </Section>
  );
}

function CheckLine({ check }: { check: Check }) {
  const today = useToday();
  const open = check.answeredOn === null;
  return (
    <li className="waiting-row">
      <div className="waiting-facts">
        <p className="waiting-line">
          <span className="figures faint">{check.no}</span>
          <span className="faint">{check.unit.name}</span>
          {check.overdue && (
            <span className="light light-red">
              <span aria-hidden="true">■</span> {daysLeft(check.dueOn, today)}
            </span>
          )}
        </p>
        <p className="prose">{check.question}</p>
        <p className="waiting-line faint">
          <span>{t('check.by', { day: shortDay(check.dueOn, today) })}</span>
          <span>{t('check.asked', { name: check.askedBy, day: shortDay(check.askedOn, today) })}</span>
        </p>
        {!open && (
          <p className="waiting-line">
            <b>{foundWords(check.found)}</b>
            <span>{check.text}</span>
            <span className="faint">
              {check.answeredBy} {check.answeredOn && <DayText day={check.answeredOn} />}
            </span>
            {check.ticket && (
              <Link to={`/tickets/${check.ticket.id}`}>{t('check.registered', { no: check.ticket.no })}</Link>
            )}
          </p>
        )}
      </div>
      <div className="row-actions">
        {!check.ticket && <AnswerButton check={check} open={open} />}
        {!check.ticket && check.found !== null && check.found > 0 && <RegisterButton check={check} />}
      </div>
    </li>
  );
}

function AnswerButton({ check, open }: { check: Check; open: boolean }) {
  const answer = useAnswerCheck();
  const { message } = App.useApp();
  return (
    <SheetForm<{ found: number; text: string }>
      button={t(open ? 'check.answer' : 'check.correct')}
      title={`${check.no} ${t('check.answer')}`}
      submit={t('check.answer')}
      look={open ? 'primary' : 'link'}
      initial={{ found: check.found ?? 0, text: check.text ?? undefined }}
      onSend={async (values) => {
        await answer.mutateAsync({ id: check.id, version: check.version, ...values });
        void message.success(t('check.answered'));
      }}
    >
      <p className="sheet-subject">{check.question}</p>
      <Form.Item name="found" label={t('check.found')} rules={needed(t('check.found'))}>
        <InputNumber min={0} max={100_000} precision={0} />
      </Form.Item>
      <Form.Item name="text" label={t('check.text')} rules={needed(t('check.text'))}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </SheetForm>
  );
}

function RegisterButton({ check }: { check: Check }) {
  const register = useRegisterFinding();
  const { message } = App.useApp();
  return (
    <SheetForm<{ title: string; description?: string }>
      button={t('check.register')}
      title={t('check.register')}
      submit={t('check.register')}
      initial={{ title: check.text ?? '' }}
      onSend={async (values) => {
        const { no } = await register.mutateAsync({ id: check.id, version: check.version, ...values });
        void message.success(t('check.registered', { no }));
      }}
    >
      <Form.Item name="title" label={t('check.ticketTitle')} rules={needed(t('check.ticketTitle'))}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="description" label={t('ticket.description')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={20000} />
      </Form.Item>
    </SheetForm>
  );
}
