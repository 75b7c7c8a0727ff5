import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { OpenAction, Ticket } from '../../api/tickets.js';
import { t } from '../../language.js';
import { ActionDialog, actionLabel } from './action-dialog.js';

/** Which of the open actions is the next step; the others wait behind 更多. */
const mainFirst: readonly string[] = [
  'confirm_cancel',
  'grant_extension',
  'assign',
  'sign',
  'review_pass',
  'approve',
  'accept',
  'submit',
  'resume',
  'review_ongoing',
  'close_ongoing',
];
/** Stands beside the main one because it is its other answer. */
const counterpart: Readonly<Record<string, string>> = {
  confirm_cancel: 'refuse_cancel',
  grant_extension: 'refuse_extension',
  review_ongoing: 'close_ongoing',
  sign: 'object',
  review_pass: 'return',
  approve: 'return',
  accept: 'return',
  submit: 'request_extension',
};

/** The buttons the server offers for this ticket: one primary, its counterpart, the rest behind 更多; a single one needs no menu. */
export function ActionBar({ ticket }: { ticket: Ticket }) {
  const [chosen, setChosen] = useState<OpenAction | null>(null);
  const { actions } = ticket;
  const main = mainFirst.map((name) => actions.find(({ action }) => action === name)).find((open) => open);
  const other = main && actions.find(({ action }) => action === counterpart[main.action]);
  const rest = actions.filter((open) => open !== main && open !== other);
  if (actions.length === 0) return null;
  return (
    <div className="actions">
      {rest.length === 1 && <Button onClick={() => setChosen(rest[0]!)}>{actionLabel(rest[0]!.action)}</Button>}
      {rest.length > 1 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map(({ action }) => ({ key: action, label: actionLabel(action) })),
            onClick: ({ key }) => setChosen(rest.find(({ action }) => action === key) ?? null),
          }}
        >
          <Button icon={<EllipsisOutlined />}>{main ? t('action.more') : t('action.all')}</Button>
        </Dropdown>
      )}
      {other && <Button onClick={() => setChosen(other)}>{actionLabel(other.action)}</Button>}
      {main && (
        <Button type="primary" onClick={() => setChosen(main)}>
          {actionLabel(main.action)}
        </Button>
      )}
      <ActionDialog ticketId={ticket.id} action={chosen} onClose={() => setChosen(null)} />
    </div>
  );
}
