import { Checkbox, Form, Input, Radio, Select, type SelectProps } from 'antd';
import type { ReactNode } from 'react';
import { addDays, extensionReasons, objectionReasons, type AnyLevel } from '@xiaohao/domain';
import {
  extensionReasonLabels,
  needLabels,
  objectionReasonLabels,
  pageTexts,
  reviewCycleLabels,
  type Label,
} from '@xiaohao/messages';
import type { ActionInput } from '../../api/tickets.js';
import { PersonChoice, UnitChoice } from '../../components/choices.js';
import { DayChoice } from '../../components/day-choice.js';
import { shortDay } from '../../components/day-words.js';
import { DeadlineProposals } from '../../components/deadline-proposals.js';
import { filledDetails } from '../../components/kind-field-items.js';
import { labelText, t } from '../../language.js';
import type { FieldProps, Subject } from './action-subject.js';
import { EvidenceField } from './evidence-field.js';

/** How one input of an action is asked for. */
interface ActionField {
  label: Label;
  /** What stands in it at first. */
  initial?: (subject: Subject, today: string) => unknown;
  /** Said under the control: what stands on the ticket and could not be taken over. */
  note?: (subject: Subject, today: string) => string | null;
  /** False where the ticket gives no occasion for it. */
  applies?: (subject: Subject) => boolean;
  /** The control alone; its label and its check are drawn around it. */
  control?: (props: FieldProps) => ReactNode;
  /** Draws everything itself. */
  block?: (props: FieldProps) => ReactNode;
}

const words =
  (rows: number, maxLength = 5000) =>
  () => <Input.TextArea autoSize={{ minRows: rows, maxRows: 12 }} maxLength={maxLength} />;

/** One row for each input that an action of the flow may need or take. */
export const actionFields: Readonly<Record<string, ActionField>> = {
  leadUnitId: {
    label: needLabels.leadUnitId,
    initial: ({ leadUnit, leadUnitOpen }) => (leadUnitOpen === false ? undefined : leadUnit?.id),
    control: () => <UnitChoice />,
  },
  supportUnitIds: {
    label: pageTexts['field.supportUnitIds'],
    initial: ({ supportUnits }) => supportUnits.map(({ id }) => id),
    control: () => <UnitChoice mode="multiple" />,
  },
  deadline: {
    label: needLabels.deadline,
    initial: ({ deadline }, today) => ({
      kind: ['date', 'immediate', 'ongoing'].includes(deadline.kind) ? deadline.kind : 'date',
      dueOn: deadline.dueOn && deadline.dueOn >= today ? deadline.dueOn : null,
      ongoing: deadline.ongoing,
    }),
    block: DeadlineField,
  },
  leaderId: {
    label: needLabels.leaderId,
    initial: ({ leader }) => leader?.id ?? undefined,
    note: ({ leader }) => (leader && !leader.id ? t('field.leaderNamed', { name: leader.name }) : null),
    control: () => <PersonChoice roles={['deputy', 'chief']} />,
  },
  handlerId: {
    label: needLabels.handlerId,
    initial: ({ handler }) => handler?.id,
    control: ({ subject }) => <HandlerChoice subject={subject} />,
  },
  result: { label: needLabels.result, control: words(4) },
  evidence: { label: needLabels.evidence, block: EvidenceField },
  measures: { label: needLabels.measures, applies: hasOpenMeasures, block: UndoneMeasures },
  direct: {
    label: pageTexts['field.direct'],
    applies: ({ deadline }) => deadline.kind === 'immediate',
    block: () => (
      <Form.Item name="direct" valuePropName="checked">
        <Checkbox>{t('field.direct')}</Checkbox>
      </Form.Item>
    ),
  },
  opinion: { label: needLabels.opinion, control: words(2) },
  reason: { label: needLabels.reason, control: words(3) },
  note: { label: pageTexts['field.note'], control: words(2) },
  reasonCode: {
    label: needLabels.reasonCode,
    control: () => (
      <Select
        placeholder={t('choice.reason')}
        options={extensionReasons.map((code) => ({ value: code, label: labelText(extensionReasonLabels[code]) }))}
      />
    ),
  },
  requestedDueOn: {
    label: needLabels.requestedDueOn,
    initial: dayAfterDue,
    note: presentDue,
    control: laterDay,
  },
  grantedDueOn: {
    label: needLabels.grantedDueOn,
    initial: ({ extensions }) => extensions.find(({ decision }) => decision === null)?.requestedDueOn,
    note: presentDue,
    control: laterDay,
  },
  objectionCode: {
    label: needLabels.objectionCode,
    control: () => (
      <Radio.Group
        className="radio-lines"
        options={objectionReasons.map((code) => ({ value: code, label: labelText(objectionReasonLabels[code]) }))}
      />
    ),
  },
  reviewEvery: {
    label: pageTexts['field.reviewEvery'],
    control: () => (
      <Select
        allowClear
        placeholder={labelText(reviewCycleLabels.quarter)}
        options={Object.entries(reviewCycleLabels).map(([value, label]) => ({ value, label: labelText(label) }))}
      />
    ),
  },
  nextReviewOn: {
    label: pageTexts['field.nextReviewOn'],
    control: ({ today }) => <DayChoice from={addDays(today, 1)} />,
  },
  resumedDueOn: {
    label: pageTexts['field.resumedDueOn'],
    applies: ({ deadline }) => deadline.dueOn !== null,
    control: ({ subject }) => <DayChoice from={addDays(subject.deadline.dueOn!, 1)} />,
  },
  reviewOn: { label: needLabels.reviewOn, control: ({ today }) => <DayChoice from={addDays(today, 1)} /> },
};

/** These come with another field, not by themselves. */
const asked = (name: string) => name !== 'undoneMeasures' && name in actionFields;

/** The fields of an action, what it needs first. */
export function fieldsOf(action: { needs: readonly string[]; may: readonly string[] }, subject: Subject) {
  const row = (name: string, required: boolean) => ({ name, required, field: actionFields[name]! });
  return [
    ...action.needs.filter(asked).map((name) => row(name, true)),
    ...action.may.filter((name) => asked(name) && !action.needs.includes(name)).map((name) => row(name, false)),
  ].filter(({ field }) => field.applies?.(subject) ?? true);
}

/** What the form starts with. */
export function initialOf(fields: ReturnType<typeof fieldsOf>, subject: Subject, today: string) {
  return Object.fromEntries(fields.map(({ name, field }) => [name, field.initial?.(subject, today)]));
}

/**
 * What the form holds as the action's input. Left out are what was left empty and what may be given but stands as it
 * was: a unit sent along with a new handler would move the whole ticket to that unit.
 */
export function inputOf(
  values: Record<string, unknown>,
  before: Record<string, unknown> = {},
  optional: readonly string[] = [],
): ActionInput {
  const {
    undone,
    measureDone: _,
    details: typed,
    ...rest
  } = values as {
    undone?: Record<string, string>;
    details?: Record<string, unknown>;
  } & Record<string, unknown>;
  const details = filledDetails(typed);
  const kept = Object.entries(rest).filter(
    ([name, value]) => !isEmpty(value) && !(optional.includes(name) && isSame(value, before[name])),
  );
  const undoneMeasures = Object.entries(undone ?? {})
    .filter(([, reason]) => reason?.trim())
    .map(([id, reason]) => ({ id, reason }));
  return {
    ...Object.fromEntries(kept),
    ...(undoneMeasures.length > 0 ? { undoneMeasures } : {}),
    ...(details ? { details } : {}),
  } as ActionInput;
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The measures that the person says are done, to be recorded before the ticket is reported done. */
export function doneMeasuresOf(values: Record<string, unknown>): string[] {
  const { measureDone } = values as { measureDone?: Record<string, boolean> };
  return Object.entries(measureDone ?? {}).flatMap(([id, done]) => (done ? [id] : []));
}

function dayAfterDue({ deadline }: Subject, today: string): string {
  return addDays(deadline.dueOn && deadline.dueOn > today ? deadline.dueOn : today, 1);
}

function laterDay({ subject, today }: FieldProps) {
  return <DayChoice from={dayAfterDue(subject, today)} to={subject.latestDueOn ?? undefined} />;
}

/** The day that counts now, and the one the law does not let it pass. */
function presentDue({ deadline, latestDueOn }: Subject, today: string): string | null {
  const words = [
    deadline.dueOn && t('field.presentDue', { day: shortDay(deadline.dueOn, today) }),
    latestDueOn && `${t('deadline.latest')} ${shortDay(latestDueOn, today)}`,
  ].filter(Boolean);
  return words.length > 0 ? words.join(' · ') : null;
}

function openMeasures({ measures }: Subject) {
  return measures.filter(({ doneOn, undoneReason }) => !doneOn && !undoneReason);
}

function hasOpenMeasures(subject: Subject): boolean {
  return openMeasures(subject).length > 0;
}

type Controlled = Pick<SelectProps, 'id' | 'value' | 'onChange'>;

/** A person of the lead unit; another lead unit says itself who handles it, when it signs. */
function HandlerChoice({ subject, ...controlled }: Controlled & { subject: Subject }) {
  const chosen = Form.useWatch('leadUnitId') as string | undefined;
  if (chosen && chosen !== subject.leadUnit?.id) {
    return <Select id={controlled.id} disabled placeholder={t('field.handlerBySigning')} />;
  }
  return <PersonChoice {...controlled} unitId={subject.leadUnit?.id} roles={['handler', 'head', 'clerk']} />;
}

function DeadlineField({ subject, required, today }: FieldProps) {
  const { dueOn } = subject.deadline;
  const form = Form.useFormInstance();
  const receivedOn = Form.useWatch(['details', 'receivedOn']) as string | undefined;
  const kind = Form.useWatch(['deadline', 'kind']) as string | undefined;
  return (
    <Form.Item label={labelText(needLabels.deadline)} required={required} className="deadline-field">
      <Form.Item name={['deadline', 'kind']} noStyle>
        <Radio.Group
          options={[
            { value: 'date', label: t('deadline.date') },
            { value: 'immediate', label: t('deadline.immediate') },
            { value: 'ongoing', label: t('deadline.ongoing') },
          ]}
        />
      </Form.Item>
      {kind === 'date' && (
        <div className="deadline-day">
          <Form.Item
            name={['deadline', 'dueOn']}
            noStyle
            rules={[{ required, message: t('field.need', { name: labelText(needLabels.deadline) }) }]}
          >
            <DayChoice from={today} placeholder={t('deadline.choose')} name={labelText(needLabels.deadline)} />
          </Form.Item>
          <Form.Item name={['deadline', 'ongoing']} valuePropName="checked" noStyle>
            <Checkbox>{t('deadline.thenOngoing')}</Checkbox>
          </Form.Item>
        </div>
      )}
      {kind === 'date' && dueOn && dueOn < today && (
        <p className="field-note">{t('field.duePassed', { day: shortDay(dueOn, today) })}</p>
      )}
      {kind === 'date' && subject.sort && (
        <DeadlineProposals
          about={proposalQuery(subject.sort, receivedOn)}
          onUse={(day) => form.setFieldValue(['deadline', 'dueOn'], day)}
        />
      )}
      {kind === 'immediate' && <p className="field-note">{t('deadline.immediateNote')}</p>}
    </Form.Item>
  );
}

/** The days of the ticket that a clock may have started on. */
function proposalQuery({ kind, level, details, raisedOn, occurredOn }: NonNullable<Subject['sort']>, typed?: string) {
  return {
    kind,
    level: (level ?? undefined) as AnyLevel | undefined,
    raisedOn,
    occurredOn: occurredOn ?? undefined,
    receivedOn: typed ?? (details['receivedOn'] as string | undefined),
  };
}

/** A measure that is not marked as done is done today, or has to be explained: one by one. */
function UndoneMeasures({ subject }: FieldProps) {
  const done = Form.useWatch('measureDone') as Record<string, boolean> | undefined;
  return (
    <Form.Item label={t('field.undoneMeasures')} required>
      {openMeasures(subject).map(({ id, text }) => (
        <div key={id} className="undone">
          <p className="undone-text">{text}</p>
          <Form.Item name={['measureDone', id]} valuePropName="checked" noStyle>
            <Checkbox>{t('field.measureDone')}</Checkbox>
          </Form.Item>
          {!done?.[id] && (
            <Form.Item
              name={['undone', id]}
              rules={[{ required: true, whitespace: true, message: t('field.needUndone') }]}
            >
              <Input placeholder={t('field.undoneReason')} maxLength={2000} />
            </Form.Item>
          )}
        </div>
      ))}
    </Form.Item>
  );
}
