import { ExpandOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTicket } from '../../api/tickets.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { TicketView } from '../ticket/ticket-view.js';

/** A ticket beside the list it was opened from. */
export function TicketDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  // The last ticket stays drawn while the drawer slides away.
  const [shown, setShown] = useState(id);
  const navigate = useNavigate();
  if (id !== null && id !== shown) setShown(id);
  return (
    <Drawer
      open={id !== null}
      onClose={onClose}
      size={720}
      mask={false}
      className="ticket-drawer"
      title={t('ticket.title')}
      extra={
        shown && (
          <Button icon={<ExpandOutlined />} onClick={() => void navigate(`/tickets/${shown}`)}>
            {t('ticket.openPage')}
          </Button>
        )
      }
      destroyOnHidden
    >
      {shown && <DrawnTicket key={shown} id={shown} />}
    </Drawer>
  );
}

function DrawnTicket({ id }: { id: string }) {
  const asked = useTicket(id);
  return <Answer asked={asked}>{(ticket) => <TicketView ticket={ticket} />}</Answer>;
}
