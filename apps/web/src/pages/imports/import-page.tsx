import { Alert, App, Button } from 'antd';
import { useRef } from 'react';
import { useNoticesRead } from '../../api/notices.js';
import { Link, useParams } from 'react-router';
import { importStatusLabels } from '@xiaohao/messages';
import { isUnderWay, useCancelImport, useImport, type Import, type ImportSheet } from '../../api/imports.js';
import { PageHead } from '../../components/page-head.js';
import { Answer } from '../../components/states.js';
import { labelOf, t } from '../../language.js';
import { CheckStep } from './check-step.js';
import { HeaderChoice } from './header-choice.js';
import { DoneStep } from './done-step.js';
import { ImportSteps } from './import-steps.js';
import { ReadingBar } from './reading-bar.js';

const stepOf: Readonly<Record<Import['status'], number>> = {
  queued: 1,
  running: 1,
  ready: 1,
  failed: 1,
  committing: 2,
  committed: 2,
  undone: 2,
};

export function ImportPage() {
  const { id = '' } = useParams();
  const asked = useImport(id);
  useNoticesRead(`/imports/${id}`);
  return (
    <div className="page full import">
      <Answer asked={asked} lines={10}>
        {(one) => (
          <>
            <PageHead title={one.fileName} note={labelOf(importStatusLabels, one.status)}>
              <ImportSteps at={stepOf[one.status]} />
            </PageHead>
            <Body one={one} />
          </>
        )}
      </Answer>
    </div>
  );
}

/** The first rows of the sheet in which no header was found, as the refusal tells them. */
interface SeenWithoutHeader {
  sheet: string | null;
  rows: NonNullable<ImportSheet['head']>;
}

function Body({ one }: { one: Import }) {
  // While a file is read again the sheet stays as it was: people keep their place in it.
  const shown = useRef<Import | null>(null);
  if (one.status === 'ready') shown.current = one;
  const before = shown.current?.id === one.id ? shown.current : null;
  if (one.status === 'ready') return <CheckStep one={one} />;
  if (isUnderWay(one) && before) return <CheckStep one={before} underWay={one} />;
  if (isUnderWay(one)) {
    return (
      <div className="section import-progress">
        <ReadingBar one={one} />
        <p className="faint">{t('import.mayLeave')}</p>
      </div>
    );
  }
  if (one.status === 'failed') {
    const seen = one.failure?.code === 'noHeader' ? (one.failure.details as unknown as SeenWithoutHeader) : null;
    return (
      <div className="section">
        <Alert
          type="error"
          showIcon
          title={one.failure?.message ?? t('import.failed')}
          description={t('import.nothingStored')}
        />
        {before && <BackToFormer id={one.id} />}
        {seen?.sheet && seen.rows.length > 0 && <HeaderChoice id={one.id} sheet={seen.sheet} rows={seen.rows} begin />}
        <p className="import-next">
          <Link to="/imports">{t('import.again')}</Link>
        </p>
      </div>
    );
  }
  return <DoneStep one={one} />;
}

/** A new reading that failed need not be the end of what was read before. */
function BackToFormer({ id }: { id: string }) {
  const cancel = useCancelImport(id);
  const { message } = App.useApp();
  return (
    <p className="import-next">
      <Button
        loading={cancel.isPending}
        onClick={() => cancel.mutate(undefined, { onError: (error) => void message.error(error.message) })}
      >
        {t('import.backToFormer')}
      </Button>
    </p>
  );
}
