import { Alert, App, Button, Form, Input } from 'antd';
import type { Schema } from '../../api/client.js';
import { useCreateCampaign, useEditCampaign, type Campaign } from '../../api/kinds.js';
import { DayChoice } from '../../components/day-choice.js';
import { t } from '../../language.js';

type Facts = Schema['NewCampaignDto'];

export function CampaignForm({ campaign, onClose }: { campaign: Campaign | null; onClose: () => void }) {
  const create = useCreateCampaign();
  const edit = useEditCampaign();
  const { message } = App.useApp();
  const error = create.error ?? edit.error;
  const onSuccess = () => {
    void message.success(t('campaign.saved'));
    onClose();
  };
  const save = ({ name, fromOn, toOn, note }: Facts) => {
    const facts = { name, fromOn: fromOn ?? null, toOn: toOn ?? null, note: note || null };
    if (campaign) edit.mutate({ id: campaign.id, version: campaign.version, ...facts }, { onSuccess });
    else create.mutate(facts, { onSuccess });
  };
  return (
    <Form layout="vertical" initialValues={campaign ?? {}} onFinish={save}>
      {error && <Alert type="error" showIcon title={error.message} className="form-error" />}
      <Form.Item
        name="name"
        label={t('campaign.name')}
        rules={[{ required: true, whitespace: true, message: t('field.need', { name: t('campaign.name') }) }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="fromOn" label={t('campaign.span')}>
          <DayChoice />
        </Form.Item>
        <Form.Item name="toOn" label=" " colon={false}>
          <DayChoice />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t('campaign.note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <div className="form-end">
        <Button onClick={onClose}>{t('state.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={create.isPending || edit.isPending}>
          {t('state.save')}
        </Button>
      </div>
    </Form>
  );
}
