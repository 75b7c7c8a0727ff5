import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { FormerReport, LearnedPeriodPlace, LearnedPlace } from '../../api/former-reports.js';
import { t } from '../../language.js';
import { placeState, type Binding } from './binding.js';
import { partsOf, type PaperTable } from './paper-parts.js';

interface Props {
  report: FormerReport;
  binding: Binding;
  /** Figure names by key. */
  names: ReadonlyMap<string, string>;
  onOpen: (index: number) => void;
}

type AnyPlace = LearnedPlace | LearnedPeriodPlace;
const isFigure = (place: AnyPlace): place is LearnedPlace => 'proposals' in place;

/** The text of the former report, each place a button that says what it will print. */
export function BindingPaper({ report, binding, names, onOpen }: Props) {
  const paper = useRef<HTMLElement>(null);
  const opened = useRef(binding.shown);
  useEffect(() => {
    // The page opens at its head; only another place is gone to.
    if (binding.shown === opened.current) return;
    opened.current = binding.shown;
    paper.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [binding.shown]);
  const places = useMemo(() => byParagraph([...report.placeholders, ...report.periods]), [report]);
  const parts = useMemo(() => partsOf(report.cells), [report]);
  const draw = (at: number) =>
    pieces(report.paragraphs[at]!, places.get(at + 1) ?? []).map((piece, index) =>
      typeof piece === 'string' ? (
        <span key={index}>{piece}</span>
      ) : !isFigure(piece) ? (
        <PeriodMark key={index} place={piece} binding={binding} />
      ) : (
        <PlaceMark
          key={index}
          place={piece}
          written={report.paragraphs[at]!.slice(piece.start, piece.end)}
          binding={binding}
          names={names}
          onOpen={onOpen}
        />
      ),
    );
  return (
    <article className="section learn-paper" ref={paper}>
      {parts.map((part) =>
        typeof part === 'number' ? (
          <p key={part}>{draw(part)}</p>
        ) : (
          <PaperGrid key={part.cells[0]!.paragraphs[0]} table={part} draw={draw} />
        ),
      )}
    </article>
  );
}

/** A table of the report: its cells by where they stand in the grid, blank ones left free. */
function PaperGrid({ table: { columns, cells }, draw }: { table: PaperTable; draw: (at: number) => ReactNode }) {
  return (
    <div className="learn-table" tabIndex={-1}>
      <div className="learn-grid" style={{ gridTemplateColumns: `repeat(${columns}, minmax(90px, 1fr))` }}>
        {cells.map(({ row, column, span, paragraphs }) => (
          <div key={paragraphs[0]} style={{ gridRow: row, gridColumn: `${column + 1} / span ${span}` }}>
            {paragraphs.map((at) => (
              <div key={at}>{draw(at)}</div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function byParagraph(places: readonly AnyPlace[]): Map<number, AnyPlace[]> {
  const grouped = new Map<number, AnyPlace[]>();
  for (const place of [...places].sort((one, other) => one.start - other.start)) {
    const beside = grouped.get(place.paragraph);
    if (beside) beside.push(place);
    else grouped.set(place.paragraph, [place]);
  }
  return grouped;
}

function pieces(text: string, places: readonly AnyPlace[]): (string | AnyPlace)[] {
  let at = 0;
  const cut = places.flatMap((place) => {
    const before = text.slice(at, place.start);
    at = place.end;
    return [before, place];
  });
  return [...cut, text.slice(at)];
}

/** `written`: what it takes the place of; words that make it rough stand behind it in the text. */
function PlaceMark({
  place,
  written,
  binding,
  names,
  onOpen,
}: { place: LearnedPlace; written: string } & Omit<Props, 'report'>) {
  const state = placeState(place, binding.choices);
  const key = binding.choices[place.index];
  const word = key ? (names.get(key) ?? key) : written || '＿';
  return (
    <button
      type="button"
      className={`place-mark place-${state}`}
      aria-current={place.index === binding.shown ? 'true' : undefined}
      aria-label={`${t('learn.place', { index: place.index })} ${word} ${t(`learn.state.${state}`)}`}
      onClick={() => onOpen(place.index)}
    >
      {word}
    </button>
  );
}

/** Words of the period; a click leaves them as they are, another one takes them up again. */
function PeriodMark({ place, binding }: { place: LearnedPeriodPlace; binding: Binding }) {
  const isLiteral = binding.isLiteral(place);
  return (
    <button
      type="button"
      className={`period-mark${isLiteral ? ' is-kept' : ''}`}
      aria-pressed={!isLiteral}
      title={t(isLiteral ? 'learn.periodKept' : 'learn.periodMark', { found: place.found, name: place.name })}
      onClick={() => binding.setLiteral([place], !isLiteral)}
    >
      {place.found}
    </button>
  );
}
