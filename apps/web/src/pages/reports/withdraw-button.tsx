import { Form, Input } from 'antd';
import { useWithdrawReport, type Report } from '../../api/reports.js';
import { needed, SheetForm } from '../../components/sheet-form.js';
import { t } from '../../language.js';

/** Takes a final report out of use; for the chief alone. */
export function WithdrawButton({ report }: { report: Report }) {
  const withdraw = useWithdrawReport(report.id);
  if (!report.actions.includes('withdraw')) return null;
  return (
    <SheetForm<{ reason: string }>
      button={t('report.withdraw')}
      title={t('report.withdrawTitle')}
      submit={t('report.withdraw')}
      look="plain"
      onSend={({ reason }) => withdraw.mutateAsync({ reason, version: report.version })}
    >
      <ul className="consequences">
        <li>{t('report.withdrawKept')}</li>
        <li>{t('report.withdrawMarked')}</li>
      </ul>
      <Form.Item name="reason" label={t('report.withdrawReason')} rules={needed(t('report.withdrawReason'))}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </SheetForm>
  );
}
