import { missingDetail, missingDetails, noticeProblem, readDetails } from './kind-details.js';
import { fieldsOfKind, kindFields, type KindField } from './kind-fields.js';
import { ticketKinds } from './ticket-kind.js';
import { levelTable } from './ticket-level.js';
import type { WorkingCalendar } from '../calendar/working-days.js';

const weekdays: WorkingCalendar = {
  isWorkingDay: (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
  holidayName: () => null,
};

describe('the fields of a kind', () => {
  it.each(ticketKinds)('of %s have one code each, choices where they choose, and levels the kind knows', (kind) => {
    const fields: readonly KindField[] = kindFields[kind];
    const codes = fields.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const field of fields) {
      expect([field.code, field.type === 'choice']).toEqual([field.code, (field.choices?.length ?? 0) > 1]);
      expect(levelTable[kind]).toEqual(expect.arrayContaining([...(field.levels ?? [])]));
      expect(codes).toEqual(expect.arrayContaining(field.when ? [field.when.field] : []));
    }
  });

  it.each(ticketKinds)('of %s ask nothing of the handler that only the coordinator may set', (kind) => {
    const fields: readonly KindField[] = kindFields[kind];
    expect(fields.filter((field) => field.requiredFor === 'submit' && field.coordinatorOnly)).toEqual([]);
  });

  it('appear with their level and with what they depend on', () => {
    const codes = (level: string, details = {}) => fieldsOfKind('hazard', level, details).map(({ code }) => code);
    expect(codes('general')).toEqual(['inspectionKind', 'foundBy', 'fundsYuan']);
    expect(codes('major')).toContain('listed');
    expect(codes('major')).not.toContain('listedOn');
    expect(codes('major', { listed: true })).toContain('listedOn');
  });
});

describe('details as sent', () => {
  const read = (given: object, mayAll = true) => readDetails('hazard', given as never, { foundBy: '甲' }, mayAll);

  it('are laid over what is there; null takes a field away', () => {
    expect(read({ fundsYuan: 1200.5, foundBy: null })).toEqual({ details: { fundsYuan: 1200.5 } });
  });

  it.each([
    ['an unknown key', { colour: '红' }, 'colour', 'unknown'],
    ['a number as text', { fundsYuan: '12' }, 'fundsYuan', 'wrongType'],
    ['less than nothing', { fundsYuan: -1 }, 'fundsYuan', 'outOfRange'],
    ['infinity', { fundsYuan: Infinity }, 'fundsYuan', 'wrongType'],
    ['30 February', { listedOn: '2026-02-30' }, 'listedOn', 'wrongType'],
    ['a choice that is none', { inspectionKind: 'other' }, 'inspectionKind', 'notAChoice'],
    ['a flag in words', { listed: '是' }, 'listed', 'wrongType'],
    ['an empty text', { foundBy: '  ' }, 'foundBy', 'wrongType'],
    ['an endless text', { foundBy: 'x'.repeat(201) }, 'foundBy', 'tooLong'],
    ['an inherited name', { constructor: 1 }, 'constructor', 'unknown'],
  ])('refuse %s and name the field', (_, given, code, why) => {
    expect(read(given)).toEqual({ problem: { code, why } });
  });

  it('keep the coordinator’s fields to the coordinator, save what an action asks of its doer', () => {
    expect(read({ listed: true }, false)).toEqual({ problem: { code: 'listed', why: 'notYours' } });
    expect(read({ fundsYuan: 3 }, false)).toEqual({ details: { foundBy: '甲', fundsYuan: 3 } });
    expect(readDetails('accident_investigation', { approvedOn: '2026-03-01' }, {}, false, ['approvedOn'])).toEqual({
      details: { approvedOn: '2026-03-01' },
    });
  });
});

describe('what a moment asks for', () => {
  it('is missing until it is answered, "no" being an answer', () => {
    const answered = { assuredDuty: true, assuredMeasure: true, assuredFunds: false, assuredTime: true };
    expect(missingDetails('hazard', 'major', answered, 'submit').map(({ code }) => code)).toEqual(['assuredPlan']);
    expect(missingDetail('hazard', 'general', {}, 'submit')).toBeNull();
  });

  it('is a reply only where the reporter is named', () => {
    expect(missingDetail('public_report', null, { reporterKind: 'anonymous' }, 'accept')).toBeNull();
    expect(missingDetail('public_report', null, { reporterKind: 'named' }, 'accept')?.code).toBe('repliedOn');
  });
});

describe('a public notice', () => {
  it.each([
    ['2026-07-06', '2026-07-13', '5', null],
    ['2026-07-06', '2026-07-10', '5', 'noticeTooShort'],
    ['2026-07-06', '2026-07-13', '10', 'noticeTooShort'],
  ])('from %s to %s for %s working days: %s', (noticeFrom, noticeTo, noticeDays, why) => {
    expect(noticeProblem({ noticeFrom, noticeTo, noticeDays }, weekdays)?.why ?? null).toBe(why);
  });
});
