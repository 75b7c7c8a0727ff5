import { Link, useSearchParams } from 'react-router';
import { useMe } from '../../api/session.js';
import { useWorkbench } from '../../api/tickets.js';
import type { Schema } from '../../api/client.js';
import { PrintHead } from '../../components/print-head.js';
import { Answer } from '../../components/states.js';
import { labelOf, t } from '../../language.js';
import { ComingDays } from './coming-days.js';
import { LatestNotices } from './latest-notices.js';
import { LeaderOverview } from './leader-overview.js';
import { WaitingList } from './waiting-list.js';
import { waitingLabels } from './waiting-labels.js';

type Workbench = Schema['WorkbenchDto'];

export function WorkbenchPage() {
  const asked = useWorkbench();
  const { data: me } = useMe();
  return (
    <div className="page workbench">
      <Answer asked={asked} lines={10}>
        {(workbench) => (
          <>
            <PrintHead title={t('nav.workbench')}>{me?.name}</PrintHead>
            <Desk workbench={workbench} />
          </>
        )}
      </Answer>
    </div>
  );
}

/** Left what waits for me, in the middle the chosen group, right the coming days. A leader begins with the overview. */
function Desk({ workbench }: { workbench: Workbench }) {
  const { groups, tasks, strip, leader } = workbench;
  const [params, setParams] = useSearchParams();
  const wanted = params.get('group');
  const shown = groups.find(({ key }) => key === wanted) ?? (leader ? undefined : groups[0]);
  const show = (key: string | null) => setParams(key ? { group: key } : {}, { replace: true });
  return (
    <div className="desk">
      <nav className="groups" aria-label={t('workbench.waiting')}>
        {leader && (
          <button type="button" className="group" aria-pressed={!shown} onClick={() => show(null)}>
            <span>{t('workbench.overview')}</span>
          </button>
        )}
        {groups.map((group) => (
          <GroupButton key={group.key} group={group} isShown={group === shown} onShow={() => show(group.key)} />
        ))}
        {tasks.map((task) => (
          <TaskLink key={task.key} task={task} />
        ))}
        {groups.length + tasks.length === 0 && !leader && <p className="faint groups-none">{t('workbench.nothing')}</p>}
      </nav>
      <div className="desk-main">
        {shown || !leader ? <WaitingList group={shown ?? null} /> : <LeaderOverview leader={leader} />}
      </div>
      <aside className="desk-side">
        <ComingDays strip={strip} />
        <LatestNotices />
      </aside>
    </div>
  );
}

/** What waits beside the tickets has a page of its own. */
const taskPages: Readonly<Record<string, string>> = {
  to_finalize: '/reports?state=submitted',
  to_check: '/checks',
  to_inspect: '/look-backs',
};

function TaskLink({ task }: { task: Workbench['tasks'][number] }) {
  return (
    <Link to={taskPages[task.key] ?? '/'} className="group">
      <GroupWords group={task} />
    </Link>
  );
}

function GroupButton({
  group,
  isShown,
  onShow,
}: {
  group: Workbench['groups'][number];
  isShown: boolean;
  onShow: () => void;
}) {
  return (
    <button type="button" className="group" aria-pressed={isShown} onClick={onShow}>
      <GroupWords group={group} />
    </button>
  );
}

function GroupWords({ group }: { group: { key: string; count: number; overdue: number } }) {
  return (
    <>
      <span>{labelOf(waitingLabels, group.key)}</span>
      <b className="figures">{group.count}</b>
      {group.overdue > 0 && (
        <span className="light light-red group-late">
          <span aria-hidden="true">■</span> {t('ledger.groupLate', { count: group.overdue })}
        </span>
      )}
    </>
  );
}
