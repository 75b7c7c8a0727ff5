import { useMemo, useState } from 'react';
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

/** Where a place stands; its index changes where numbers become places too. */
const standOf = ({ paragraph, start }: LearnedPlace) => `${paragraph}:${start}`;

/** What the person has chosen so far; it begins with the proposals that are more than a guess. */
export function useBinding(report: FormerReport) {
  const [decided, setDecided] = useState<Readonly<Record<string, string | null>>>({});
  const choices = useMemo<Choices>(
    () => ({
      ...Object.fromEntries(report.bindings.map(({ index, key }) => [index, key])),
      ...Object.fromEntries(
        report.placeholders.flatMap((place) => {
          const choice = decided[standOf(place)];
          return choice === undefined ? [] : [[place.index, choice]];
        }),
      ),
    }),
    [report, decided],
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
    choose: (index: number, key: string | null) => {
      const place = report.placeholders[index - 1]!;
      setDecided((present) => ({ ...present, [standOf(place)]: key }));
    },
    /** Indicators made on the way, by key. */
    added,
    name: (key: string, name: string) => setAdded((present) => [...present, [key, name]]),
    nextOpen: () => firstOpen(shown),
    openCount: report.placeholders.filter((place) => placeState(place, choices) === 'open').length,
    bindings: Object.entries(choices).flatMap(([index, key]) => (key === null ? [] : [{ index: Number(index), key }])),
  };
}

export type Binding = ReturnType<typeof useBinding>;
