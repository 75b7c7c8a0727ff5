import { Form } from 'antd';
import type { ProposalQuery } from '../api/kinds.js';
import { useToday } from '../api/session.js';
import { t } from '../language.js';
import { DayChoice } from './day-choice.js';
import { DeadlineProposals } from './deadline-proposals.js';

/** A dated deadline of the form around it, with what the rules propose for this sort of ticket. */
export function DeadlineField({ about }: { about: Omit<ProposalQuery, 'kind'> & { kind: string } }) {
  const form = Form.useFormInstance();
  const today = useToday();
  return (
    <>
      <Form.Item name={['deadline', 'dueOn']} label={t('column.deadline')}>
        <DayChoice from={today} />
      </Form.Item>
      <DeadlineProposals about={about} onUse={(day) => form.setFieldValue(['deadline', 'dueOn'], day)} />
    </>
  );
}

/** The deadline a form's day stands for; none while no day is chosen. */
export function datedDeadline(deadline: { dueOn?: string | null } | undefined) {
  return deadline?.dueOn ? { kind: 'date' as const, dueOn: deadline.dueOn } : undefined;
}
