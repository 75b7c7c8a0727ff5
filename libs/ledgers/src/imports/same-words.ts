import type { Day } from '@xiaohao/domain';
import { squeezed } from '../reading/headings/heading.js';
import type { PreviewTicket } from '../reading/preview.js';

/** A ticket of the same kind, source and words as a row; its other words squeezed. */
export interface SameWords {
  id: string;
  no: string;
  theirNo: string | null;
  item: string;
  site: string;
  raisedOn: Day;
}

export type ToldOfMatter = Pick<PreviewTicket, 'kind' | 'theirNo' | 'item' | 'site' | 'raisedOn' | 'raisedOnFrom'>;

interface Meant {
  /** `alike`: in another category, or told with less. */
  one: { id: string; no: string; by: 'words' | 'alike' } | null;
  /** Those it may be where nobody can tell. */
  several: readonly SameWords[];
}

/**
 * Which of the tickets of these words a row means. Only what the row states tells two of them apart: a ledger may have no
 * column for it. An edited category makes no second matter of the only one there is.
 */
export function meantAmong(same: readonly SameWords[], row: ToldOfMatter): Meant {
  const [item, site] = [squeezed(row.item ?? ''), squeezed(row.site ?? '')];
  const possible = same.filter((one) => mayBe(one, row));
  const equal = possible.filter((one) => one.item === item && one.site === site);
  // Words repeated on a known day are one matter: the first stands for it.
  const [first] = equal.length > 1 && !isDayTold(row) ? [] : equal;
  if (first) return { one: { id: first.id, no: first.no, by: 'words' }, several: [] };
  const agreeing = possible.filter((one) => item === '' || one.item === item);
  const meant = agreeing.length > 0 ? agreeing : possible;
  const [only] = meant.length === 1 ? meant : [];
  return only ? { one: { id: only.id, no: only.no, by: 'alike' }, several: [] } : { one: null, several: meant };
}

function mayBe({ theirNo, site, raisedOn }: SameWords, row: ToldOfMatter): boolean {
  const isOther = theirNo !== null && row.theirNo !== null;
  const sameSite = !row.site || site === squeezed(row.site);
  return !isOther && sameSite && (row.kind !== 'hazard' || !isDayTold(row) || raisedOn === row.raisedOn);
}

/** The same hazard may be found twice, so its day counts where the file tells it. */
const isDayTold = ({ kind, raisedOnFrom }: ToldOfMatter) => kind !== 'hazard' || raisedOnFrom !== 'importDay';
