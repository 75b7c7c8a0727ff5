import { App, Form, Input, Select } from 'antd';
import type { TicketKind } from '@xiaohao/domain';
import { kindLabels } from '@xiaohao/messages';
import {
  useCreateSource,
  useEditSource,
  type CountedSource,
  type NewSource as NewSourceFacts,
} from '../../api/sources.js';
import { DayChoice } from '../../components/day-choice.js';
import { needed, SheetForm } from '../../components/sheet-form.js';
import { labelText, t } from '../../language.js';

interface Fields extends Omit<NewSourceFacts, 'items'> {
  /** One on a line. */
  items?: string;
}

export function NewSource({ kinds }: { kinds: readonly TicketKind[] }) {
  const create = useCreateSource();
  const { message } = App.useApp();
  const send = async ({ items = '', ...facts }: Fields) => {
    await create.mutateAsync({ ...facts, items: linesOf(items) });
    void message.success(t('source.saved'));
  };
  return (
    <SheetForm<Fields>
      button={t('source.new')}
      title={t('source.new')}
      submit={t('source.new')}
      look="primary"
      initial={{ kind: kinds[0]! }}
      onSend={send}
    >
      <Form.Item name="kind" label={t('column.kind')}>
        <Select options={kinds.map((value) => ({ value, label: labelText(kindLabels[value]) }))} />
      </Form.Item>
      <Facts />
      <Form.Item name="items" label={t('source.itemLines')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
      </Form.Item>
    </SheetForm>
  );
}

export function EditSource({ source }: { source: CountedSource }) {
  const edit = useEditSource(source.id);
  const { message } = App.useApp();
  const { name, documentNo, feedbackOn } = source;
  const send = async (facts: Fields) => {
    await edit.mutateAsync({
      name: facts.name,
      documentNo: facts.documentNo || null,
      feedbackOn: facts.feedbackOn ?? null,
    });
    void message.success(t('source.saved'));
  };
  return (
    <SheetForm<Fields>
      button={t('ticket.edit')}
      title={t('source.edit')}
      submit={t('state.save')}
      look="plain"
      initial={{ name, documentNo, feedbackOn }}
      onSend={send}
    >
      <Facts />
    </SheetForm>
  );
}

function Facts() {
  return (
    <>
      <Form.Item name="name" label={t('source.name')} rules={needed(t('source.name'))}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="documentNo" label={t('source.documentNo')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="feedbackOn" label={t('source.feedbackOn')}>
          <DayChoice />
        </Form.Item>
      </div>
    </>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
