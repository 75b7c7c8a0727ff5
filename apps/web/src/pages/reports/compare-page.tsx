import { CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { useReportComparison, type ComparedFigure, type ReportComparison, type ReportRow } from '../../api/reports.js';
import { useToday } from '../../api/session.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { PageHead } from '../../components/page-head.js';
import { useIsPhone } from '../../components/phone.js';
import { Answer, EmptyState } from '../../components/states.js';
import { useCopy } from '../../components/use-copy.js';
import { t } from '../../language.js';
import { ComparedContents } from './compare-contents.js';
import { Explanation } from './compare-explanation.js';
import { ReportState } from './report-state.js';
import { amount, reportRange } from './report-words.js';

const columnsWith = (tickets: ReportComparison['tickets']): readonly Column<ComparedFigure>[] => [
  { key: 'figure', title: t('compare.figure'), width: 210, cell: (row) => <FigureName figure={row} /> },
  { key: 'earlier', title: t('compare.earlier'), width: 110, align: 'end', cell: (row) => <Side side={row.earlier} /> },
  { key: 'later', title: t('compare.later'), width: 110, align: 'end', cell: (row) => <Side side={row.later} /> },
  { key: 'difference', title: t('compare.difference'), width: 100, align: 'end', cell: difference },
  {
    key: 'explanation',
    title: t('compare.explanation'),
    width: 460,
    flexible: true,
    cell: (row) => <Explanation figure={row} tickets={tickets} />,
  },
];

/** 对数: two reports side by side, each difference explained in one sentence. */
export function ComparePage() {
  const { id = '', otherId = '' } = useParams();
  return id === otherId ? <Itself id={id} /> : <Compared id={id} otherId={otherId} />;
}

function Itself({ id }: { id: string }) {
  return (
    <div className="page">
      <EmptyState title={t('compare.itself')}>
        <Link to={`/reports/${id}`}>{t('compare.itselfNext')}</Link>
      </EmptyState>
    </div>
  );
}

function Compared({ id, otherId }: { id: string; otherId: string }) {
  const asked = useReportComparison(id, otherId);
  return (
    <div className="page">
      <Answer asked={asked} lines={12}>
        {(comparison) => <Comparison comparison={comparison} />}
      </Answer>
    </div>
  );
}

function Comparison({ comparison }: { comparison: ReportComparison }) {
  const { earlier, later, notes, figures, contents, tickets } = comparison;
  const [query, setQuery] = useSearchParams();
  const showsAll = query.has('all');
  const differing = figures.filter(({ differs }) => differs);
  const shown = showsAll ? figures : differing;
  const copy = useCopy(t('compare.copied'));
  const sentences = [...differing, ...contents].map(({ sentence }) => sentence);
  return (
    <>
      <PageHead title={t('compare.title')}>
        {sentences.length > 0 && (
          <>
            <Button icon={<CopyOutlined />} onClick={() => copy(sentences.join('\n'))}>
              {t('compare.copyAll')}
            </Button>
            <Button icon={<PrinterOutlined />} onClick={() => window.print()} className="wide-only">
              {t('compare.print')}
            </Button>
          </>
        )}
      </PageHead>
      <dl className="compared-reports">
        <ReportLine label={t('compare.earlier')} report={earlier} />
        <ReportLine label={t('compare.later')} report={later} />
      </dl>
      {notes.map((note) => (
        <p key={note} className="banner">
          {note}
        </p>
      ))}
      <Segmented
        className="view-tabs compared-choice"
        value={showsAll ? 'all' : 'differing'}
        onChange={(value) => setQuery(value === 'all' ? { all: '' } : {}, { replace: true })}
        options={[
          { value: 'differing', label: t('compare.differing', { count: differing.length }) },
          { value: 'all', label: t('compare.all', { count: figures.length }) },
        ]}
      />
      {shown.length === 0 ? (
        <NoDifference figures={figures} isWhole={contents.length === 0} />
      ) : (
        <Figures figures={shown} tickets={tickets} />
      )}
      <div className="compared-other">
        <ComparedContents contents={contents} tickets={tickets} />
      </div>
    </>
  );
}

/** Of the figures; `isWhole` where the documents do not differ otherwise either. */
function NoDifference({ figures, isWhole }: { figures: readonly ComparedFigure[]; isWhole: boolean }) {
  const count = figures.filter(({ earlier, later }) => earlier && later).length;
  return (
    <EmptyState title={t(isWhole ? 'compare.none' : 'compare.noneOfFigures')}>
      <p className="faint">{count > 0 ? t('compare.noneNote', { count }) : t('compare.noneShared')}</p>
    </EmptyState>
  );
}

function ReportLine({ label, report }: { label: string; report: ReportRow }) {
  const today = useToday();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Link to={`/reports/${report.id}`}>{report.template.name}</Link>{' '}
        {report.state !== 'draft' && <ReportState report={report} />}{' '}
        <span className="faint">{reportRange(report, today)}</span>
      </dd>
    </div>
  );
}

function Figures({ figures, tickets }: Pick<ReportComparison, 'figures' | 'tickets'>) {
  const isPhone = useIsPhone();
  if (!isPhone) {
    return (
      <div className="list-frame free compared">
        <DataTable label={t('compare.title')} columns={columnsWith(tickets)} rows={figures} rowKey={(row) => row.key} />
      </div>
    );
  }
  return (
    <div className="cards">
      {figures.map((figure) => (
        <article key={figure.key} className="card">
          <span className="card-top">
            <FigureName figure={figure} />
            {difference(figure)}
          </span>
          {/* The sentence says both. */}
          {!(figure.differs && [figure.earlier, figure.later].some(isLong)) && (
            <span className="compared-values">
              <Side side={figure.earlier} /> → <Side side={figure.later} />
            </span>
          )}
          <Explanation figure={figure} tickets={tickets} />
        </article>
      ))}
    </div>
  );
}

function FigureName({ figure: { name, unit } }: { figure: ComparedFigure }) {
  return (
    <span>
      {name} {unit && <span className="faint">{unit}</span>}
    </span>
  );
}

/** Names of several things: too long for a column of numbers. */
const longText = 12;
const isLong = (side: ComparedFigure['earlier']) => side !== null && side.value === null && side.text.length > longText;

/** The value in the base unit; of names and dates the text, of long ones the first lines. */
function Side({ side }: { side: ComparedFigure['earlier'] }) {
  if (side === null) return <span className="faint">{t('compare.absent')}</span>;
  if (side.value !== null) return <span className="figures">{amount(side.value)}</span>;
  if (isLong(side)) {
    return (
      <span className="compared-text" title={side.text}>
        {side.text}
      </span>
    );
  }
  return <span>{/^_+$/.test(side.text) ? t('report.missing') : side.text}</span>;
}

function difference({ difference }: ComparedFigure) {
  if (!difference) return <span className="faint">{difference === 0 ? '0' : '—'}</span>;
  return (
    <span className="figures">
      {difference > 0 ? '+' : '−'}
      {amount(Math.abs(difference))}
    </span>
  );
}
