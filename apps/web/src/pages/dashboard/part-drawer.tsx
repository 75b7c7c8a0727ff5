import { Drawer } from 'antd';
import { useSearchParams } from 'react-router';
import { useDashboardTickets, type DashboardPart } from '../../api/dashboard.js';
import { LoadMore } from '../../components/load-more.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { readPart, readQuestion } from './dashboard-address.js';
import { TicketLines } from './ticket-lines.js';

/** The tickets behind the number that was opened. */
export function PartDrawer() {
  const [params, setParams] = useSearchParams();
  const part = readPart(params.get('part'));
  const close = () =>
    setParams((present) => {
      const next = new URLSearchParams(present);
      next.delete('part');
      return next;
    });
  return (
    <Drawer open={part !== null} onClose={close} size={640} title={t('search.tickets')} destroyOnHidden>
      {part && <PartTickets query={{ ...readQuestion(params), ...part }} />}
    </Drawer>
  );
}

function PartTickets({ query }: { query: DashboardPart }) {
  const asked = useDashboardTickets(query);
  return (
    <Answer asked={asked}>
      {({ pages }) => (
        <>
          <p className="faint figures">{t('dashboard.behind', { total: pages[0]!.total })}</p>
          <TicketLines tickets={pages.flatMap(({ items }) => items)} />
          <LoadMore
            hasMore={asked.hasNextPage}
            isLoading={asked.isFetchingNextPage}
            onMore={() => void asked.fetchNextPage()}
          />
        </>
      )}
    </Answer>
  );
}
