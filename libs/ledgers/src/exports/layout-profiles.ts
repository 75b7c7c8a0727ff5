import type { Queryable } from '@xiaohao/database';
import { layoutProfileName } from '@xiaohao/messages';
import { shapeKey } from '../reading/sheets/column-profile.js';
import { plainHeading, squeezed } from '../reading/headings/heading.js';
import { columnMeanings, type ColumnMeaning } from '../reading/headings/column-meanings.js';
import type { ColumnProfile } from '../reading/reading-options.js';
import type { LayoutFieldCode } from './layout-fields.js';
import type { OwnColumn } from './own-form.js';
import { listOwnLayouts, type OwnLayout } from './own-layout.queries.js';

/** Fields whose column reads as something of another name. */
const otherwiseCalled: Partial<Record<LayoutFieldCode, ColumnMeaning>> = {
  units: 'leadUnit',
  latestProgress: 'progress',
  kept: 'details',
};

/** What filled a column is what it says when it comes back; null where its heading alone tells, as it does of what we compute. */
export function meaningOf(field: LayoutFieldCode): ColumnMeaning | null {
  if (field.startsWith('fact.')) return 'details';
  return otherwiseCalled[field] ?? columnMeanings.find((meaning) => meaning === field) ?? null;
}

/** As the reader of imports takes the heading, its group before it. */
function headingOf({ heading, group }: OwnColumn): string {
  return group === null ? heading : `${squeezed(group)}-${heading.slice(plainHeading(group).length + 1)}`;
}

export function layoutProfile({ id, name, form }: Pick<OwnLayout, 'id' | 'name' | 'form'>): ColumnProfile {
  const columns = form.columns.filter(({ letters }) => letters !== '');
  const shape = columns.map((column) => ({ letters: column.letters, heading: headingOf(column) }));
  const fileName = layoutProfileName[0].replace('{name}', () => name);
  return { id, shape: shapeKey(shape), meanings: columns.map(({ field }) => meaningOf(field)), fileName };
}

/** The bureau's own layouts as meanings of their headings: what one of them exported is known when it comes back. */
export async function loadLayoutProfiles(db: Queryable): Promise<ColumnProfile[]> {
  return (await listOwnLayouts(db)).map(layoutProfile);
}
