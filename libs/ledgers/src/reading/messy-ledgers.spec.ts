import { officialCalendar } from '@xiaohao/calendar';
import { buildWorkbook } from '../../../../test/support/ledger-workbooks.js';
import { csvEncodings, csvFile } from '../../../../test/support/messy-ledgers/csv-file.js';
import { families } from '../../../../test/support/messy-ledgers/families.js';
import { messyForms } from '../../../../test/support/messy-ledgers/messy-form.js';
import { messyLedger, type MessyLedger } from '../../../../test/support/messy-ledgers/messy-ledger.js';
import { compareTicket } from '../../../../test/support/messy-ledgers/reading.js';
import { readLedger } from './ledger-reader.js';
import type { Preview } from './preview.js';

const read = (file: Buffer, name: string) =>
  readLedger(file, name, {
    kind: 'auto',
    year: null,
    baseDate: null,
    source: null,
    today: '2021-05-10',
    calendar: officialCalendar,
  });

/** What was read differs from what was meant, field by field. */
function differences(preview: Preview, { tickets }: MessyLedger): string[] {
  const place = ({ sheet, row }: { sheet: string; row: number }) => `${sheet}!${row}`;
  const byPlace = new Map(preview.tickets.map((ticket) => [place(ticket), ticket]));
  return tickets.flatMap((meant) => {
    const ticket = byPlace.get(place(meant));
    if (!ticket) return [`${place(meant)} is not read`];
    const raw = { deadlines: ticket.deadline.raw, statuses: ticket.statusRaw } as Record<string, string | null>;
    return compareTicket(ticket, meant)
      .filter(({ isRight }) => !isRight)
      .map(({ name, read: got, meant: wanted }) => {
        return `${place(meant)} ${name} “${raw[name] ?? ''}”: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`;
      });
  });
}

describe('a messy ledger is read as it was meant', () => {
  it.each(families.flatMap((family) => [1, 2, 3, 4].map((seed) => [family.name, seed, family] as const)))(
    '%s, seed %i',
    async (_name, seed, family) => {
      const ledger = messyLedger(family, seed === 4 ? 20 : 60, seed);
      const preview = await read(await buildWorkbook(ledger.sheets), '台账.xlsx');
      expect(differences(preview, ledger)).toEqual([]);
      expect(preview.tickets).toHaveLength(ledger.tickets.length);
      expect(preview.tickets.filter(({ kind }) => kind !== family.kind)).toEqual([]);
      const leftOut = preview.ignored.filter(({ sheet, why }) => sheet === '整改台账' && why !== 'header');
      expect(leftOut.map(({ row, why }) => [row, why])).toEqual(ledger.ignored);
    },
  );

  it.each(csvEncodings.flatMap((encoding) => families.map((family) => [family.name, encoding, family] as const)))(
    '%s as .csv in %s',
    async (_name, encoding, family) => {
      const ledger = messyLedger(family, 30, 7, { merged: false });
      const preview = await read(csvFile(ledger.sheets[0]!, encoding), '整改台账.csv');
      expect(differences(preview, ledger)).toEqual([]);
      expect(preview.tickets).toHaveLength(ledger.tickets.length);
    },
  );

  it('of forms, one on each sheet', async () => {
    const forms = messyForms(40, 1);
    const preview = await read(await buildWorkbook(forms.sheets), '登记表.xlsx');
    expect(differences(preview, forms)).toEqual([]);
    expect(preview.sheets.map(({ role }) => role)).toEqual(forms.sheets.map(() => 'form'));
  });
});
