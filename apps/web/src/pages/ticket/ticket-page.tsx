import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { useFollowTicket } from '../../api/live.js';
import { useTicket } from '../../api/tickets.js';
import { useIsPhone } from '../../components/phone.js';
import { PrintHead } from '../../components/print-head.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { TicketView } from './ticket-view.js';

export function TicketPage() {
  const { id = '' } = useParams();
  return <OneTicket key={id} id={id} />;
}

function OneTicket({ id }: { id: string }) {
  const asked = useTicket(id);
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  useFollowTicket(id);
  const back = () => (window.history.state?.idx > 0 ? void navigate(-1) : void navigate('/tickets'));
  return (
    <div className="page ticket-page">
      <div className="ticket-crumb">
        <Button type="text" size="small" icon={<ArrowLeftOutlined />} onClick={back}>
          {t('state.back')}
        </Button>
        {!isPhone && (
          <Button type="text" size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('state.print')}
          </Button>
        )}
      </div>
      <Answer asked={asked} lines={14}>
        {(ticket) => (
          <>
            <PrintHead title={t('print.ticket')} />
            <TicketView ticket={ticket} />
          </>
        )}
      </Answer>
    </div>
  );
}
