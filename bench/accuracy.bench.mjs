import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureTestLedgersBuilt } from '../scripts/build.mjs';
import { root } from '../scripts/commands.mjs';
import { print } from './measure.mjs';

export const rowsByDefault = 20_000;

/** Sizes of the first ledgers of a family; what is left of its rows are more, none above the longest. */
const sizes = [20, 20, 20, 200, 200];
const longest = 5_000;
/** Shares of tickets read as a careful clerk reads them. */
const fields = [
  'rows',
  'titles',
  'deadlines',
  'leads',
  'supports',
  'statuses',
  'persons',
  'levels',
  'measures',
  'decisions',
];

/** Reads generated ledgers of every family and tells per family how much of them was read as it was meant. */
export async function bench(rows) {
  await ensureTestLedgersBuilt();
  const built = (file) => import(pathToFileURL(join(root, 'dist', file)).href);
  const { readLedger } = await built('libs/ledgers/src/reading/ledger-reader.js');
  const { officialCalendar } = await built('libs/calendar/src/index.js');
  const { buildWorkbook } = await built('test/support/ledger-workbooks.js');
  const { compareTicket } = await built('test/support/messy-ledgers/reading.js');
  const { csvEncodings, csvFile } = await built('test/support/messy-ledgers/csv-file.js');
  const { families } = await built('test/support/messy-ledgers/families.js');
  const { messyForms } = await built('test/support/messy-ledgers/messy-form.js');
  const { messyLedger } = await built('test/support/messy-ledgers/messy-ledger.js');

  const today = '2021-05-10';
  const options = { kind: 'auto', year: null, baseDate: null, source: null, today, calendar: officialCalendar };
  const judge = async (counts, { sheets, tickets }, file, name) => {
    const begun = performance.now();
    const preview = await readLedger(file, name, options);
    counts.seconds += (performance.now() - begun) / 1000;
    count(counts, sheets, tickets, preview, compareTicket);
  };

  const share = Math.ceil(rows / (families.length + 1));
  const total = newCounts();
  for (const family of families) {
    const counts = newCounts();
    for (const [at, size] of sizesOf(share).entries()) {
      const ledger = messyLedger(family, size, 100 + at);
      await judge(counts, ledger, await buildWorkbook(ledger.sheets), '台账.xlsx');
    }
    for (const [at, encoding] of csvEncodings.entries()) {
      const ledger = messyLedger(family, 20, 200 + at, { merged: false });
      await judge(counts, ledger, csvFile(ledger.sheets[0], encoding), '台账.csv');
    }
    tell(family.name, counts, total);
  }
  const counts = newCounts();
  for (let left = share, seed = 1; left > 0; left -= 100, seed += 1) {
    const forms = messyForms(Math.min(100, left), seed);
    await judge(counts, forms, await buildWorkbook(forms.sheets), '登记表.xlsx');
  }
  tell('登记表', counts, total);
  tell('all', total);
}

function sizesOf(share) {
  const taken = [];
  for (let left = share, at = 0; left > 0; at += 1) {
    taken.push(Math.min(sizes[at] ?? longest, left));
    left -= taken.at(-1);
  }
  return taken;
}

function newCounts() {
  return { ledgers: 0, expected: 0, read: 0, falseTickets: 0, unlisted: 0, seconds: 0, right: {} };
}

function count(counts, sheets, meant, preview, compareTicket) {
  const place = ({ sheet, row }) => `${sheet}!${row}`;
  // A .csv has one sheet, named by its file.
  const own = sheets.length === 1 ? new Map([[preview.sheets[0].name, sheets[0].name]]) : new Map();
  const read = new Map(
    preview.tickets.map((ticket) => [place({ ...ticket, sheet: own.get(ticket.sheet) ?? ticket.sheet }), ticket]),
  );
  counts.ledgers += 1;
  counts.expected += meant.length;
  counts.read += preview.tickets.length;
  for (const expected of meant) {
    const ticket = read.get(place(expected));
    if (!ticket) continue;
    read.delete(place(expected));
    for (const { name, isRight } of compareTicket(ticket, expected)) {
      if (name === 'listed' || name === 'told') counts.unlisted += isRight ? 0 : 1;
      else counts.right[name] = (counts.right[name] ?? 0) + (isRight ? 1 : 0);
    }
  }
  counts.falseTickets += read.size;
}

function tell(family, counts, total) {
  const percent = (right) => Number(((100 * right) / counts.expected).toFixed(2));
  const shares = Object.fromEntries(fields.map((field) => [field, percent(counts.right[field] ?? 0)]));
  const { ledgers, expected, read, falseTickets, unlisted } = counts;
  const rowsPerSecond = Math.round(read / counts.seconds);
  print({ bench: 'accuracy', family, ledgers, expected, read, ...shares, falseTickets, unlisted, rowsPerSecond });
  if (!total) return;
  for (const key of ['ledgers', 'expected', 'read', 'falseTickets', 'unlisted', 'seconds']) total[key] += counts[key];
  for (const field of fields) total.right[field] = (total.right[field] ?? 0) + (counts.right[field] ?? 0);
}
