import { Form } from 'antd';
import { needLabels } from '@xiaohao/messages';
import { labelText, t } from '../../language.js';
import type { FieldProps } from './action-subject.js';
import { EvidenceUpload } from './evidence-upload.js';

/** Evidence is looked up on the ticket, not sent with the action; what is missing can be added right here. */
export function EvidenceField({ subject, onAdded }: FieldProps) {
  const pieces = subject.evidence.filter(({ round }) => round === subject.round);
  return (
    <Form.Item
      name="evidence"
      label={labelText(needLabels.evidence)}
      required
      rules={[
        {
          validator: () => (pieces.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('field.needEvidence')))),
        },
      ]}
    >
      <div className="evidence-field">
        {pieces.map(({ id, name, url }) => (
          <a key={id} href={url} target="_blank" rel="noreferrer" className="cut">
            {name}
          </a>
        ))}
        {subject.id && <EvidenceUpload ticketId={subject.id} onAdded={onAdded} />}
      </div>
    </Form.Item>
  );
}
