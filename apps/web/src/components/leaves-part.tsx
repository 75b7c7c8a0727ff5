import { App, Button, Form, Popconfirm, Select } from 'antd';
import { roleLabels } from '@xiaohao/messages';
import { useToday } from '../api/session.js';
import { useEndLeave, useLeaves, useSetLeave, type Leave, type Leaves } from '../api/staffing.js';
import { PersonChoice } from './choices.js';
import { DayChoice } from './day-choice.js';
import { needed, SheetForm } from './sheet-form.js';
import { Answer } from './states.js';
import { labelOf, t } from '../language.js';

interface Fields {
  postId: string;
  standInId: string;
  fromOn: string;
  toOn: string;
}

/** Who stands in for whom; `personId` null: for oneself, within the own section. */
export function LeavesPart({ personId, ownId }: { personId: string | null; ownId: string }) {
  const asked = useLeaves(personId);
  return (
    <Answer asked={asked} lines={2}>
      {({ leaves, posts }) => (
        <>
          {leaves.length === 0 && <p className="faint">{t('leave.none')}</p>}
          <ul>
            {leaves.map((leave) => (
              <LeaveLine key={leave.id} leave={leave} personId={personId} ownId={ownId} />
            ))}
          </ul>
          {posts.length > 0 && (
            <div className="account-end">
              <LeaveForm personId={personId} posts={posts} />
            </div>
          )}
        </>
      )}
    </Answer>
  );
}

function LeaveLine({ leave, personId, ownId }: { leave: Leave; personId: string | null; ownId: string }) {
  const end = useEndLeave(personId);
  const { message } = App.useApp();
  const own = leave.person.id === ownId;
  const words = {
    role: labelOf(roleLabels, leave.role),
    unit: leave.unit.name,
    person: leave.person.name,
    standIn: leave.standIn.name,
    from: leave.fromOn,
    to: leave.toOn,
  };
  return (
    <li className="account-post">
      <span>{t(own ? 'leave.own' : 'leave.other', words)}</span>
      {own && (
        <Popconfirm
          title={t('leave.end')}
          okText={t('leave.end')}
          onConfirm={() => end.mutate(leave.id, { onError: (error) => void message.error(error.message) })}
        >
          <Button size="small" loading={end.isPending}>
            {t('leave.end')}
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}

function LeaveForm({ personId, posts }: { personId: string | null; posts: Leaves['posts'] }) {
  const set = useSetLeave(personId);
  const today = useToday();
  return (
    <SheetForm<Fields>
      button={t('leave.add')}
      title={t('leave.add')}
      submit={t('leave.add')}
      look="plain"
      initial={{ postId: posts[0]!.id, fromOn: today }}
      onSend={(fields) => set.mutateAsync(fields)}
    >
      <p className="faint">{t('leave.note')}</p>
      <Form.Item name="postId" label={t('leave.post')} rules={needed(t('leave.post'))}>
        <Select
          options={posts.map(({ id, role, unit }) => ({
            value: id,
            label: `${labelOf(roleLabels, role)} · ${unit.name}`,
          }))}
        />
      </Form.Item>
      <StandIn within={personId === null ? posts : null} />
      <div className="form-pair">
        <Form.Item name="fromOn" label={t('leave.from')} rules={needed(t('leave.from'))}>
          <DayChoice from={today} />
        </Form.Item>
        <Form.Item name="toOn" label={t('leave.to')} rules={needed(t('leave.to'))}>
          <DayChoice from={today} />
        </Form.Item>
      </div>
    </SheetForm>
  );
}

/** Of the post's own unit where one names a stand-in for oneself. */
function StandIn({ within }: { within: Leaves['posts'] | null }) {
  const postId = Form.useWatch<string | undefined>('postId');
  const unitId = within?.find(({ id }) => id === postId)?.unit.id;
  return (
    <Form.Item name="standInId" label={t('leave.standIn')} rules={needed(t('leave.standIn'))}>
      <PersonChoice unitId={unitId} />
    </Form.Item>
  );
}
