import type { ImportSummary } from '../../api/imports.js';
import { InstantText } from '../../components/day-text.js';
import { t } from '../../language.js';

/** Who gave the file and when, and who had it stored. */
export function WhoAndWhen({ one }: { one: ImportSummary }) {
  const { createdByName, createdAt, committedByName, committedAt } = one;
  return (
    <>
      <span className="whole">
        {createdByName} <InstantText at={createdAt} /> {t('import.uploaded')}
      </span>
      {committedAt && (
        <>
          {' · '}
          <span className="whole">
            {committedByName} <InstantText at={committedAt} /> {t('import.storedAt')}
          </span>
        </>
      )}
    </>
  );
}
