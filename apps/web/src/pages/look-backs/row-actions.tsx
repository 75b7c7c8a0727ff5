import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Radio, Upload } from 'antd';
import { useNavigate } from 'react-router';
import { kindTable, lookBackResults, type TicketKind } from '@xiaohao/domain';
import { lookBackResultLabels, roleLabels } from '@xiaohao/messages';
import type { Schema } from '../../api/client.js';
import {
  useAddLookBackEvidence,
  useFollowUp,
  useRecordResult,
  type LookBack,
  type LookBackRow,
} from '../../api/governance.js';
import { useToday } from '../../api/session.js';
import { DayChoice } from '../../components/day-choice.js';
import { needed, SheetForm } from '../../components/sheet-form.js';
import { labelText, t } from '../../language.js';

/** What may be done with one sampled ticket: the result, its evidence, and what follows from a relapse. */
export function RowActions({ lookBack, row, mayRecord }: { lookBack: LookBack; row: LookBackRow; mayRecord: boolean }) {
  const fell = row.result === 'relapsed' || row.result === 'not_done';
  return (
    <div className="row-actions">
      {mayRecord && !row.followUp && <Record lookBackId={lookBack.id} row={row} />}
      {mayRecord && row.result && <Evidence lookBackId={lookBack.id} row={row} />}
      {lookBack.canFollowUp && fell && !row.followUp && <FollowUp lookBackId={lookBack.id} row={row} />}
      {!lookBack.canFollowUp && fell && !row.followUp && (
        <span className="faint">
          {t('lookBack.followedBy', {
            office: labelText(roleLabels[kindTable[lookBack.kind as TicketKind].coordinator]),
          })}
        </span>
      )}
    </div>
  );
}

function Record({ lookBackId, row }: { lookBackId: string; row: LookBackRow }) {
  const today = useToday();
  const record = useRecordResult(lookBackId);
  const { message } = App.useApp();
  return (
    <SheetForm<Omit<Schema['LookBackResultDto'], 'version'>>
      button={t(row.result ? 'lookBack.correct' : 'lookBack.record')}
      title={`${row.no} ${t('lookBack.record')}`}
      submit={t('lookBack.record')}
      initial={{ result: row.result ?? undefined, note: row.note ?? undefined, checkedOn: row.checkedOn ?? today }}
      onSend={async (values) => {
        await record.mutateAsync({ rowId: row.id, version: row.version, ...values });
        void message.success(t('lookBack.saved'));
      }}
    >
      <p className="sheet-subject">{row.title}</p>
      <Form.Item name="result" label={t('lookBack.result')} rules={needed(t('lookBack.result'))}>
        <Radio.Group
          className="radio-lines"
          options={lookBackResults.map((value) => ({ value, label: labelText(lookBackResultLabels[value]) }))}
        />
      </Form.Item>
      <Form.Item name="note" label={t('lookBack.findings')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="checkedOn" label={t('lookBack.checkedOn')}>
        <DayChoice from={row.closedOn} to={today} />
      </Form.Item>
    </SheetForm>
  );
}

function Evidence({ lookBackId, row }: { lookBackId: string; row: LookBackRow }) {
  const add = useAddLookBackEvidence(lookBackId);
  const { message } = App.useApp();
  return (
    <Upload
      multiple
      showUploadList={false}
      beforeUpload={(file, files) => {
        if (file === files[0]) {
          add.mutate({ rowId: row.id, files }, { onError: (error) => void message.error(error.message) });
        }
        return false;
      }}
    >
      <Button type="link" size="small" icon={<UploadOutlined />} loading={add.isPending} title={t('lookBack.evidence')}>
        {t('lookBack.evidence')}
      </Button>
    </Upload>
  );
}

function FollowUp({ lookBackId, row }: { lookBackId: string; row: LookBackRow }) {
  const today = useToday();
  const follow = useFollowUp(lookBackId);
  const navigate = useNavigate();
  return (
    <SheetForm<{ how: 'reopen' | 'recurrence'; dueOn?: string }>
      button={t('lookBack.followUp')}
      title={`${row.no} ${t('lookBack.followUp')}`}
      submit={t('lookBack.followUp')}
      initial={{ how: 'reopen' }}
      onSend={async ({ how, dueOn }) => {
        const deadline = how === 'reopen' ? { kind: 'date' as const, dueOn } : undefined;
        const { ticketId } = await follow.mutateAsync({ rowId: row.id, version: row.version, how, deadline });
        void navigate(`/tickets/${ticketId}`);
      }}
    >
      <How today={today} />
    </SheetForm>
  );
}

function How({ today }: { today: string }) {
  const how = Form.useWatch('how') as string | undefined;
  return (
    <>
      <Form.Item name="how" label={t('lookBack.followUp')} extra={t('lookBack.followNote')}>
        <Radio.Group
          className="radio-lines"
          options={(['reopen', 'recurrence'] as const).map((value) => ({ value, label: t(`lookBack.${value}`) }))}
        />
      </Form.Item>
      {how !== 'recurrence' && (
        <Form.Item name="dueOn" label={t('column.deadline')} rules={needed(t('column.deadline'))}>
          <DayChoice from={today} />
        </Form.Item>
      )}
    </>
  );
}
