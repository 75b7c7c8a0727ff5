import { useState } from 'react';
import type { FormerReport, LearnedPlace } from '../../api/former-reports.js';

/** Key by place; null where the text shall stay as it is; nothing where nobody has decided. */
export type Choices = Readonly<Record<number, string | null>>;

export type PlaceState = 'bound' | 'kept' | 'open' | 'conflict';

export function placeState(place: LearnedPlace, choices: Choices): PlaceState {
  const choice = choices[place.index];
  if (choice === undefined) return 'open';
  if (choice === null) return 'kept';
  return place.conflictsWith !== null && place.proposals[0]?.key === choice ? 'conflict' : 'bound';
}

/** What the person has chosen so far; it begins with the proposals that are more than a guess. */
export function useBinding(report: FormerReport) {
  const [choices, setChoices] = useState<Choices>(() =>
    Object.fromEntries(report.bindings.map(({ index, key }) => [index, key])),
  );
  const firstOpen = (from: number) => {
    const open = report.placeholders.filter((place) => placeState(place, choices) === 'open');
    return open.find(({ index }) => index > from) ?? open[0] ?? null;
  };
  const [shown, setShown] = useState(() => firstOpen(0)?.index ?? 1);
  const [added, setAdded] = useState<readonly (readonly [string, string])[]>([]);
  const last = report.placeholders.length;
  return {
    choices,
    shown,
    show: (index: number) => setShown(Math.min(last, Math.max(1, index))),
    choose: (index: number, key: string | null) => setChoices((present) => ({ ...present, [index]: key })),
    /** Indicators made on the way, by key. */
    added,
    name: (key: string, name: string) => setAdded((present) => [...present, [key, name]]),
    nextOpen: () => firstOpen(shown),
    openCount: report.placeholders.filter((place) => placeState(place, choices) === 'open').length,
    bindings: Object.entries(choices).flatMap(([index, key]) => (key === null ? [] : [{ index: Number(index), key }])),
  };
}

export type Binding = ReturnType<typeof useBinding>;
