import { Alert, App, Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import type { Account } from '../../api/accounts.js';
import { useToday } from '../../api/session.js';
import { useHandOver, useHandOverNow, type HandOver } from '../../api/staffing.js';
import { PersonChoice } from '../../components/choices.js';
import { DayChoice } from '../../components/day-choice.js';
import { needed } from '../../components/sheet-form.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { accountPostWords } from './account-posts.js';

interface Fields {
  successorId?: string;
  units?: Record<string, string | undefined>;
  lastOn: string;
  postIds: string[];
  passPosts?: boolean;
  disable?: boolean;
}

const noUnit = 'none';

/** What is open in the person's name, by unit and number, and the one step that passes it on. */
export function HandOverPart({ account }: { account: Account }) {
  const asked = useHandOver(account.id);
  const [open, setOpen] = useState(false);
  return (
    <Answer asked={asked} lines={2}>
      {(view) => (
        <>
          <OpenWork view={view} />
          {open ? (
            <HandOverForm account={account} view={view} onClose={() => setOpen(false)} />
          ) : (
            <div className="account-end">
              <Button onClick={() => setOpen(true)}>{t('handOver.open')}</Button>
            </div>
          )}
        </>
      )}
    </Answer>
  );
}

function OpenWork({ view }: { view: HandOver }) {
  const { measures, instructionsGiven: instructions, lookBacks, figuresToFile: figures } = view;
  const beside = { measures, instructions, lookBacks, figures };
  const some = (counts: Record<string, number>) => Object.values(counts).some((count) => count > 0);
  return (
    <>
      <p>{view.total === 0 ? t('handOver.none') : t('handOver.total', { count: view.total })}</p>
      <ul>
        {view.units.map(({ unit, count, confidential, tickets }) => (
          <li key={unit?.id ?? noUnit} className="open-unit">
            {t('handOver.unit', { unit: unit?.name ?? t('handOver.noUnit'), count })}{' '}
            <span className="faint">{tickets.map(({ no }) => no).join('、')}</span>
            {confidential > 0 && <span className="faint"> {t('handOver.confidential', { count: confidential })}</span>}
          </li>
        ))}
      </ul>
      {some(beside) && <p className="faint">{t('handOver.beside', beside)}</p>}
      {some(view.postWork) && <p className="faint">{t('handOver.postWork', { ...view.postWork })}</p>}
    </>
  );
}

function HandOverForm({ account, view, onClose }: { account: Account; view: HandOver; onClose: () => void }) {
  const handOver = useHandOverNow(account.id);
  const today = useToday();
  const { message } = App.useApp();
  const posts = account.posts.filter(({ toOn }) => toOn === null || toOn >= today);
  const passable = posts.filter(({ actingFor, role }) => actingFor === null && role !== 'admin');
  const send = ({ successorId, units = {}, lastOn, postIds, passPosts, disable }: Fields) =>
    handOver.mutate(
      {
        lastOn,
        postIds,
        disable: disable ?? false,
        successorId: successorId ?? null,
        byUnit: Object.entries(units).flatMap(([unitId, to]) =>
          to ? [{ unitId: unitId === noUnit ? null : unitId, successorId: to }] : [],
        ),
        passedPosts:
          passPosts && successorId
            ? passable.filter(({ id }) => postIds.includes(id)).map(({ id }) => ({ postId: id, successorId }))
            : [],
      },
      {
        onSuccess: (given) => {
          const count = given.reduce((sum, { tickets }) => sum + tickets, 0);
          void message.success(t('handOver.done', { count }));
          onClose();
        },
      },
    );
  return (
    <Form<Fields>
      layout="vertical"
      className="account-add"
      initialValues={{ lastOn: today, postIds: posts.map(({ id }) => id) }}
      onFinish={send}
    >
      {handOver.error && <Alert type="error" showIcon title={handOver.error.message} className="form-error" />}
      <Form.Item name="successorId" label={t('handOver.successor')}>
        <PersonChoice allowClear />
      </Form.Item>
      {view.units.length > 1 &&
        view.units.map(({ unit }) => (
          <Form.Item
            key={unit?.id ?? noUnit}
            name={['units', unit?.id ?? noUnit]}
            label={t('handOver.unitSuccessor', { unit: unit?.name ?? t('handOver.noUnit') })}
          >
            <PersonChoice allowClear unitId={unit?.id} />
          </Form.Item>
        ))}
      <Form.Item name="lastOn" label={t('handOver.lastOn')} rules={needed(t('handOver.lastOn'))}>
        <DayChoice from={today} />
      </Form.Item>
      {posts.length > 0 && (
        <Form.Item name="postIds" label={t('handOver.posts')}>
          <Checkbox.Group
            className="check-column"
            options={posts.map((post) => ({ value: post.id, label: accountPostWords(post) }))}
          />
        </Form.Item>
      )}
      {passable.length > 0 && (
        <Form.Item name="passPosts" valuePropName="checked" noStyle>
          <Checkbox>{t('handOver.passPosts')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="disable" valuePropName="checked" noStyle>
        <Checkbox>{t('handOver.disable')}</Checkbox>
      </Form.Item>
      <div className="form-end">
        <Button onClick={onClose}>{t('state.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={handOver.isPending}>
          {t('handOver.title')}
        </Button>
      </div>
    </Form>
  );
}
