import { BellOutlined, CarryOutOutlined, ProfileOutlined, UserOutlined } from '@ant-design/icons';
import { Badge } from 'antd';
import { NavLink } from 'react-router';
import { useMay } from '../api/session.js';
import { useUnreadCount } from '../api/notices.js';
import { t } from '../language.js';

/** The phone's navigation: 待办 · 台账 · 消息 · 我的. */
export function BottomTabs() {
  const unread = useUnreadCount();
  const readsTickets = useMay('ticket.read');
  return (
    <nav className="tabs" aria-label={t('shell.nav')}>
      {readsTickets && (
        <>
          <NavLink to="/" end className="tab">
            <CarryOutOutlined />
            {t('tab.todo')}
          </NavLink>
          <NavLink to="/tickets" className="tab">
            <ProfileOutlined />
            {t('nav.ledger')}
          </NavLink>
        </>
      )}
      <NavLink to="/messages" className="tab">
        <Badge count={unread} size="small" offset={[6, -2]}>
          <BellOutlined />
        </Badge>
        {t('tab.messages')}
      </NavLink>
      <NavLink to="/me" className="tab">
        <UserOutlined />
        {t('tab.me')}
      </NavLink>
    </nav>
  );
}
