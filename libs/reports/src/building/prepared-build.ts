import { dayInShanghai } from '@xiaohao/calendar';
import type { Queryable } from '@xiaohao/database';
import { missingText } from '@xiaohao/documents';
import { AppError } from '@xiaohao/errors';
import type { Day, FilingChoice } from '@xiaohao/domain';
import { findParametersKnownAt, listIndicators, type IndicatorRow } from '@xiaohao/indicators';
import type { FigureBook } from '../figures/definitions/figure-book.js';
import { listUnusable, loadFigureBookKnownAt } from '../figures/definitions/figure-book.queries.js';
import type { Overrides } from '../figures/figure-override.js';
import type { LoadedTemplate } from '../templates/template-document.js';
import { findInspectionRound, type InspectionRound } from './inspection-round.queries.js';
import { lastDayOf, type Situation } from '../figures/known-tickets.js';
import { checkedFilingChoice, checkedParameters, filingsParameter, roundParameter } from './report-request.js';
import { checkedDay } from './report-words.js';
import { checkedTemplateKeys, KeyBook, type TemplateKeys } from '../templates/template-keys.js';

/** A build as it was asked for. */
export interface BuildOrder {
  id: string;
  situation: Omit<Situation, 'sourceId'>;
  parameters: Readonly<Record<string, string>>;
  /** The definitions as they were at this instant; default: as they were at `knownAt`. */
  definitionsAt?: Date | undefined;
  /** Typed over by hand, by key. */
  overrides?: Overrides;
}

/** Everything a build needs to be possible at all; found before anything is written. */
export interface PreparedBuild {
  situation: Situation;
  template: LoadedTemplate;
  keys: TemplateKeys;
  book: KeyBook;
  figures: FigureBook;
  indicators: IndicatorRow[];
  parameters: Map<string, string>;
  /** The build's own parameters by key. */
  typed: Map<string, string>;
  round: InspectionRound | null;
  /** Somebody chose it. */
  roundAsked: boolean;
  /** Which version of a filing counts. */
  filingChoice: FilingChoice;
  overrides: Overrides;
  /** The day the report is dated. */
  documentOn: Day;
}

export type LoadTemplate = (signature: { unit: string; day: Day }) => Promise<LoadedTemplate>;

/**
 * Reads template, parameters and round of an order.
 * @throws templateTag… naming the paragraph, inputWrong naming the parameter
 */
export async function prepareBuild(
  db: Queryable,
  order: Omit<BuildOrder, 'id'>,
  loadTemplate: LoadTemplate,
): Promise<PreparedBuild> {
  const { knownAt } = order.situation;
  const asked = order.parameters;
  const indicators = await listIndicators(db);
  const parameters = await findParametersKnownAt(db, knownAt);
  const figures = await loadFigureBookKnownAt(db, order.definitionsAt ?? knownAt);
  const unusable = (await listUnusable(db, figures)).filter((word) => !Object.hasOwn(asked, word));
  const book = new KeyBook(figures, indicators, new Set([...Object.keys(asked), ...unusable]));
  const askedFor = (key: string) =>
    Object.entries(asked)
      .find(([word]) => book.find(word) === key)?.[1]
      .trim();
  const statedDay = askedFor('document_date');
  const documentOn = statedDay ? checkedDay(statedDay, 'document_date', '成文日期') : dayInShanghai(knownAt);
  const unit = askedFor('bureau_name') ?? parameters.get('bureau_name') ?? missingText;
  const template = await loadTemplate({ unit, day: documentOn });
  const keys = await checkedTemplateKeys(template.file, book);
  const missing = keys.free.find((word) => unusable.includes(word));
  if (missing !== undefined) {
    const reason = `口径“${missing}”在所取的时刻还没有设立，或已停用`;
    throw new AppError('inputWrong', { field: 'definitions', fieldLabel: '口径', reason });
  }
  const typed = checkedParameters(asked, book, keys);
  const round = await findInspectionRound(db, asked[roundParameter] ?? null, lastDayOf(order.situation), knownAt);
  const situation = { ...order.situation, sourceId: round?.id ?? null };
  const filingChoice = checkedFilingChoice(asked[filingsParameter]);
  return {
    situation,
    template,
    keys,
    book,
    figures,
    indicators,
    parameters,
    typed,
    round,
    roundAsked: (asked[roundParameter] ?? null) !== null,
    filingChoice,
    overrides: order.overrides ?? {},
    documentOn,
  };
}
