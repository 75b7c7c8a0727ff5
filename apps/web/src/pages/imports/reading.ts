import { isUnderWayStill, outcomeTypeSeed } from '@xiaohao/domain';
import { levelLabels, previewBasicLabels, previewStatusLabels } from '@xiaohao/messages';
import type { Finding, PreviewTicket } from '../../api/imports.js';
import { labelOf, t } from '../../language.js';

/** Findings a person has to settle before the row can be stored; all others are told and imported. */
const stopping: readonly Finding['code'][] = [
  'titleMissing',
  'deadlineAmbiguous',
  'dateAmbiguous',
  'leadUnitUnknown',
  'siteUnknown',
  'kindOfOthers',
  'majorOfOthers',
  'unitOfOthers',
];

/** What one may let stand as it was read. */
export const isAssumption = ({ code }: Pick<Finding, 'code'>): boolean => !stopping.includes(code);

export function needsYou(ticket: PreviewTicket, finding: Finding): boolean {
  return ticket.decision === 'attention' && stopping.includes(finding.code);
}

/** `2026年6月30日`. */
function wholeDay(day: string): string {
  const [year, month, date] = day.split('-');
  return t('import.day', { year: year!, month: Number(month), date: Number(date) });
}

function deadlineReading({ deadline, issues }: PreviewTicket): string {
  const { kind, date, altDate, originalDate, ongoing, counted } = deadline;
  const parts = [
    kind === 'immediate' && t('deadline.immediate'),
    counted && t('import.countedTo', { day: wholeDay(counted.to), from: wholeDay(counted.from) }),
    kind === 'ongoing' && t('deadline.ongoing'),
    kind === 'recurring' && t('deadline.recurring'),
    (kind === 'unresolved' || kind === 'none') && t('deadline.unresolved'),
    date && wholeDay(date),
    altDate && t('import.altDate', { day: wholeDay(altDate) }),
    issues.some(({ code }) => code === 'deadlineLatest') && t('import.latestMeasure'),
    originalDate && `${t('deadline.was')} ${wholeDay(originalDate)}`,
    ongoing && kind !== 'ongoing' && t('deadline.thenOngoing'),
  ];
  return parts.filter(Boolean).join(' ');
}

/** As it will be kept: 基本完成 is work under way while a day is set. */
function statusReading({ status, completion, deadline }: PreviewTicket): string {
  if (completion !== 'basic' || status !== 'ongoing') return labelOf(previewStatusLabels, status);
  return labelOf(previewBasicLabels, isUnderWayStill(completion, deadline.date) ? 'in_progress' : 'ongoing');
}

/** What of a row stands in none of its cells: the item it is put under, and a state no cell words, as of a closing day. */
export function unsaidOf(ticket: PreviewTicket): string | null {
  const { item, statusRaw, cells, decision } = ticket;
  const isSaid = item === null || Object.values(cells).some((text) => squeezed(text) === squeezed(item));
  // A ticket that is known keeps its own state.
  const becomesSo = statusRaw === null && (decision === 'create' || decision === 'attention');
  const parts = [isSaid ? null : item, becomesSo ? statusReading(ticket) : null];
  return parts.filter(Boolean).join(' · ') || null;
}

/** A status that was read from a text that tells more than the status. */
const statusOfText = (ticket: PreviewTicket, raw: string) =>
  ticket.statusRaw !== null && squeezed(raw) === squeezed(ticket.statusRaw)
    ? t('import.readAs', { status: statusReading(ticket) })
    : null;

/** Who leads and, where the file has no column of them, who helps. */
function leadReading({ leadUnit, supportUnits }: PreviewTicket, columns: readonly string[]): string | null {
  if (leadUnit === null || supportUnits.length === 0 || columns.includes('supportUnits')) return leadUnit;
  return t('import.leadAndSupport', { lead: leadUnit, support: supportUnits.join('、') });
}

/** All measures of a ticket that takes several rows, or whose measures have days of their own. */
function measuresReading({ measures, rows }: PreviewTicket): string | null {
  if (rows.length < 2 && measures.every(({ deadline }) => deadline === null)) return null;
  const lines = measures.map(({ text, deadline }, at) => {
    const told = measures.length > 1 ? `${at + 1}. ${text}` : text;
    return deadline ? t('import.measureBy', { text: told, day: wholeDay(deadline) }) : told;
  });
  return lines.join('\n');
}

const dayOrNull = (day: string | null) => (day ? wholeDay(day) : null);

/** What was made of a cell, by the meaning of its column. */
const readings: Readonly<
  Record<string, (ticket: PreviewTicket, columns: readonly string[], raw: string) => string | null>
> = {
  deadline: deadlineReading,
  raisedOn: ({ raisedOn }) => wholeDay(raisedOn),
  assignedOn: ({ assignedOn }) => dayOrNull(assignedOn),
  struckOffOn: ({ closedOn }) => dayOrNull(closedOn),
  completedOn: ({ completedOn }) => dayOrNull(completedOn),
  status: statusReading,
  struckOff: statusReading,
  progress: (ticket, _columns, raw) => statusOfText(ticket, raw),
  remark: (ticket, _columns, raw) => statusOfText(ticket, raw),
  measures: measuresReading,
  progressPercent: ({ progressPercent }) => (progressPercent === null ? null : `${progressPercent}%`),
  leadUnit: leadReading,
  supportUnits: ({ supportUnits }) => supportUnits.join('、'),
  persons: ({ persons }) => persons.join('、'),
  leader: ({ leader }) => leader,
  level: ({ level }) => (level ? labelOf(levelLabels, level) : null),
};

function outcomeReading(ticket: PreviewTicket, meaning: string): string | null {
  const type = meaning.replace('outcome.', '');
  const outcome = ticket.outcomes.find((one) => one.type === type);
  const unit = outcomeTypeSeed.find(({ code }) => code === type)?.unit ?? '';
  return outcome ? `${outcome.amount}${unit}` : null;
}

/** The reading of a cell where it says more than the cell itself; `columns`: meanings of the whole sheet. */
export function readingOf(
  ticket: PreviewTicket,
  meaning: string,
  raw: string,
  columns: readonly string[],
): string | null {
  const read = meaning.startsWith('outcome.')
    ? outcomeReading(ticket, meaning)
    : readings[meaning]?.(ticket, columns, raw);
  if (!read || squeezed(read) === squeezed(raw)) return null;
  return raw.trim() === '' && meaning !== 'deadline' ? null : read;
}

const squeezed = (text: string) => text.replace(/[\s、，,;；]/g, '');
