import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api/client.js';
import { useTicketAction, type ActionInput, type OpenAction, type Ticket, type TicketRow } from '../../api/tickets.js';
import { Sheet } from '../../components/sheet.js';
import { t } from '../../language.js';
import { ActionForm } from '../ticket/action-form.js';
import { actionLabel } from '../ticket/action-dialog.js';

interface Batch {
  action: OpenAction;
  tickets: Ticket[];
}

/** What can be done with several tickets at once. Each is asked for by itself: the server decides one by one. */
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
  const drafts = rows.filter((row) => ids.has(row.id) && row.status === 'draft');
  const assign = async () => {
    setLooking(true);
    try {
      const tickets = await Promise.all(
        drafts.map(({ id }) => answered(api.GET('/api/tickets/{id}', { params: { path: { id } } }))),
      );
      const open = tickets.flatMap((ticket) => ticket.actions.filter(({ action }) => action === 'assign'))[0];
      const may = tickets.filter((ticket) => ticket.actions.some(({ action }) => action === 'assign'));
      if (open) setBatch({ action: open, tickets: may });
      else void message.info(t('selection.noneToAssign'));
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
        onClick={() => void assign()}
      >
        {t('selection.assign', { count: drafts.length })}
      </Button>
      <Button type="text" size="small" onClick={onClear}>
        {t('selection.clear')}
      </Button>
      <Sheet open={batch !== null} title={t('selection.assignTitle')} onClose={() => setBatch(null)}>
        {batch && <BatchForm batch={batch} onClose={() => setBatch(null)} onDone={onClear} />}
      </Sheet>
    </div>
  );
}

function BatchForm({ batch, onClose, onDone }: { batch: Batch; onClose: () => void; onDone: () => void }) {
  const { action, tickets } = batch;
  const act = useTicketAction();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [waiting, setWaiting] = useState(tickets);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<string[]>([]);
  const first = tickets[0]!;
  const run = async (input: ActionInput) => {
    setBusy(true);
    const refused: { ticket: Ticket; why: string }[] = [];
    for (const ticket of waiting) {
      await act
        .mutateAsync({ id: ticket.id, version: ticket.version, action: action.action, input })
        .catch((error: Error) => refused.push({ ticket, why: `${ticket.no}：${error.message}` }));
    }
    setBusy(false);
    await client.invalidateQueries({ queryKey: ['tickets'] });
    setWaiting(refused.map(({ ticket }) => ticket));
    setRefusals(refused.map(({ why }) => why));
    if (refused.length > 0) return;
    void message.success(t('selection.done', { count: tickets.length, action: actionLabel(action.action) }));
    onDone();
    onClose();
  };
  return (
    <>
      <Alert
        type="info"
        title={t('selection.which', { count: waiting.length, nos: waiting.map(({ no }) => no).join('、') })}
      />
      <ActionForm
        subject={{ ...first, id: undefined, ...sharedBy(tickets) }}
        action={action}
        label={t('selection.assign', { count: waiting.length })}
        busy={busy}
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
