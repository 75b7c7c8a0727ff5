import { useMemo, useState } from 'react';
import type { DecisionChange, FormerReport, LearnedPeriodPlace, LearnedPlace } from '../../api/former-reports.js';

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
const standOf = ({ paragraph, start }: Pick<LearnedPlace, 'paragraph' | 'start'>) => `${paragraph}:${start}`;

type Decided = Readonly<Record<string, string | null>>;

function choicesOf(report: FormerReport, decided: Decided): Choices {
  return {
    ...Object.fromEntries(report.bindings.map(({ index, key }) => [index, key])),
    ...Object.fromEntries(
      report.placeholders.flatMap((place) => {
        const choice = decided[standOf(place)];
        return choice === undefined ? [] : [[place.index, choice]];
      }),
    ),
  };
}

/**
 * What the person has chosen so far; it begins with the proposals that are more than a guess and with what was kept.
 * @param keep sends what was just decided to where it is kept
 */
export function useBinding(report: FormerReport, keep: (change: DecisionChange) => void) {
  const [decided, setDecided] = useState<Decided>(report.decisions?.chosen ?? {});
  const choices = useMemo(() => choicesOf(report, decided), [report, decided]);
  const openIn = (all: Choices) => report.placeholders.filter((place) => placeState(place, all) === 'open');
  const firstOpen = (from: number, all = choices) => {
    const open = openIn(all);
    return open.find(({ index }) => index > from) ?? open[0] ?? null;
  };
  const [shown, setShown] = useState(() => {
    const last = report.placeholders.find((place) => standOf(place) === report.decisions?.shown);
    return firstOpen((last?.index ?? 1) - 1)?.index ?? last?.index ?? 1;
  });
  const [added, setAdded] = useState<readonly (readonly [string, string])[]>([]);
  const last = report.placeholders.length;
  const decide = (chosen: Decided, at?: string) => {
    const next = { ...decided, ...chosen };
    setDecided(next);
    keep({
      chosen,
      ...(at ? { shown: at } : {}),
      settled: last - openIn(choicesOf(report, next)).length,
      places: last,
    });
  };
  const isLiteral = (place: LearnedPeriodPlace) => decided[standOf(place)] === null;
  return {
    choices,
    shown,
    show: (index: number) => setShown(Math.min(last, Math.max(1, index))),
    choose: (index: number, key: string | null) => {
      const stand = standOf(report.placeholders[index - 1]!);
      decide({ [stand]: key }, stand);
    },
    /** From a place that is just being decided to the next open one; false where there is none. */
    goOn: (from: number) => {
      const next = firstOpen(from, { ...choices, [from]: null });
      if (next) setShown(next.index);
      return next !== null;
    },
    /** Whether these words of the period keep their text. */
    isLiteral,
    setLiteral: (places: readonly LearnedPeriodPlace[], literal: boolean) =>
      decide(Object.fromEntries(places.map((place) => [standOf(place), literal ? null : place.key]))),
    literal: report.periods.filter(isLiteral).map(({ index }) => index),
    /** Indicators made on the way, by key. */
    added,
    name: (key: string, name: string) => setAdded((present) => [...present, [key, name]]),
    nextOpen: () => firstOpen(shown),
    openCount: openIn(choices).length,
    bindings: Object.entries(choices).flatMap(([index, key]) => (key === null ? [] : [{ index: Number(index), key }])),
  };
}

export type Binding = ReturnType<typeof useBinding>;
