import { Link } from 'react-router';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';

/** To the page that holds a superior's paper against the report. */
export function CircularLink({ id }: { id: string }) {
  return (
    <Section title={t('circular.choose')}>
      <p>
        <Link to={`/reports/${id}/circular`}>{t('circular.open')}</Link>
      </p>
      <p className="faint">{t('circular.openNote')}</p>
    </Section>
  );
}
