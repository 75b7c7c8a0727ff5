import { Alert, Button, Form } from 'antd';
import { useState, type ReactNode } from 'react';
import { Sheet } from './sheet.js';
import { t } from '../language.js';

/** A button that opens a form of its own; what was typed stays until it has been taken. */
export function SheetForm<Values extends object>({
  button,
  title,
  submit,
  initial,
  onSend,
  children,
  look = 'link',
  disabled,
}: {
  button: ReactNode;
  title: string;
  submit: string;
  initial?: Partial<Values>;
  /** Rejects with what is to be shown. */
  onSend: (values: Values) => Promise<unknown>;
  children: ReactNode;
  look?: 'link' | 'primary' | 'plain';
  disabled?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [form] = Form.useForm<Values>();
  const send = async (values: Values) => {
    setBusy(true);
    setError(null);
    try {
      await onSend(values);
      setOpen(false);
    } catch (thrown) {
      setError((thrown as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        type={look === 'plain' ? 'default' : look}
        size={look === 'link' ? 'small' : undefined}
        disabled={disabled}
        onClick={() => {
          setError(null);
          setOpen(true);
        }}
      >
        {button}
      </Button>
      <Sheet open={open} title={title} onClose={() => setOpen(false)}>
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={initial}
          preserve={false}
          onFinish={(values) => void send(values)}
          scrollToFirstError
        >
          {error && <Alert type="error" showIcon title={error} className="form-error" />}
          {children}
          <div className="form-end">
            <Button onClick={() => setOpen(false)}>{t('state.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={busy}>
              {submit}
            </Button>
          </div>
        </Form>
      </Sheet>
    </>
  );
}

/** The check of a field that must be filled. */
export const needed = (name: string) => [{ required: true, message: t('field.need', { name }) }];
