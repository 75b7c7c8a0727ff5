import { EllipsisOutlined } from '@ant-design/icons';
import { Alert, App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { TicketAction, TicketStatus } from '@xiaohao/domain';
import { ticketFlow } from '@xiaohao/domain';
import { answered, api } from '../../api/client.js';
import { useBulkAction, type ActionInput, type OpenAction, type Ticket, type TicketRow } from '../../api/tickets.js';
import { useMay } from '../../api/session.js';
import { Sheet } from '../../components/sheet.js';
import { t } from '../../language.js';
import { ActionForm } from '../ticket/action-form.js';
import { actionLabel } from '../ticket/action-dialog.js';
import { IntoCampaign } from './into-campaign.js';

/** Actions that make sense for several tickets under one form; the first is the button, the rest stand behind 更多. */
const bulkActions = [
  'assign',
  'sign',
  'reassign',
  'review_pass',
  'approve',
  'accept',
  'suspend',
  'resume',
  'review_ongoing',
  'request_cancel',
  'confirm_cancel',
] as const satisfies readonly TicketAction[];
type BulkAction = (typeof bulkActions)[number];

interface Batch {
  action: OpenAction;
  tickets: Ticket[];
}

/** What can be done with several tickets at once. The server decides one by one and says what became of each. */
export function SelectionBar({
  ids,
  rows,
  onClear,
}: {
  ids: ReadonlySet<string>;
  rows: readonly TicketRow[];
  onClear: () => void;
}) {
  const [batch, setBatch] = useState<Batch | null>(null);
  const [looking, setLooking] = useState(false);
  const { message } = App.useApp();
  const mayGroup = useMay('campaign.edit');
  const chosen = rows.filter((row) => ids.has(row.id));
  const possible = bulkActions
    .map((action) => ({ action, tickets: chosen.filter(({ status }) => startsFrom(action, status)) }))
    .filter(({ tickets }) => tickets.length > 0);
  const drafts = possible.find(({ action }) => action === 'assign')?.tickets ?? [];
  const begin = async (action: BulkAction) => {
    setLooking(true);
    try {
      const wanted = possible.find((one) => one.action === action)?.tickets ?? [];
      const tickets = await Promise.all(
        wanted.map(({ id }) => answered(api.GET('/api/tickets/{id}', { params: { path: { id } } }))),
      );
      const may = tickets.filter((ticket) => ticket.actions.some((open) => open.action === action));
      const open = may[0]?.actions.find((one) => one.action === action);
      if (open) setBatch({ action: open, tickets: may });
      else void message.info(t(action === 'assign' ? 'selection.noneToAssign' : 'selection.none'));
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setLooking(false);
    }
  };
  return (
    <div className="selection">
      <b>{t('selection.count', { count: ids.size })}</b>
      <Button
        type="primary"
        size="small"
        disabled={drafts.length === 0}
        loading={looking}
        onClick={() => void begin('assign')}
      >
        {t('selection.assign', { count: drafts.length })}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: possible
            .filter(({ action }) => action !== 'assign')
            .map(({ action, tickets }) => ({
              key: action,
              label: t('selection.act', { action: actionLabel(action), count: tickets.length }),
            })),
          onClick: ({ key }) => void begin(key as BulkAction),
        }}
      >
        <Button size="small" icon={<EllipsisOutlined />}>
          {t('selection.more')}
        </Button>
      </Dropdown>
      {mayGroup && <IntoCampaign ids={ids} onDone={onClear} />}
      <Button type="text" size="small" onClick={onClear}>
        {t('selection.clear')}
      </Button>
      <Sheet open={batch !== null} title={batch && titleOf(batch.action)} onClose={() => setBatch(null)}>
        {batch && <BatchForm batch={batch} onClose={() => setBatch(null)} onDone={onClear} />}
      </Sheet>
    </div>
  );
}

function startsFrom(action: BulkAction, status: string): boolean {
  return (ticketFlow[action].from as readonly TicketStatus[]).includes(status as TicketStatus);
}

function titleOf({ action }: OpenAction): string {
  return action === 'assign' ? t('selection.assignTitle') : actionLabel(action);
}

function BatchForm({ batch, onClose, onDone }: { batch: Batch; onClose: () => void; onDone: () => void }) {
  const { action, tickets } = batch;
  const act = useBulkAction();
  const { message } = App.useApp();
  const [waiting, setWaiting] = useState(tickets);
  const [refusals, setRefusals] = useState<string[]>([]);
  const first = tickets[0]!;
  const run = async (input: ActionInput) => {
    const asked = waiting.map(({ id, version }) => ({ id, version }));
    try {
      const { items } = await act.mutateAsync({ action: action.action, tickets: asked, input });
      const refused = new Map(items.filter(({ code }) => code !== null).map(({ id, message: why }) => [id, why]));
      if (refused.size > 0) {
        const left = waiting.filter(({ id }) => refused.has(id));
        setWaiting(left);
        const counts = t('selection.result', { done: items.length - refused.size, failed: refused.size });
        setRefusals([counts, ...left.map(({ id, no }) => `${no}：${refused.get(id)}`)]);
        return;
      }
      void message.success(t('selection.done', { count: items.length, action: actionLabel(action.action) }));
      onDone();
      onClose();
    } catch (error) {
      setRefusals([(error as Error).message]);
    }
  };
  return (
    <>
      <Alert
        type="info"
        className="form-error"
        title={t('selection.which', { count: waiting.length, nos: waiting.map(({ no }) => no).join('、') })}
      />
      <ActionForm
        subject={{ ...first, id: undefined, ...sharedBy(tickets) }}
        action={action}
        label={t('selection.act', { action: actionLabel(action.action), count: waiting.length })}
        busy={act.isPending}
        error={refusals.length > 0 ? refusals.join('；') : null}
        onSubmit={(input) => void run(input)}
        onCancel={onClose}
      />
    </>
  );
}

/** What all of them have in common is taken over; where they differ a person chooses. */
function sharedBy(tickets: readonly Ticket[]): Pick<Ticket, 'leadUnit' | 'supportUnits' | 'leader' | 'deadline'> {
  const first = tickets[0]!;
  const same = (field: 'leadUnit' | 'supportUnits' | 'leader' | 'deadline') =>
    tickets.every((ticket) => JSON.stringify(ticket[field]) === JSON.stringify(first[field]));
  return {
    leadUnit: same('leadUnit') ? first.leadUnit : null,
    supportUnits: same('supportUnits') ? first.supportUnits : [],
    leader: same('leader') ? first.leader : null,
    deadline: same('deadline') ? first.deadline : { ...first.deadline, kind: 'date', dueOn: null, ongoing: false },
  };
}
