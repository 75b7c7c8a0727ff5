import type { Unit } from '../../api/people.js';

/** Units in the order of the tree, each with its depth; one whose parent is not among them stands at the top. */
export function inTree(
  units: readonly Unit[],
  parentId: string | null = null,
  depth = 0,
): { unit: Unit; depth: number }[] {
  const ids = new Set(units.map(({ id }) => id));
  return units
    .filter((unit) => (unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null) === parentId)
    .flatMap((unit) => [{ unit, depth }, ...inTree(units, unit.id, depth + 1)]);
}

/** The unit and all below it: where it cannot be moved to. */
export function withBelow(units: readonly Unit[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const { unit } of inTree(units)) if (unit.parentId !== null && found.has(unit.parentId)) found.add(unit.id);
  return found;
}
