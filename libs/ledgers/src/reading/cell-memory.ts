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
      const { value, text = '', numberFormat = '' } = cell;
      const { baseDay = '', baseDayIsOwn = '', countUnit = '' } = context;
      // Built by hand: this is asked several times of every row.
      const seen = `${value}\0${typeof value}\0${text}\0${numberFormat}\0${baseDay}\0${baseDayIsOwn}\0${countUnit}`;
      return deadlines.get(seen) ?? remember(deadlines, seen, readDeadline(cell, context));
    },
    units: (text) => units.get(text) ?? remember(units, text, readUnitNames(text)),
    persons: (text) => persons.get(text) ?? remember(persons, text, readPersonNames(text)),
  };
}

function remember<Reading>(known: Map<string, Reading>, key: string, reading: Reading): Reading {
  if (known.size < rememberedTexts) known.set(key, reading);
  return reading;
}
