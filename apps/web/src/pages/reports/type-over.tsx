import { App, Button, Form, Input } from 'antd';
import { useClearOverride, useSetOverride, type Report, type ReportFigure } from '../../api/reports.js';
import { useMay } from '../../api/session.js';
import { InstantText } from '../../components/day-text.js';
import { needed, SheetForm } from '../../components/sheet-form.js';
import { t } from '../../language.js';
import { amount } from './report-words.js';

interface Props {
  report: Report;
  figure: ReportFigure;
}

/** Another number in place of the computed one, with a reason; both stand side by side until it is taken back. */
export function TypeOver({ report, figure }: Props) {
  const isDraft = useMay('report.build') && report.finalizedAt === null && figure.source !== 'parameter';
  const mayType = isDraft && report.state !== 'submitted';
  const set = useSetOverride(report.id, figure.key);
  const clear = useClearOverride(report.id, figure.key);
  const { message } = App.useApp();
  const { typed } = figure;
  if (!typed && !isDraft) return null;
  return (
    <div className="type-over">
      {typed && (
        <p className="banner">
          {t('figure.typedOver', { by: typed.by, reason: typed.reason })} <InstantText at={typed.at} />
          <br />
          {t('figure.computed', {
            value: typed.computed === null ? '____' : `${amount(typed.computed)} ${figure.unit}`,
          })}
        </p>
      )}
      {isDraft && !mayType && <p className="faint">{t('report.recallFirst')}</p>}
      {mayType && (
        <SheetForm<{ value: string; reason: string }>
          button={t('figure.typeOver')}
          title={`${t('figure.typeOver')} · ${figure.name}`}
          submit={t('figure.typeOverDo')}
          initial={{ value: figure.value === null ? '' : String(figure.value) }}
          onSend={({ value, reason }) => set.mutateAsync({ value: Number(value), reason, version: report.version })}
        >
          <p className="faint">{t('figure.typeOverNote')}</p>
          <Form.Item
            name="value"
            label={`${t('figure.value')}${figure.unit ? `（${figure.unit}）` : ''}`}
            rules={[{ required: true, pattern: /^\d{1,14}(\.\d{1,4})?$/, message: t('filing.notNumber') }]}
          >
            <Input inputMode="decimal" maxLength={24} />
          </Form.Item>
          <Form.Item name="reason" label={t('figure.typedReason')} rules={needed(t('figure.typedReason'))}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </SheetForm>
      )}
      {typed && mayType && (
        <Button
          type="link"
          size="small"
          loading={clear.isPending}
          onClick={() => clear.mutate(undefined, { onError: (error) => void message.error(error.message) })}
        >
          {t('figure.typeBack')}
        </Button>
      )}
    </div>
  );
}
