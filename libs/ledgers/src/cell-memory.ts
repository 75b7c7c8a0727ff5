import {
  readDeadline,
  readPersonNames,
  readUnitNames,
  type DeadlineCell,
  type DeadlineContext,
  type DeadlineReading,
  type UnitNames,
} from '@xiaohao/domain';

/** Readings of one sheet's cells. A ledger repeats few deadlines, units and people in many rows. */
export interface CellMemory {
  /** Contexts of one sheet differ in their base day and count unit alone. */
  deadline(cell: DeadlineCell, context: DeadlineContext): DeadlineReading;
  units(text: string): UnitNames;
  persons(text: string): readonly string[];
}

/** Beyond this many different texts there is little to gain from keeping more. */
const rememberedTexts = 5_000;

export function openCellMemory(): CellMemory {
  const deadlines = new Map<string, DeadlineReading>();
  const units = new Map<string, UnitNames>();
  const persons = new Map<string, readonly string[]>();
  return {
    deadline: (cell, context) => {
      const { baseDay, baseDayIsOwn, countUnit } = context;
      const seen = [cell.value, typeof cell.value, cell.text, cell.numberFormat, baseDay, baseDayIsOwn, countUnit];
      return remembered(deadlines, seen.join('\u0000'), () => readDeadline(cell, context));
    },
    units: (text) => remembered(units, text, () => readUnitNames(text)),
    persons: (text) => remembered(persons, text, () => readPersonNames(text)),
  };
}

function remembered<Reading>(known: Map<string, Reading>, key: string, read: () => Reading): Reading {
  const before = known.get(key);
  if (before !== undefined) return before;
  const reading = read();
  if (known.size < rememberedTexts) known.set(key, reading);
  return reading;
}
