import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import type { TicketAction } from '@xiaohao/domain';
import { actionLabels, statusLabels } from '@xiaohao/messages';
import { ApiError } from '../../api/client.js';
import { useToday } from '../../api/session.js';
import {
  useEditMeasure,
  useTicket,
  useTicketAction,
  type ActionInput,
  type OpenAction,
  type Ticket,
} from '../../api/tickets.js';
import { Sheet } from '../../components/sheet.js';
import { labelOf, t } from '../../language.js';
import { ActionForm } from './action-form.js';
import { changesBetween } from './ticket-changes.js';

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

function ActionOfTicket({ ticketId, ...rest }: { ticketId: string; action: OpenAction; onClose: () => void }) {
  const { data: ticket } = useTicket(ticketId);
  return ticket ? <ActionOnPresent ticket={ticket} {...rest} /> : null;
}

/**
 * Acts on the ticket as it stood when the dialog opened: live updates renew the page under it, and what a person has
 * not seen must not be decided on. The server refuses the former version; the second try is made on the one told then.
 */
function ActionOnPresent({ ticket, action, onClose }: { ticket: Ticket; action: OpenAction; onClose: () => void }) {
  const { refetch } = useTicket(ticket.id);
  const act = useTicketAction();
  const editMeasure = useEditMeasure(ticket.id);
  const sayDone = useSayDone();
  const today = useToday();
  const seen = useRef(ticket);
  const version = useRef(ticket.version);
  const [error, setError] = useState<React.ReactNode>(null);
  const [busy, setBusy] = useState(false);
  /** Own entries are no news; where the version grew by more, somebody else was there too. */
  const added = (present: Ticket, entries: number) => {
    if (present.version !== version.current + entries) return;
    version.current = present.version;
    seen.current = present;
  };
  const refused = async (thrown: Error) => {
    if (!(thrown instanceof ApiError) || thrown.code !== 'stale') return setError(thrown.message);
    const present = (await refetch()).data;
    setError(present ? staleWords(seen.current, present, action, today) : thrown.message);
    if (!present) return;
    seen.current = present;
    version.current = present.version;
  };
  const submit = async (input: ActionInput, doneMeasures: readonly string[]) => {
    setError(null);
    setBusy(true);
    try {
      for (const measure of seen.current.measures.filter(({ id, doneOn }) => !doneOn && doneMeasures.includes(id))) {
        added(await editMeasure.mutateAsync({ measureId: measure.id, version: measure.version, doneOn: today }), 1);
      }
      const changed = await act.mutateAsync({ id: ticket.id, version: version.current, action: action.action, input });
      onClose();
      sayDone(action.action, changed);
    } catch (thrown) {
      await refused(thrown as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <ActionForm
      subject={{ ...ticket, sort: ticket }}
      action={action}
      label={actionLabel(action.action)}
      busy={busy}
      error={error}
      onAdded={added}
      onCancel={onClose}
      onSubmit={(input, doneMeasures) => void submit(input, doneMeasures)}
    />
  );
}

/** What has changed, what stands there now, and whether the action is still possible. */
function staleWords(seen: Ticket, present: Ticket, action: OpenAction, today: string): string {
  const status = labelOf(statusLabels, present.status);
  const still = present.actions.some((open) => open.action === action.action);
  const changes = changesBetween(seen, present, today);
  return t(still ? 'action.staleStill' : 'action.staleGone', {
    status,
    action: actionLabel(action.action),
    changes: changes.length > 0 ? `（${changes.join('；')}）` : '',
  });
}
