import {
  isDay,
  isNickname,
  isOfficeAlone,
  readDeadline,
  readDeadlineWords,
  readPersons,
  readStatusWords,
  readUnitNames,
  remembering,
  surnameWithTitle,
  takePersons,
  type DeadlineCell,
  type DeadlineContext,
  type DeadlineReading,
  type PersonReading,
  type StatusWords,
  type UnitNames,
  type UnitsAndPersons,
} from '@xiaohao/domain';
import { printedState } from './own-progress.js';

/** What is said by the texts of one sheet's cells. A ledger repeats few deadlines, units, people and states in many rows. */
export interface CellMemory {
  deadline(cell: DeadlineCell, context: DeadlineContext): DeadlineReading;
  statusWords(text: string): StatusWords | null;
  units(text: string): UnitNames;
  unitsAndPersons(text: string): UnitsAndPersons;
  persons(text: string): PersonReading;
  /** Of the persons those who are named by a title or a nickname. */
  titled(text: string): readonly string[];
}

export function openCellMemory(): CellMemory {
  const persons = remembering(readPersons);
  return {
    deadline: openDeadlineMemory(),
    statusWords: remembering((text) => readStatusWords(printedState(text) ?? text)),
    units: remembering(readUnitNames),
    unitsAndPersons: remembering(takePersons),
    persons,
    titled: remembering((text) =>
      persons(text).names.filter((name) => surnameWithTitle(name) !== null || isOfficeAlone(name) || isNickname(name)),
    ),
  };
}

/** Beyond this many different deadlines the memory begins anew. */
const rememberedDeadlines = 2_000;

/** The key holds what may differ in one sheet. A real day is read at once. */
function openDeadlineMemory(): CellMemory['deadline'] {
  const wordsOf = remembering(readDeadlineWords);
  const known = new Map<string, DeadlineReading>();
  return (cell, context) => {
    if (typeof cell.value !== 'string' || cell.value !== cell.text || isDay(cell.value)) {
      return readDeadline(cell, context, wordsOf);
    }
    const { sheetYear, baseDay, baseDayIsOwn, countUnit } = context;
    const key = `${baseDay} ${baseDayIsOwn} ${sheetYear} ${countUnit} ${cell.text}`;
    const before = known.get(key);
    if (before) return before;
    if (known.size >= rememberedDeadlines) known.clear();
    const reading = readDeadline(cell, context, wordsOf);
    known.set(key, reading);
    return reading;
  };
}
