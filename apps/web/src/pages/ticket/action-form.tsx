import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import type { ActionInput, OpenAction } from '../../api/tickets.js';
import { useToday } from '../../api/session.js';
import { labelText, t } from '../../language.js';
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
  // What the person began with: the ticket may change under the open form.
  const [initial] = useState(() => initialOf(fields, subject, today));
  return (
    <Form
      layout="vertical"
      initialValues={initial}
      onFinish={(values: Record<string, unknown>) =>
        onSubmit(inputOf(values, initial, action.may), doneMeasuresOf(values))
      }
      scrollToFirstError
    >
      {error && <Alert type="error" showIcon title={error} className="form-error" />}
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
