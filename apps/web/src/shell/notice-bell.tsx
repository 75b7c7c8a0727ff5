import { BellOutlined } from '@ant-design/icons';
import { Badge, Button, Popover } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useNotices } from '../api/notices.js';
import { NoticeLine } from '../components/notice-line.js';
import { EmptyState } from '../components/states.js';
import { t } from '../language.js';

const latest = 6;

export function NoticeBell() {
  const [open, setOpen] = useState(false);
  const { data } = useNotices();
  const navigate = useNavigate();
  const show = (id: string) => {
    setOpen(false);
    void navigate(`/messages?id=${id}`);
  };
  const items = data?.items.slice(0, latest) ?? [];
  const list = (
    <div className="bell-list">
      {items.length === 0 && <EmptyState title={t('notice.none')} />}
      {items.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} onOpen={() => show(notice.id)} />
      ))}
      <Link to="/messages" className="bell-all" onClick={() => setOpen(false)}>
        {t('notice.all')}
      </Link>
    </div>
  );
  return (
    <Popover content={list} trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} arrow={false}>
      <Button
        type="text"
        className="bell"
        aria-label={t('notice.bell', { count: data?.unread ?? 0 })}
        icon={
          <Badge count={data?.unread ?? 0} size="small" offset={[4, -2]}>
            <BellOutlined />
          </Badge>
        }
      />
    </Popover>
  );
}
