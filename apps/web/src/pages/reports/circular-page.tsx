import { CopyOutlined, FileWordOutlined } from '@ant-design/icons';
import { Alert, Button, Tag, Upload } from 'antd';
import { Link, useParams } from 'react-router';
import { useReconcile, useReport, type ReconciledCircular } from '../../api/reports.js';
import { useToday } from '../../api/session.js';
import { DayText } from '../../components/day-text.js';
import { PageHead } from '../../components/page-head.js';
import { Section } from '../../components/section.js';
import { EmptyState } from '../../components/states.js';
import { useCopy } from '../../components/use-copy.js';
import { t } from '../../language.js';
import { LinkedSentence } from './compare-links.js';
import { reportRange } from './report-words.js';

type Claim = ReconciledCircular['claims'][number];
type Listed = NonNullable<Claim['counted']>;

const colours: Record<Claim['outcome'], string> = {
  same: 'green',
  explained: 'blue',
  differs: 'red',
  none: 'orange',
  open: 'default',
};

const outcomeWords = {
  same: 'circular.same',
  explained: 'circular.explained',
  differs: 'circular.differs',
  none: 'circular.none',
  open: 'circular.isOpen',
} as const satisfies Record<Claim['outcome'], string>;

/** A superior's paper is given; what it tells of the bureau is held against the report. */
export function CircularPage() {
  const { id = '' } = useParams();
  const { data: report } = useReport(id);
  const today = useToday();
  const reconcile = useReconcile(id);
  return (
    <div className="page">
      <PageHead title={t('circular.title')} note={t('circular.note')} />
      {report && (
        <p>
          <Link to={`/reports/${id}`}>{report.template.name}</Link>{' '}
          <span className="faint">{reportRange(report, today)}</span>
        </p>
      )}
      <div className="section learn-start">
        {reconcile.error && <Alert type="error" showIcon title={reconcile.error.message} className="form-error" />}
        <Upload.Dragger
          accept=".docx,.txt"
          maxCount={1}
          showUploadList={false}
          disabled={reconcile.isPending}
          beforeUpload={(file) => {
            reconcile.mutate(file);
            return false;
          }}
        >
          <FileWordOutlined className="state-icon" />
          <p>{t(reconcile.isPending ? 'circular.reading' : 'circular.drop')}</p>
          <p className="faint">{t('circular.dropNote')}</p>
        </Upload.Dragger>
      </div>
      {reconcile.data && <Reconciled circular={reconcile.data} />}
    </div>
  );
}

function Reconciled({ circular }: { circular: ReconciledCircular }) {
  const { file, names, asOf, notes, claims, shared, others, tickets } = circular;
  const copy = useCopy(t('compare.copied'));
  if (claims.length === 0 && shared.length === 0) {
    return (
      <EmptyState title={t('circular.nothing', { file })}>
        <p className="faint">
          {names.length === 0 ? t('circular.nameless') : t('circular.nothingNote', { names: names.join('、') })}
        </p>
      </EmptyState>
    );
  }
  const settled = claims.filter(({ outcome }) => outcome === 'same').length;
  return (
    <Section
      title={t('circular.found', { file, count: claims.length, same: settled })}
      end={
        <Button icon={<CopyOutlined />} onClick={() => copy(claims.map(({ sentence }) => sentence).join('\n'))}>
          {t('compare.copyAll')}
        </Button>
      }
    >
      {notes.map((note) => (
        <p key={note} className="banner">
          {note}
        </p>
      ))}
      <p className="faint">
        {t('circular.asOf')} <DayText day={asOf} /> · {t('circular.others', { count: others })}
      </p>
      <div className="cards">
        {claims.map((claim) => (
          <ClaimCard key={`${claim.paragraph} ${claim.context} ${claim.key}`} claim={claim} tickets={tickets} />
        ))}
      </div>
      {shared.length > 0 && (
        <>
          <p>{t('circular.shared')}</p>
          <ul>
            {shared.map((context) => (
              <li key={context}>{context}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function ClaimCard({ claim, tickets }: { claim: Claim; tickets: ReconciledCircular['tickets'] }) {
  const { outcome, sentence, context, counted, notCounted } = claim;
  return (
    <article className="card">
      <span className="card-top">
        <span className="faint">{context}</span>
        <Tag color={colours[outcome]}>{t(outcomeWords[outcome])}</Tag>
      </span>
      <p className="prose">
        <LinkedSentence text={sentence} tickets={tickets} />
      </p>
      {counted && <Behind title={t('circular.counted')} list={counted} />}
      {notCounted && <Behind title={t('circular.notCounted')} list={notCounted} />}
    </article>
  );
}

function Behind({ title, list }: { title: string; list: Listed }) {
  const { items, hiddenCount, count } = list;
  if (count === 0) return null;
  return (
    <details>
      <summary className="faint">
        {title} {count > 0 ? count : t('compare.cut', { count: items.length })}
      </summary>
      <ul>
        {items.map(({ id, no, title: what }) => (
          <li key={id}>
            <Link to={`/tickets/${id}`}>
              <span className="figures">{no}</span> {what}
            </Link>
          </li>
        ))}
      </ul>
      {hiddenCount > 0 && <p className="faint">{t('figure.hidden', { count: hiddenCount })}</p>}
    </details>
  );
}
