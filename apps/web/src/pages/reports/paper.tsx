import type { RefObject } from 'react';
import type { ContentBlock, Report } from '../../api/reports.js';
import { useIsNarrow } from '../../components/phone.js';
import { t } from '../../language.js';
import { PaperBlock, paperFigures } from './paper-block.js';
import { useSheets, type SheetPart } from './use-sheets.js';

interface Props {
  report: Report;
  content: readonly ContentBlock[];
  /** Key of the figure whose drawer is open. */
  shown: string | null;
  onFigure: (key: string) => void;
  ref: RefObject<HTMLDivElement | null>;
}

/**
 * The report as it is printed, sheet by sheet in the official layout, every figure a way to what stands behind it. On a
 * phone the text flows on one sheet.
 */
export function Paper({ report, content, shown, onFigure, ref }: Props) {
  const isFlowing = useIsNarrow();
  const sheets = useSheets(content, ref, isFlowing);
  const figures = { ...paperFigures(report), shown, onFigure };
  const parts = (shownParts: readonly SheetPart[]) =>
    shownParts.map((part) => <PaperBlock key={part.block} block={content[part.block]!} part={part} {...figures} />);
  return (
    <article className={isFlowing ? 'paper is-flowing' : 'paper'} ref={ref} aria-label={t('report.paper')}>
      {sheets ? (
        sheets.map((pieces, at) => (
          <section
            key={at}
            className="paper-sheet"
            aria-label={t('report.sheet', { number: at + 1, count: sheets.length })}
          >
            {report.withdrawn && <p className="paper-withdrawn">{t('report.withdrawn')}</p>}
            {parts(pieces)}
            <p className="page-number">— {at + 1} —</p>
          </section>
        ))
      ) : (
        <div className="paper-sheet">
          {report.withdrawn && <p className="paper-withdrawn">{t('report.withdrawn')}</p>}
          {parts(content.map((_, block) => ({ block, from: 0, to: Infinity })))}
        </div>
      )}
    </article>
  );
}
