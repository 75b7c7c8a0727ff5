import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readingOptions } from '../../../../test/support/written-ledgers.js';
import { readLedger } from './ledger-reader.js';
import type { PreviewTicket } from './preview.js';

/** Ledgers written by hand as offices write them, some saved by a spreadsheet program, each with its reading beside it. */
const folder = join(__dirname, '../../../../test/files/ledgers');

/** What a careful clerk reads; what is left out is not asked. */
interface Reading {
  tickets: (Partial<Omit<PreviewTicket, 'measures' | 'deadline'>> & { row: number; measures?: number | string[] })[];
}

const files = readdirSync(folder).filter((file) => !file.endsWith('.json'));

it.each(files)('%s is read as written', async (file) => {
  const { tickets } = JSON.parse(readFileSync(join(folder, file.replace(/\.\w+$/, '.json')), 'utf8')) as Reading;
  const preview = await readLedger(readFileSync(join(folder, file)), file, readingOptions());
  expect(preview.tickets.map(({ row, title }) => `${row} ${title}`)).toEqual(
    tickets.map(({ row, title }) => `${row} ${title}`),
  );
  for (const [at, meant] of tickets.entries()) {
    const { measures, supportUnits, ...read } = preview.tickets[at]!;
    const texts = measures.map(({ text }) => text);
    expect({
      ...read,
      measures: Array.isArray(meant.measures) ? texts : texts.length,
      supportUnits: supportUnits.toSorted(),
    }).toMatchObject({ ...meant, ...(meant.supportUnits && { supportUnits: meant.supportUnits.toSorted() }) });
  }
});
