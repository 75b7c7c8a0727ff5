import { looseUnitName, meansSameUnit, plainName } from './name-matching.js';

/** Only these are written short: names of places and firms are proper names, and there may be thousands of them. */
const office = /[局委办队心科处股室站所厅会]$/;

/**
 * Names nobody bears, each with the other ways the same unit is written, the fullest first: 城关镇人民政府, 城关镇. A name
 * that may be short for several stands alone.
 */
export function groupNames(names: readonly string[]): (readonly [name: string, ...others: string[]])[] {
  const plain = [...new Set(names.map(plainName))];
  const groups: [string, ...string[]][] = [];
  const byLooseName = new Map<string, [string, ...string[]][]>();
  const offices: [string, ...string[]][] = [];
  for (const name of [...plain].sort((a, b) => b.length - a.length)) {
    const near = [...(byLooseName.get(looseUnitName(name)) ?? []), ...(office.test(name) ? offices : [])];
    const [same, ...more] = [...new Set(near)].filter(([full]) => meansSameUnit(name, full));
    if (same && more.length === 0) {
      same.push(name);
      continue;
    }
    const group: [string, ...string[]] = [name];
    groups.push(group);
    byLooseName.set(looseUnitName(name), [...(byLooseName.get(looseUnitName(name)) ?? []), group]);
    if (office.test(name)) offices.push(group);
  }
  const firstOf = (group: readonly string[]) => Math.min(...group.map((name) => plain.indexOf(name)));
  return groups.sort((a, b) => firstOf(a) - firstOf(b));
}
