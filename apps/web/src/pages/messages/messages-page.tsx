import { Segmented } from 'antd';
import { useState } from 'react';
import { useNotices } from '../../api/notices.js';
import { NoticeLine } from '../../components/notice-line.js';
import { PageHead } from '../../components/page-head.js';
import { Answer, EmptyState } from '../../components/states.js';
import { t } from '../../language.js';

export function MessagesPage() {
  const [only, setOnly] = useState<'all' | 'unread'>('all');
  const asked = useNotices(only === 'unread');
  return (
    <div className="page narrow">
      <PageHead title={t('tab.messages')}>
        <Segmented
          value={only}
          onChange={setOnly}
          options={[
            { value: 'all', label: t('notice.showAll') },
            { value: 'unread', label: t('notice.showUnread', { count: asked.data?.unread ?? 0 }) },
          ]}
        />
      </PageHead>
      <Answer asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('notice.none')} />
          ) : (
            <div className="notices">
              {items.map((notice) => (
                <NoticeLine key={notice.id} notice={notice} />
              ))}
            </div>
          )
        }
      </Answer>
    </div>
  );
}
