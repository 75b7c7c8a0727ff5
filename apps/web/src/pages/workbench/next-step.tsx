import { App, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PageTextKey } from '@xiaohao/messages';
import { answered, api } from '../../api/client.js';
import type { OpenAction, TicketRow } from '../../api/tickets.js';
import { Sheet } from '../../components/sheet.js';
import { t } from '../../language.js';
import { ActionDialog } from '../ticket/action-dialog.js';
import { ProgressEntry } from '../ticket/progress-section.js';

/** The word on the button of each group, and the actions it may mean; the server says which of them is open. */
const steps: Readonly<Record<string, { label: PageTextKey; actions: readonly string[] }>> = {
  to_assign: { label: 'workbench.assign', actions: ['assign'] },
  to_sign: { label: 'workbench.sign', actions: ['sign'] },
  to_handle: { label: 'workbench.report', actions: [] },
  to_review: { label: 'workbench.review', actions: ['review_pass', 'approve'] },
  to_accept: { label: 'workbench.accept', actions: ['accept'] },
  to_decide: { label: 'workbench.decide', actions: ['grant_extension', 'confirm_cancel'] },
  to_recheck: { label: 'workbench.recheck', actions: ['review_ongoing', 'resume'] },
};

export function NextStep({ ticket, group }: { ticket: TicketRow; group: string }) {
  const [open, setOpen] = useState<OpenAction | null>(null);
  const [reporting, setReporting] = useState(false);
  const [looking, setLooking] = useState(false);
  const client = useQueryClient();
  const { message } = App.useApp();
  const step = steps[group];
  if (group === 'to_answer') return <Link to={`/tickets/${ticket.id}`}>{t('workbench.answer')}</Link>;
  if (!step) return null;
  const begin = async () => {
    if (step.actions.length === 0) return setReporting(true);
    setLooking(true);
    try {
      const present = await answered(api.GET('/api/tickets/{id}', { params: { path: { id: ticket.id } } }));
      client.setQueryData(['ticket', ticket.id], present);
      const action = present.actions.find((one) => step.actions.includes(one.action));
      if (action) setOpen(action);
      else {
        void message.info(t('workbench.moved'));
        void client.invalidateQueries({ queryKey: ['workbench'] });
        void client.invalidateQueries({ queryKey: ['tickets'] });
      }
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setLooking(false);
    }
  };
  return (
    <>
      <Button type="primary" ghost loading={looking} onClick={() => void begin()}>
        {t(step.label)}
      </Button>
      <ActionDialog ticketId={ticket.id} action={open} onClose={() => setOpen(null)} />
      <Sheet open={reporting} title={`${ticket.no} ${t('progress.title')}`} onClose={() => setReporting(false)}>
        <p className="sheet-subject">{ticket.title}</p>
        <ProgressEntry ticket={ticket} onSent={() => setReporting(false)} />
      </Sheet>
    </>
  );
}
