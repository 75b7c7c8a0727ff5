import { Link } from 'react-router';
import { EmptyState } from '../components/states.js';
import { t } from '../language.js';

export function MissingPage() {
  return (
    <EmptyState title={t('error.noPage')}>
      <Link to="/">{t('error.toStart')}</Link>
    </EmptyState>
  );
}
