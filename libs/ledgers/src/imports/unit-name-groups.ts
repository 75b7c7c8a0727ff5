import { looseUnitName, meansSameUnit, plainName, push, unitKeys } from './name-matching.js';

/** Only these are written short: names of places and firms are proper names, and there may be thousands of them. */
const office = /[局委办队心科处股室站所厅会]$/;

/** Among more than these a short name says nothing of which is meant. */
const mostAlike = 200;

type Names = [name: string, ...others: string[]];

/**
 * Names nobody bears, each with the other ways the same unit is written, the fullest first: 城关镇人民政府, 城关镇. A name
 * that may be short for several stands alone.
 */
export function groupNames(names: readonly string[]): (readonly [name: string, ...others: string[]])[] {
  const places = new Map<string, number>();
  for (const name of names.map(plainName)) if (!places.has(name)) places.set(name, places.size);
  const groups: Names[] = [];
  const alike = new Map<string, Names[]>();
  for (const name of [...places.keys()].sort((a, b) => b.length - a.length)) {
    const near = new Set(keysOf(name).flatMap((key) => alike.get(key) ?? []));
    const [same, ...more] = near.size > mostAlike ? [] : [...near].filter(([full]) => meansSameUnit(name, full));
    if (same && more.length === 0) {
      same.push(name);
      continue;
    }
    const group: Names = [name];
    groups.push(group);
    for (const key of keysOf(name)) push(alike, key, group);
  }
  const firstOf = (group: readonly string[]) =>
    group.reduce((least, name) => Math.min(least, places.get(name)!), Infinity);
  const first = new Map(groups.map((group) => [group, firstOf(group)]));
  return groups.sort((a, b) => first.get(a)! - first.get(b)!);
}

/** Only an office is looked for by how it begins and ends. */
const keysOf = (name: string) => (office.test(name) ? unitKeys(name) : [`=${looseUnitName(name)}`]);
