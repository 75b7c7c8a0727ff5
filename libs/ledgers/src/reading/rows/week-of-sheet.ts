import { daysBetween, makeDay, type Day } from '@xiaohao/domain';

/** 5月25日—5月29日, 2025年6月9日—13日, 6.9-6.15. */
const stretch =
  /(?:(?<year>20\d\d)[年./-])?(?<month>\d{1,2})[月./](?<date>\d{1,2})[日号]?\s*(?:[-—–―~～－]+|[至到])\s*(?:(?<lastYear>20\d\d)[年./-])?(?:(?<lastMonth>\d{1,2})[月./])?(?<lastDate>\d{1,2})(?:[日号]|(?=$|[）)\s,，]))/g;
const lastOfWeek = 6;

/** The first day of the week a title or a name speaks of; null where it names no stretch so short. `year` is that of the sheet. */
export function weekToldIn(texts: readonly string[], year: number): Day | null {
  for (const text of texts) {
    for (const { groups = {} } of text.normalize('NFKC').matchAll(stretch)) {
      const first = makeDay(Number(groups['year'] ?? year), Number(groups['month']), Number(groups['date']));
      const last = first && lastDay(first, groups);
      const days = first && last ? daysBetween(first, last) : 0;
      if (days > 0 && days <= lastOfWeek) return first;
    }
  }
  return null;
}

/** 12月29日—1月2日 ends in the next year. */
function lastDay(first: Day, { lastYear, lastMonth, lastDate }: Readonly<Record<string, string | undefined>>) {
  const [year, month] = first.split('-').map(Number) as [number, number];
  const ends = (ofYear: number) => makeDay(ofYear, Number(lastMonth ?? month), Number(lastDate));
  const day = ends(Number(lastYear ?? year));
  return day !== null && day < first && lastYear === undefined ? ends(year + 1) : day;
}
