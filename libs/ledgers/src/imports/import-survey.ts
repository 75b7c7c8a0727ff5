import type { TicketKind } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { sourceKey, type WantedSource } from './import-places.js';
import type { CommitRow } from './import.queries.js';
import type { Told } from './known-tickets.js';
import { plainName } from './name-matching.js';
import { stoppingFindings } from '../reading/preview.js';
import type { TicketMatch } from './ticket-match.js';

/** What the rows of an import need before the first of them becomes a ticket. Numbers and names, no readings. */
export interface ImportSurvey {
  /** Of each row its number and kind, in their order. */
  nos: number[];
  kinds: TicketKind[];
  sources: Map<string, WantedSource>;
  /** By what the rows may be known: each source once, and every number stated. */
  told: Told[];
  /** Plain names of units to be created. */
  newUnits: string[];
}

/** Names are found again at the moment of commit: a unit may have been closed or a person moved since the preview. */
export async function surveyRows(
  parts: AsyncIterable<readonly CommitRow[]>,
  matchOf: (row: CommitRow) => TicketMatch,
): Promise<ImportSurvey> {
  const survey: ImportSurvey = { nos: [], kinds: [], sources: new Map(), told: [], newUnits: [] };
  const newUnits = new Set<string>();
  for await (const rows of parts) {
    for (const row of rows) {
      const match = matchOf(row);
      assertNothingStops(row, match);
      assertSameUnits(row, match);
      for (const name of match.newUnits) newUnits.add(plainName(name));
      survey.nos.push(row.no);
      survey.kinds.push(row.preview.kind);
      addPlace(survey, row);
    }
  }
  return { ...survey, newUnits: [...newUnits] };
}

function assertNothingStops({ preview: { sheet, row } }: CommitRow, { findings }: TicketMatch): void {
  const why = findings.find(({ code }) => stoppingFindings.includes(code));
  if (why) throw new AppError('importNeedsAttention', { count: 1, sheet, row, cell: why.cell, message: why.message });
}

/** Somebody may have created, renamed or closed a unit since: a name then means another one than the preview showed. */
export function assertSameUnits({ preview, units }: Pick<CommitRow, 'preview' | 'units'>, match: TicketMatch): void {
  // Kept before units were.
  if (!units) return;
  const seen = new Map(units);
  const moved = match.units.find(([name, id]) => seen.get(name) !== id) ?? units[match.units.length];
  if (!moved) return;
  const { sheet, row, leadUnit } = preview;
  throw new AppError('importUnitChanged', { sheet, row, unit: moved[0] || leadUnit || '—' });
}

function addPlace({ sources, told }: ImportSurvey, { preview }: CommitRow): void {
  const { kind, source, raisedOn, raisedOnFrom, item, no } = preview;
  let wanted = sources.get(sourceKey(preview));
  if (!wanted) {
    wanted = { kind, source, feedbackOn: raisedOnFrom === 'importDay' ? null : raisedOn, items: new Set() };
    sources.set(sourceKey(preview), wanted);
    told.push({ kind, source, no: null });
  }
  if (item !== null) wanted.items.add(item);
  if (no !== null) told.push({ kind, source, no });
}
