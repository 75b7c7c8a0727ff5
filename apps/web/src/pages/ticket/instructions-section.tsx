import { App, Button, Form, Input, Select } from 'antd';
import { addDays, instructionAddressees } from '@xiaohao/domain';
import { addresseeLabels } from '@xiaohao/messages';
import { useAcknowledgeInstruction, useAnswerInstruction, useInstruct, type Governance } from '../../api/governance.js';
import type { Schema } from '../../api/client.js';
import { useToday } from '../../api/session.js';
import { DayChoice } from '../../components/day-choice.js';
import { DayText } from '../../components/day-text.js';
import { shortDay } from '../../components/day-words.js';
import { Section } from '../../components/section.js';
import { needed, SheetForm } from '../../components/sheet-form.js';
import { labelOf, labelText, t } from '../../language.js';

type Instruction = Governance['instructions'][number];

/** A leader's time to answer, when they name none. */
const usualDays = 7;

export function InstructionsSection({ ticketId, governance }: { ticketId: string; governance: Governance }) {
  const { instructions, can } = governance;
  if (instructions.length === 0 && !can.instruct) return null;
  return (
    <Section
      title={t('instruction.title')}
      count={instructions.length}
      end={can.instruct && <Give ticketId={ticketId} />}
    >
      {instructions.length === 0 && <p className="faint">{t('instruction.none')}</p>}
      <ul className="entries">
        {instructions.map((one) => (
          <Line key={one.id} ticketId={ticketId} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function Give({ ticketId }: { ticketId: string }) {
  const today = useToday();
  const instruct = useInstruct(ticketId);
  return (
    <SheetForm<Schema['NewInstructionDto']>
      button={t('instruction.give')}
      title={t('instruction.giveTitle')}
      submit={t('instruction.give')}
      initial={{ addressee: 'head', dueOn: addDays(today, usualDays) }}
      onSend={(body) => instruct.mutateAsync(body)}
    >
      <p className="field-note">{t('instruction.note')}</p>
      <Form.Item name="text" label={t('instruction.text')} rules={needed(t('instruction.text'))}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="addressee" label={t('instruction.addressee')}>
          <Select
            options={instructionAddressees.map((value) => ({ value, label: labelText(addresseeLabels[value]) }))}
          />
        </Form.Item>
        <Form.Item name="dueOn" label={t('instruction.dueOn')} rules={needed(t('instruction.dueOn'))}>
          <DayChoice from={today} />
        </Form.Item>
      </div>
    </SheetForm>
  );
}

function Line({ ticketId, one }: { ticketId: string; one: Instruction }) {
  const today = useToday();
  const who = labelOf(addresseeLabels, one.addressee);
  return (
    <li className="entry">
      <span className="entry-when">
        <DayText day={one.givenOn} />
        <span className="faint"> {one.givenBy.name}</span>
      </span>
      <span>
        <span className="prose">{one.text}</span>
        <span className="measure-facts">
          <span>{t('instruction.to', { day: shortDay(one.dueOn, today), who })}</span>
          {one.overdue && (
            <span className="light light-red">
              <span aria-hidden="true">■</span> {t('instruction.late')}
            </span>
          )}
          {one.acknowledgedBy && !one.answeredBy && (
            <span>{t('instruction.acknowledged', { name: one.acknowledgedBy.name })}</span>
          )}
          {one.canAnswer && <Answering ticketId={ticketId} one={one} />}
        </span>
        {one.answer && (
          <span className="result">
            {one.answeredBy?.name} {one.answeredOn && <DayText day={one.answeredOn} />}：{one.answer}
          </span>
        )}
      </span>
    </li>
  );
}

function Answering({ ticketId, one }: { ticketId: string; one: Instruction }) {
  const acknowledge = useAcknowledgeInstruction(ticketId);
  const answer = useAnswerInstruction(ticketId);
  const { message } = App.useApp();
  const asked = { instructionId: one.id, version: one.version };
  return (
    <span>
      {!one.acknowledgedBy && (
        <Button
          type="link"
          size="small"
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate(asked, { onError: (error) => void message.error(error.message) })}
        >
          {t('instruction.acknowledge')}
        </Button>
      )}
      <SheetForm<{ text: string }>
        button={t('instruction.answer')}
        title={t('instruction.answerTitle')}
        submit={t('instruction.answer')}
        onSend={({ text }) => answer.mutateAsync({ ...asked, text })}
      >
        <p className="sheet-subject">{one.text}</p>
        <Form.Item name="text" label={t('instruction.answerText')} rules={needed(t('instruction.answerText'))}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={5000} />
        </Form.Item>
      </SheetForm>
    </span>
  );
}
