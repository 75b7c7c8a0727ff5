import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { fieldsOfKind, type KindField, type TicketKind } from '@xiaohao/domain';
import type { ActionInput, OpenAction } from '../../api/tickets.js';
import { useToday } from '../../api/session.js';
import { labelText, t } from '../../language.js';
import { KindFieldItems } from '../../components/kind-field-items.js';
import { doneMeasuresOf, fieldsOf, initialOf, inputOf } from './action-fields.js';
import type { FieldProps, Subject } from './action-subject.js';

interface Props {
  subject: Subject;
  action: OpenAction;
  /** The word on the button. */
  label: string;
  busy: boolean;
  error: React.ReactNode;
  /** Told when something was added to the ticket from within the form. */
  onAdded?: FieldProps['onAdded'];
  /** `doneMeasures`: to be marked as done before the action. */
  onSubmit: (input: ActionInput, doneMeasures: readonly string[]) => void;
  onCancel: () => void;
}

/** Asks for exactly what the server says this action needs, and offers what it may take. */
export function ActionForm({ subject, action, label, busy, error, onAdded, onSubmit, onCancel }: Props) {
  const today = useToday();
  const fields = fieldsOf(action, subject);
  const [form] = Form.useForm();
  const typed = Form.useWatch('details', form) as Record<string, unknown> | undefined;
  // What the person began with: the ticket may change under the open form.
  const [initial] = useState(() => initialOf(fields, subject, today));
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={initial}
      onFinish={(values: Record<string, unknown>) =>
        onSubmit(inputOf(values, initial, action.may), doneMeasuresOf(values))
      }
      scrollToFirstError
    >
      {error && <Alert type="error" showIcon title={error} className="form-error" />}
      <KindFieldItems fields={kindFieldsAsked(action.action, subject, typed)} needed={() => true} />
      {fields.map(({ name, required, field }) => {
        const Block = field.block;
        if (Block) return <Block key={name} subject={subject} today={today} required={required} onAdded={onAdded} />;
        const fieldLabel = labelText(field.label);
        return (
          <Form.Item
            key={name}
            name={name}
            label={fieldLabel}
            required={required}
            extra={field.note?.(subject, today)}
            rules={required ? [{ required: true, message: t('field.need', { name: fieldLabel }) }] : []}
          >
            {field.control!({ subject, today, required })}
          </Form.Item>
        );
      })}
      <div className="form-end">
        <Button onClick={onCancel}>{t('state.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {label}
        </Button>
      </div>
    </Form>
  );
}

/** Fields of the kind that this action waits for and the ticket still lacks. */
function kindFieldsAsked(action: string, { sort }: Subject, typed: Record<string, unknown> = {}): readonly KindField[] {
  if (!sort || !['assign', 'submit', 'accept'].includes(action)) return [];
  const all = { ...sort.details, ...typed };
  return fieldsOfKind(sort.kind as TicketKind, sort.level, all).filter(
    ({ code, requiredFor }) => requiredFor === action && isMissing(sort.details[code]),
  );
}

const isMissing = (value: unknown) => value === undefined || value === null;
