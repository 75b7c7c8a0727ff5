import { Link } from 'react-router';
import { importStatusLabels, kindLabels } from '@xiaohao/messages';
import { useImports, type ImportSummary } from '../../api/imports.js';
import { PageHead } from '../../components/page-head.js';
import { Section } from '../../components/section.js';
import { Answer, EmptyState } from '../../components/states.js';
import { labelOf, t } from '../../language.js';
import { CountWords, hasCounts } from './count-words.js';
import { ImportSteps } from './import-steps.js';
import { AliasList } from './alias-list.js';
import { ProfileList } from './profile-list.js';
import { StartForm } from './start-form.js';
import { WhoAndWhen } from './who-and-when.js';

/** Step one: a workbook is given; below stands what was given before. */
export function ImportsPage() {
  const asked = useImports();
  return (
    <div className="page narrow">
      <PageHead title={t('import.title')} />
      <ImportSteps at={0} />
      <StartForm />
      <Section title={t('import.former')}>
        <Answer asked={asked}>
          {(imports) =>
            imports.length === 0 ? (
              <EmptyState title={t('import.none')} />
            ) : (
              <ul className="former">
                {imports.map((one) => (
                  <FormerImport key={one.id} one={one} />
                ))}
              </ul>
            )
          }
        </Answer>
      </Section>
      <ProfileList />
      <AliasList />
    </div>
  );
}

function FormerImport({ one }: { one: ImportSummary }) {
  return (
    <li>
      <Link to={`/imports/${one.id}`} className="former-link">
        <span className="cut">{one.fileName}</span>
        <span className="mark">{labelOf(importStatusLabels, one.status)}</span>
      </Link>
      <p className="faint">
        {one.kind !== 'auto' && <>{labelOf(kindLabels, one.kind)} · </>}
        <WhoAndWhen one={one} />
        {hasCounts(one) && (
          <>
            {' '}
            · <CountWords one={one} />
          </>
        )}
        {one.failure && <> · {one.failure.message}</>}
      </p>
    </li>
  );
}
