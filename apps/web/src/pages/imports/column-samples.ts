import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ImportEdit, ImportSheet } from '../../api/imports.js';
import type { RowStore } from './row-store.js';

/** The table fetches these first too. */
const sampledRows = 25;
const samplesKept = 12;

/** Column letters → different texts that stand in the first rows of the sheet. */
export type ColumnSamples = ReadonlyMap<string, readonly string[]>;

/** What asks for the meanings of the columns of a sheet, and says what was chosen. */
export interface ColumnQuestion {
  sheet: ImportSheet;
  samples: ColumnSamples;
  busy: boolean;
  onChange: (edit: ImportEdit) => void;
}

/** `rows` are the first rows of all tickets of the sheet. */
export function useColumnSamples(store: RowStore, sheet: string, rows: readonly number[]): ColumnSamples {
  const revision = useSyncExternalStore(store.watch, store.revision);
  const sampled = useMemo(() => rows.slice(0, sampledRows), [rows]);
  useEffect(() => void store.want(sheet, null, sampled), [store, sheet, sampled, revision]);
  return useMemo(() => {
    void revision;
    const samples = new Map<string, string[]>();
    for (const row of sampled) {
      for (const [letter, text] of Object.entries(store.get(sheet, row)?.cells ?? {})) {
        const kept = samples.get(letter) ?? [];
        if (text.trim() === '' || kept.includes(text) || kept.length >= samplesKept) continue;
        samples.set(letter, [...kept, text]);
      }
    }
    return samples;
  }, [store, sheet, sampled, revision]);
}
