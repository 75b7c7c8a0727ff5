import {
  readDeadlineWords,
  readPersons,
  readStatusWords,
  readUnitNames,
  takePersons,
  type DeadlineWords,
  type PersonReading,
  type StatusWords,
  type UnitNames,
  type UnitsAndPersons,
} from '@xiaohao/domain';
import { printedState } from './own-progress.js';

/** What is said by the texts of one sheet's cells. A ledger repeats few deadlines, units, people and states in many rows. */
export interface CellMemory {
  deadlineWords(text: string): DeadlineWords;
  statusWords(text: string): StatusWords | null;
  units(text: string): UnitNames;
  unitsAndPersons(text: string): UnitsAndPersons;
  persons(text: string): PersonReading;
}

export function openCellMemory(): CellMemory {
  return {
    deadlineWords: remembering(readDeadlineWords),
    statusWords: remembering((text) => readStatusWords(printedState(text) ?? text)),
    units: remembering(readUnitNames),
    unitsAndPersons: remembering(takePersons),
    persons: remembering(readPersons),
  };
}

/** Beyond this many different texts there is little to gain from keeping more. */
const rememberedTexts = 5_000;
/** What goes on longer is prose, which hardly comes twice. */
const rememberedLength = 60;

function remembering<Reading>(read: (text: string) => Reading): (text: string) => Reading {
  const known = new Map<string, Reading>();
  return (text) => {
    if (text.length > rememberedLength) return read(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const reading = read(text);
    if (known.size < rememberedTexts) known.set(text, reading);
    return reading;
  };
}
