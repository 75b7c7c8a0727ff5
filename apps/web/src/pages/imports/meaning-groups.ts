import type { columnMeaningLabels, PageTextKey } from '@xiaohao/messages';

export type Meaning = keyof typeof columnMeaningLabels;

/** The meanings of columns as people look for them; each stands in one group. */
export const meaningGroups: readonly { title: PageTextKey; meanings: readonly Meaning[] }[] = [
  { title: 'import.group.content', meanings: ['title', 'description', 'item', 'measures', 'progress', 'remark'] },
  {
    title: 'import.group.people',
    meanings: ['leadUnit', 'supportUnits', 'leader', 'persons', 'site', 'town', 'industry'],
  },
  {
    title: 'import.group.days',
    meanings: ['deadline', 'raisedOn', 'assignedOn', 'completedOn', 'struckOffOn', 'reviewedOn', 'filledOn'],
  },
  { title: 'import.group.status', meanings: ['status', 'struckOff', 'progressPercent', 'level', 'rectifyKind'] },
  { title: 'import.group.numbers', meanings: ['seq', 'no', 'theirNo', 'source'] },
  {
    title: 'import.group.outcomes',
    meanings: [
      'outcome.money_collected',
      'outcome.losses_recovered',
      'outcome.reform_measures',
      'outcome.rules_made',
      'outcome.talks_admonish',
      'outcome.org_handling',
      'outcome.cases_filed',
      'outcome.fines',
      'outcome.rectify_funds',
    ],
  },
  { title: 'import.group.other', meanings: ['details', 'ignored'] },
];

/** Meanings several columns may have; any other is taken from the column that had it. */
export const sharedMeanings: readonly Meaning[] = [
  'supportUnits',
  'rectifyKind',
  'struckOff',
  'status',
  'progress',
  'reviewedOn',
  'remark',
  'details',
  'ignored',
];
