import { Alert, Progress } from 'antd';
import { Link, useParams } from 'react-router';
import { importStatusLabels } from '@xiaohao/messages';
import { isUnderWay, useImport, type Import, type ImportSheet } from '../../api/imports.js';
import { PageHead } from '../../components/page-head.js';
import { Answer } from '../../components/states.js';
import { labelOf, t } from '../../language.js';
import { CheckStep } from './check-step.js';
import { HeaderChoice } from './header-choice.js';
import { DoneStep } from './done-step.js';
import { ImportSteps } from './import-steps.js';

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
  if (isUnderWay(one)) {
    return (
      <div className="section import-progress">
        <p>{t(one.status === 'committing' ? 'import.committing' : 'import.reading')}</p>
        <Progress percent={one.progress} status="active" />
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
        {seen?.sheet && seen.rows.length > 0 && <HeaderChoice id={one.id} sheet={seen.sheet} rows={seen.rows} />}
        <p className="import-next">
          <Link to="/imports">{t('import.again')}</Link>
        </p>
      </div>
    );
  }
  return one.status === 'ready' ? <CheckStep one={one} /> : <DoneStep one={one} />;
}
