import type { FigureOverride, FigureValue } from './figure-values.js';

/** What was typed over, by key. */
export type Overrides = Readonly<Record<string, FigureOverride>>;

/** The figures with what was typed over them; what was computed goes along. Keys the report does not print are passed over. */
export function withOverrides(
  figures: ReadonlyMap<string, FigureValue>,
  overrides: Overrides,
): Map<string, FigureValue> {
  return new Map(
    [...figures].map(([key, figure]) => {
      const override = Object.hasOwn(overrides, key) ? overrides[key] : undefined;
      if (!override || figure.source === 'parameter') return [key, figure];
      const detail = { ...figure.detail, override: { ...override, computed: figure.value } };
      return [key, { ...figure, value: override.value, words: null, detail }];
    }),
  );
}
