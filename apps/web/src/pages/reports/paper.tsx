import type { Ref } from 'react';
import { dayParts } from '@xiaohao/domain';
import type { ContentBlock, ContentRun, Report, ReportFigure } from '../../api/reports.js';
import { t } from '../../language.js';

interface Props {
  report: Report;
  /** Key of the figure whose drawer is open. */
  shown: string | null;
  onFigure: (key: string) => void;
  ref?: Ref<HTMLDivElement>;
}

/** The report as it is printed: official layout, every figure a way to what stands behind it. */
export function Paper({ report, shown, onFigure, ref }: Props) {
  const figures = new Map(report.figures.map((figure) => [figure.key, figure]));
  return (
    <article className="paper" ref={ref} aria-label={t('report.paper')}>
      {(report.content ?? []).map((block, at) =>
        block.kind === 'signature' ? (
          <Signature key={at} block={block} />
        ) : (
          <Block key={at} block={block} place={at}>
            {(block.runs ?? []).map((run, index) => (
              <Run
                key={index}
                run={run}
                figure={figures.get(run.key ?? '')}
                isShown={run.key !== undefined && run.key === shown}
                onFigure={onFigure}
              />
            ))}
          </Block>
        ),
      )}
    </article>
  );
}

function Block({ block, place, children }: { block: ContentBlock; place: number; children: React.ReactNode }) {
  const facts = { 'data-block': place, tabIndex: -1 };
  if (block.kind === 'title') {
    return (
      <h2 className="paper-title" {...facts}>
        {children}
      </h2>
    );
  }
  if (block.kind === 'heading') {
    const Heading = (block.level ?? 1) === 1 ? 'h3' : 'h4';
    return (
      <Heading className={`paper-heading level-${block.level ?? 1}`} {...facts}>
        {children}
      </Heading>
    );
  }
  return <p className={block.kind === 'addressee' ? 'paper-addressee' : 'paper-text'}>{children}</p>;
}

interface RunProps {
  run: ContentRun;
  figure: ReportFigure | undefined;
  isShown: boolean;
  onFigure: (key: string) => void;
}

function Run({ run, figure, isShown, onFigure }: RunProps) {
  const text = run.missing ? (
    <>
      {run.text}
      <span className="missing-word">{t('report.missing')}</span>
    </>
  ) : (
    run.text
  );
  if (!figure) return run.missing ? <span className="missing">{text}</span> : text;
  const open = () => onFigure(figure.key);
  const className = [
    'bound',
    run.missing && 'missing',
    figure.source === 'parameter' && 'by-hand',
    isShown && 'is-shown',
  ];
  // A button element would not break across lines as the words of a sentence do.
  return (
    <span
      role="button"
      tabIndex={0}
      aria-haspopup="dialog"
      className={className.filter(Boolean).join(' ')}
      data-figure={figure.key}
      title={figure.source === 'parameter' ? `${figure.name} · ${t('report.byHand')}` : figure.name}
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

function Signature({ block }: { block: ContentBlock }) {
  return (
    <div className="paper-signature">
      <p>{block.unit}</p>
      {block.day && <p>{officialDay(block.day)}</p>}
    </div>
  );
}

/** A document is dated in full, in whatever language the page speaks. */
function officialDay(day: string): string {
  const { year, month, date } = dayParts(day);
  return `${year}年${month}月${date}日`;
}
