import { Link } from 'react-router';
import { useNotices } from '../../api/notices.js';
import { NoticeLine } from '../../components/notice-line.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';

const shown = 5;

export function LatestNotices() {
  const { data } = useNotices();
  return (
    <Section title={t('workbench.notices')} end={<Link to="/messages">{t('notice.all')}</Link>}>
      {data?.items.length === 0 && <p className="faint">{t('notice.none')}</p>}
      {data?.items.slice(0, shown).map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </Section>
  );
}
