import { columnMeaningLabels } from '@xiaohao/messages';
import { meaningGroups } from './meaning-groups.js';

it('every meaning stands in one group of the menu', () => {
  const grouped = meaningGroups.flatMap(({ meanings }) => meanings);
  expect([...grouped].sort()).toEqual(Object.keys(columnMeaningLabels).sort());
});
