import { officialCalendar } from '@xiaohao/calendar';
import { buildWorkbook } from '../../../test/support/ledger-workbooks.js';
import { families } from '../../../test/support/messy-ledgers/families.js';
import { messyLedger, type ExpectedTicket } from '../../../test/support/messy-ledgers/messy-ledger.js';
import { readLedger } from './ledger-reader.js';
import type { PreviewTicket } from './preview.js';

/** What was read differs from what was meant, field by field. */
function differences(ticket: PreviewTicket | undefined, meant: ExpectedTicket): string[] {
  if (!ticket) return [`row ${meant.row}: not read`];
  const { kind, date, ongoing } = ticket.deadline;
  // §3.2: a row in progress whose deadline is to be kept up may be `ongoing`.
  const status = meant.deadline.ongoing && ticket.status === 'ongoing' ? meant.status : ticket.status;
  const fields: readonly (readonly [string, unknown, unknown])[] = [
    ['rows', ticket.rows, meant.rows],
    ['title', ticket.title, meant.title],
    ['lead unit', ticket.leadUnit, meant.leadUnit],
    ['support', meant.supportUnits === null ? null : ticket.supportUnits, meant.supportUnits],
    ['persons', ticket.persons, meant.persons],
    ['deadline', [kind, date, ongoing], [meant.deadline.kind, meant.deadline.date, meant.deadline.ongoing ?? false]],
    ['status', status, meant.status],
    ['level', ticket.level, meant.level],
    ['amount', ticket.outcomes[0]?.amount ?? null, meant.amount],
    ['measures', meant.measures === null ? null : ticket.measures.length, meant.measures],
    ['listed', meant.deadline.kind !== 'unresolved' || ticket.issues.length > 0, true],
  ];
  return fields
    .filter(([, read, expected]) => JSON.stringify(read) !== JSON.stringify(expected))
    .map(([name, read, expected]) => {
      const raw = name === 'deadline' ? ` “${ticket.deadline.raw}”` : name === 'status' ? ` “${ticket.statusRaw}”` : '';
      return `row ${meant.row} ${name}${raw}: ${JSON.stringify(read)} instead of ${JSON.stringify(expected)}`;
    });
}

describe('a messy ledger is read as it was meant', () => {
  it.each(families.flatMap((family) => [1, 2, 3].map((seed) => [family.name, seed, family] as const)))(
    '%s, seed %i',
    async (_name, seed, family) => {
      const { sheets, sheetName, tickets, ignored } = messyLedger(family, 40, seed);
      const preview = await readLedger(await buildWorkbook(sheets), '台账.xlsx', {
        kind: 'auto',
        year: null,
        baseDate: null,
        source: null,
        today: '2021-05-10',
        calendar: officialCalendar,
      });
      const read = preview.tickets.filter(({ sheet }) => sheet === sheetName);
      expect(preview.tickets).toHaveLength(tickets.length);
      const byRow = new Map(read.map((ticket) => [ticket.row, ticket]));
      expect(tickets.flatMap((ticket) => differences(byRow.get(ticket.row), ticket))).toEqual([]);
      expect(preview.tickets.map(({ kind }) => kind).filter((kind) => kind !== family.kind)).toEqual([]);
      const leftOut = preview.ignored.filter(({ sheet, why }) => sheet === sheetName && why !== 'header');
      expect(leftOut.map(({ row, why }) => [row, why])).toEqual(ignored);
    },
  );
});
