import { App, Button, Form, Input, Popconfirm } from 'antd';
import { useAddSourceItem, useEditSource, type CountedSource } from '../../api/sources.js';
import { DayText } from '../../components/day-text.js';
import { itemWords } from '../../components/item-words.js';
import { needed, SheetForm } from '../../components/sheet-form.js';
import { t } from '../../language.js';
import { SourceCounted } from './source-counted.js';
import { EditSource } from './source-form.js';

/** One source: its paper, its items with their tickets, and what its office may do with it. */
export function SourceSheet({ source, mayEdit }: { source: CountedSource; mayEdit: boolean }) {
  const { id, documentNo, feedbackOn, closedOn, items } = source;
  return (
    <>
      <dl className="side-facts">
        <div>
          <dt>{t('source.documentNo')}</dt>
          <dd>{documentNo ?? '—'}</dd>
        </div>
        <div>
          <dt>{t('source.feedbackOn')}</dt>
          <dd>{feedbackOn ? <DayText day={feedbackOn} /> : '—'}</dd>
        </div>
        {closedOn && (
          <div>
            <dt>{t('source.closed')}</dt>
            <dd>
              <DayText day={closedOn} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('source.counts')}</dt>
          <dd>
            <SourceCounted counts={source} address={`sourceId=${id}`} />
          </dd>
        </div>
      </dl>
      <h3 className="account-part">{t('source.itemsOf', { count: items.length })}</h3>
      {items.length === 0 && <p className="faint">{t('source.noItems')}</p>}
      <ul className="source-items">
        {items.map((item) => (
          <li key={item.id}>
            <span className="prose">{itemWords(item)}</span>
            <SourceCounted counts={item} address={`sourceId=${id}&itemId=${item.id}`} />
          </li>
        ))}
      </ul>
      {mayEdit && (
        <div className="form-end">
          <CloseSource source={source} />
          <EditSource source={source} />
          {!closedOn && <AddItem id={id} />}
        </div>
      )}
    </>
  );
}

function AddItem({ id }: { id: string }) {
  const add = useAddSourceItem(id);
  return (
    <SheetForm<{ title: string }>
      button={t('source.addItem')}
      title={t('source.addItem')}
      submit={t('source.addItem')}
      look="primary"
      onSend={({ title }) => add.mutateAsync(title)}
    >
      <Form.Item name="title" label={t('column.item')} rules={needed(t('column.item'))}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
    </SheetForm>
  );
}

function CloseSource({ source }: { source: CountedSource }) {
  const edit = useEditSource(source.id);
  const { message } = App.useApp();
  const isClosed = source.closedOn !== null;
  const send = () => edit.mutate({ closed: !isClosed }, { onError: (error) => void message.error(error.message) });
  if (isClosed) {
    return (
      <Button loading={edit.isPending} onClick={send}>
        {t('source.reopen')}
      </Button>
    );
  }
  return (
    <Popconfirm
      title={t('source.close')}
      description={t('source.closeNote', { open: source.total - source.done })}
      okText={t('source.close')}
      onConfirm={send}
    >
      <Button loading={edit.isPending}>{t('source.close')}</Button>
    </Popconfirm>
  );
}
