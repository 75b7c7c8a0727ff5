import { App, Button } from 'antd';
import { useState } from 'react';
import type { TicketAction } from '@xiaohao/domain';
import { actionLabels, statusLabels } from '@xiaohao/messages';
import { ApiError } from '../../api/client.js';
import { useTicket, useTicketAction, type OpenAction, type Ticket } from '../../api/tickets.js';
import { Sheet } from '../../components/sheet.js';
import { labelOf, t } from '../../language.js';
import { ActionForm } from './action-form.js';

/** What takes an action back, where the flow has such a thing and it asks for nothing. */
const takenBackBy: Partial<Record<TicketAction, TicketAction>> = { submit: 'withdraw', suspend: 'resume' };
const undoForSeconds = 10;

export function actionLabel(action: string): string {
  return labelOf(actionLabels, action);
}

/** Says what was done and, for ten seconds, how to take it back. */
function useSayDone() {
  const { message, notification } = App.useApp();
  const act = useTicketAction();
  return (done: string, ticket: Ticket) => {
    const back = takenBackBy[done as TicketAction];
    const open = ticket.actions.find(({ action, needs }) => action === back && needs.length === 0);
    const said = t('action.done', { no: ticket.no, action: actionLabel(done) });
    if (!open) {
      void message.success(said);
      return;
    }
    const key = `undo-${ticket.id}`;
    const undo = () =>
      act.mutate(
        { id: ticket.id, version: ticket.version, action: open.action, input: {} },
        {
          onSuccess: () => {
            notification.destroy(key);
            void message.success(t('action.undone'));
          },
          onError: (error) => void message.error(error.message),
        },
      );
    notification.open({
      key,
      title: said,
      duration: undoForSeconds,
      actions: (
        <Button type="primary" size="small" onClick={undo}>
          {t('action.undo')}
        </Button>
      ),
    });
  };
}

/** The dialog of one action on one ticket; what was typed stays when somebody else was quicker. */
export function ActionDialog({
  ticketId,
  action,
  onClose,
}: {
  ticketId: string;
  action: OpenAction | null;
  onClose: () => void;
}) {
  return (
    <Sheet open={action !== null} title={action && actionLabel(action.action)} onClose={onClose}>
      {action && <ActionOfTicket ticketId={ticketId} action={action} onClose={onClose} />}
    </Sheet>
  );
}

function ActionOfTicket({ ticketId, action, onClose }: { ticketId: string; action: OpenAction; onClose: () => void }) {
  const { data: ticket, refetch } = useTicket(ticketId);
  const act = useTicketAction();
  const sayDone = useSayDone();
  const [error, setError] = useState<React.ReactNode>(null);
  if (!ticket) return null;
  const refused = async (thrown: Error) => {
    if (!(thrown instanceof ApiError) || thrown.code !== 'stale') return setError(thrown.message);
    const present = (await refetch()).data;
    setError(present ? staleWords(present, action) : thrown.message);
  };
  return (
    <ActionForm
      subject={ticket}
      action={action}
      label={actionLabel(action.action)}
      busy={act.isPending}
      error={error}
      onCancel={onClose}
      onSubmit={(input) => {
        setError(null);
        act.mutate(
          { id: ticket.id, version: ticket.version, action: action.action, input },
          {
            onSuccess: (changed) => {
              onClose();
              sayDone(action.action, changed);
            },
            onError: (thrown) => void refused(thrown),
          },
        );
      }}
    />
  );
}

/** What stands there now, and whether the action is still possible. */
function staleWords(present: Ticket, action: OpenAction): string {
  const status = labelOf(statusLabels, present.status);
  const still = present.actions.some((open) => open.action === action.action);
  return t(still ? 'action.staleStill' : 'action.staleGone', { status, action: actionLabel(action.action) });
}
