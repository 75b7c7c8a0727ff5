import { App, Button, Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useAcknowledge, useNotice, useNoticePages, useReadAllNotices, useUnreadCount } from '../../api/notices.js';
import { InstantText } from '../../components/day-text.js';
import { LoadMore } from '../../components/load-more.js';
import { NoticeBodyView } from '../../components/notice-body-view.js';
import { NoticeLine } from '../../components/notice-line.js';
import { PageHead } from '../../components/page-head.js';
import { useIsPhone } from '../../components/phone.js';
import { Answer, EmptyState } from '../../components/states.js';
import { t } from '../../language.js';

/** The inbox: left the list, right the message; on a phone one after the other. */
export function MessagesPage() {
  const [params, setParams] = useSearchParams();
  const isPhone = useIsPhone();
  const only = params.get('only') === 'unread' ? 'unread' : 'all';
  const openId = params.get('id');
  const unread = useUnreadCount();
  const readAll = useReadAllNotices();
  const asked = useNoticePages(only === 'unread');
  const items = asked.data?.pages.flatMap((page) => page.items);
  const go = (id: string | null) => {
    const next = new URLSearchParams(params);
    if (id) next.set('id', id);
    else next.delete('id');
    setParams(next, { replace: !isPhone });
  };
  if (isPhone && openId) {
    return (
      <div className="page">
        <Button type="text" size="small" onClick={() => go(null)}>
          ← {t('state.back')}
        </Button>
        <OneMessage id={openId} />
      </div>
    );
  }
  return (
    <div className="page inbox">
      <PageHead title={t('tab.messages')}>
        <Segmented
          value={only}
          onChange={(value) => setParams(value === 'unread' ? { only: 'unread' } : {})}
          options={[
            { value: 'all', label: t('notice.showAll') },
            { value: 'unread', label: t('notice.showUnread', { count: unread }) },
          ]}
        />
        <Button disabled={unread === 0} loading={readAll.isPending} onClick={() => readAll.mutate(undefined)}>
          {t('notice.readAll')}
        </Button>
      </PageHead>
      <Answer asked={{ data: items, error: asked.error, refetch: asked.refetch }}>
        {(notices) =>
          notices.length === 0 ? (
            <EmptyState title={t('notice.none')} />
          ) : (
            <div className="inbox-grid">
              <div className="notices">
                {notices.map((notice) => (
                  <NoticeLine
                    key={notice.id}
                    notice={notice}
                    isOpen={notice.id === openId}
                    onOpen={() => go(notice.id)}
                  />
                ))}
                <LoadMore
                  hasMore={asked.hasNextPage}
                  isLoading={asked.isFetchingNextPage}
                  onMore={() => void asked.fetchNextPage()}
                />
              </div>
              {!isPhone && (openId ? <OneMessage id={openId} /> : <EmptyState title={t('notice.choose')} />)}
            </div>
          )
        }
      </Answer>
    </div>
  );
}

function OneMessage({ id }: { id: string }) {
  const asked = useNotice(id);
  const acknowledge = useAcknowledge();
  const { message } = App.useApp();
  return (
    <article className="message">
      <Answer asked={asked}>
        {(notice) => (
          <>
            <h2>{notice.subject}</h2>
            <p className="faint">
              <InstantText at={notice.createdAt} />
            </p>
            <NoticeBodyView body={notice.body} />
            <div className="message-end">
              {notice.link && <Link to={notice.link}>{t('notice.open')}</Link>}
              {notice.acknowledgedAt ? (
                <span className="faint">
                  ✓ {t('notice.acknowledged')} <InstantText at={notice.acknowledgedAt} />
                </span>
              ) : (
                <Button
                  type="primary"
                  loading={acknowledge.isPending}
                  onClick={() => acknowledge.mutate(id, { onError: (error) => void message.error(error.message) })}
                >
                  {t('notice.acknowledge')}
                </Button>
              )}
            </div>
          </>
        )}
      </Answer>
    </article>
  );
}
