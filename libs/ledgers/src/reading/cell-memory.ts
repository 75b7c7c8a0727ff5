import {
  readDeadlineWords,
  readPersons,
  readStatusWords,
  readUnitNames,
  remembering,
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
