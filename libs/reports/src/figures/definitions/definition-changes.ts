import {
  cardPeriodLabels,
  definitionFactLabels,
  definitionWords,
  figureGroupLabels,
  figureNatureLabels,
} from '@xiaohao/messages';
import type { OwnFigureRow } from './figure-definition.queries.js';

/** A fact that one version changed, in words. */
export interface VersionChange {
  fact: string;
  label: string;
  from: string;
  to: string;
}

type Row = OwnFigureRow & { meaning: string };

/** How each fact is told. */
const facts: Readonly<Record<keyof typeof definitionFactLabels, (row: Row) => string>> = {
  name: ({ name }) => name,
  unit: ({ unit }) => unit,
  nature: ({ nature }) => figureNatureLabels[nature][0],
  group: ({ group }) => figureGroupLabels[group][0],
  meaning: ({ meaning }) => meaning,
  owner: ({ owner }) => owner?.name ?? definitionWords.noOwner[0],
  cardPeriod: ({ cardPeriod }) => cardPeriodLabels[cardPeriod ?? 'none'][0],
  retired: ({ retired }) => (retired ? definitionWords.retired : definitionWords.inUse)[0],
};

/** What the later version says otherwise; nothing of the first one. */
export function changesBetween(former: Row | null, row: Row): VersionChange[] {
  if (former === null) return [];
  return (Object.keys(facts) as (keyof typeof facts)[]).flatMap((fact) => {
    const [from, to] = [facts[fact](former), facts[fact](row)];
    return from === to ? [] : [{ fact, label: definitionFactLabels[fact][0], from, to }];
  });
}
