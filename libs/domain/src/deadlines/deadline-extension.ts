import type { Day } from '../calendar/day.js';
import { collectFacts } from './deadline-facts.js';
import { readTokens } from './deadline-grammar.js';
import type { DeadlineContext, DeadlineReading } from './deadline-reading.js';
import type { FoundDay } from './deadline-settling.js';
import { prepareDeadlineText } from './deadline-text.js';
import { readablePart } from '../words/readable-text.js';
import { isExtensionGranted, readExtended, withAskedExtension } from './deadline-weighing.js';

/**
 * Applies what a remark beside the deadline says of an extension (经批准延期至10月31日): the new date, the original kept.
 * A remark that extends nothing, or only asks for it, leaves the date as it is.
 */
export function readExtension(remark: string, read: DeadlineReading, context: DeadlineContext): DeadlineReading {
  const { outer, inner } = prepareDeadlineText(readablePart(remark));
  const known = read.deadline.date;
  const facts = collectFacts(
    readTokens([outer, ...inner].join(';')),
    context,
    known === null ? null : asAnchor(known, read),
  );
  if (facts.extendedTo.length === 0 && facts.extendedBy.length === 0) return read;
  if (!isExtensionGranted(facts)) return withAskedExtension(read, facts, remark, context);
  const extended = readExtended({ ...facts, due: [] }, remark, context, known);
  if (!extended || extended.deadline.date === null) {
    return extended ? { ...read, issues: [...read.issues, ...extended.issues] } : read;
  }
  const { date, originalDate, yearAssumed } = extended.deadline;
  const { deadline } = read;
  // A cell already brought up to date names the new day itself; then only the remark knows the original.
  const original = originalDate === date ? deadline.originalDate : (deadline.originalDate ?? originalDate);
  return {
    ...read,
    rule: extended.rule,
    recurrence: null,
    issues: read.issues.filter((one) => one.code !== 'deadlineUnclear' && one.code !== 'baseMissing'),
    deadline: { ...deadline, kind: 'date', date, altDate: null, originalDate: original, extended: true, yearAssumed },
  };
}

/** The deadline so far, from which dates in the remark take their year. */
function asAnchor(day: Day, read: DeadlineReading): FoundDay {
  return {
    rule: read.rule ?? 'deadline',
    day,
    lacks: null,
    others: [],
    grain: 'day',
    begins: day,
    span: null,
    yearAssumed: read.deadline.yearAssumed,
    yearsLater: null,
    relative: false,
    pure: true,
  };
}
