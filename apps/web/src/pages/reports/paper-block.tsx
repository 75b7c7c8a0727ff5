import { dayParts } from '@xiaohao/domain';
import type { ContentBlock, ContentRun, Report, ReportFigure } from '../../api/reports.js';
import { t } from '../../language.js';
import { cutRuns } from './cut-runs.js';
import { PaperTable } from './paper-table.js';
import type { SheetPart } from './use-sheets.js';

export interface PaperFigures {
  figures: ReadonlyMap<string, ReportFigure>;
  /** Keys of what somebody typed instead of its being counted or filed. */
  byHand: ReadonlySet<string>;
  /** Key of the figure whose drawer is open. */
  shown: string | null;
  onFigure: (key: string) => void;
}

export function paperFigures({ figures, checks }: Report): Pick<PaperFigures, 'figures' | 'byHand'> {
  const parameters = figures.filter(({ source }) => source === 'parameter').map(({ key }) => key);
  const typed = checks.flatMap(({ code, figureKey }) =>
    (code === 'typedByHand' || code === 'typedOver') && figureKey ? [figureKey] : [],
  );
  return {
    figures: new Map(figures.map((figure) => [figure.key, figure])),
    byHand: new Set([...parameters, ...typed]),
  };
}

interface Props extends PaperFigures {
  block: ContentBlock;
  part: SheetPart;
}

/** A block of the report, or the part of it that stands on one sheet. */
export function PaperBlock({ block, part, ...figures }: Props) {
  const isBegun = part.from === 0;
  const facts: Record<string, number> = isBegun ? { 'data-block': part.block } : {};
  if (block.kind === 'signature') {
    return (
      <div className="paper-signature" {...facts}>
        <p>{block.unit}</p>
        {block.day && <p>{officialDay(block.day)}</p>}
      </div>
    );
  }
  if (block.kind === 'table') {
    const drawRun = (run: ContentRun, at: number) => <Run key={at} run={run} {...figures} />;
    return <PaperTable table={block} part={part} facts={facts} drawRun={drawRun} />;
  }
  const children = cutRuns(block.runs ?? [], part.from, part.to).map((run, at) => (
    <Run key={at} run={run} {...figures} />
  ));
  if (block.kind === 'title') {
    return (
      <h2 className="paper-title" tabIndex={-1} {...facts}>
        {children}
      </h2>
    );
  }
  if (block.kind === 'heading') {
    const Heading = (block.level ?? 1) === 1 ? 'h3' : 'h4';
    return (
      <Heading className={`paper-heading level-${block.level ?? 1}`} tabIndex={-1} {...facts}>
        {children}
      </Heading>
    );
  }
  const className = [
    block.kind === 'addressee' ? 'paper-addressee' : 'paper-text',
    !isBegun && 'goes-on',
    part.to !== Infinity && 'is-torn',
  ];
  return (
    <p className={className.filter(Boolean).join(' ')} {...facts}>
      {children}
    </p>
  );
}

function Run({ run, figures, byHand, shown, onFigure }: PaperFigures & { run: ContentRun }) {
  const text = run.missing ? (
    <>
      {run.text}
      <span className="missing-word" data-aside>
        {t('report.missing')}
      </span>
    </>
  ) : (
    run.text
  );
  const figure = figures.get(run.key ?? '');
  if (!figure) return run.missing ? <span className="missing">{text}</span> : text;
  const open = () => onFigure(figure.key);
  const isByHand = byHand.has(figure.key);
  const className = [
    'bound',
    run.missing && 'missing',
    isByHand && 'by-hand',
    figure.before && 'is-changed',
    figure.key === shown && 'is-shown',
  ];
  // A button element would not break across lines as the words of a sentence do.
  return (
    <span
      role="button"
      tabIndex={0}
      aria-haspopup="dialog"
      className={className.filter(Boolean).join(' ')}
      data-figure={figure.key}
      title={[
        figure.name,
        isByHand && t('report.byHand'),
        figure.before && t('figure.was', { text: figure.before.text }),
      ]
        .filter(Boolean)
        .join(' · ')}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        open();
      }}
    >
      {text}
    </span>
  );
}

/** A document is dated in full, in whatever language the page speaks. */
function officialDay(day: string): string {
  const { year, month, date } = dayParts(day);
  return `${year}年${month}月${date}日`;
}
