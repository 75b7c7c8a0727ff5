import { isShortUnitName, mayBeShortUnitName, shortUnitKeys, type Day } from '@xiaohao/domain';
import { select, type Queryable } from '@xiaohao/database';
import { loadAliases } from './unit-aliases.queries.js';

/** Units and people as they are today, for finding who a ledger means. */
export interface Directory {
  unitIds: ReadonlyMap<string, string>;
  /** Names without what every bureau puts before them. */
  looseUnitIds: ReadonlyMap<string, readonly string[]>;
  /** By a name a unit bore before, or that of a unit merged into it. */
  formerUnitIds: ReadonlyMap<string, string>;
  /** By a name a person said the unit of. */
  aliasUnitIds: ReadonlyMap<string, string>;
  /** Names a person said are no unit's. */
  leftNames: ReadonlySet<string>;
  unitNames: ReadonlyMap<string, string>;
  /** Each unit and all units above it. */
  unitLines: ReadonlyMap<string, readonly string[]>;
  peopleByName: ReadonlyMap<string, readonly DirectoryPerson[]>;
  /** Units somebody heads, a town's clerk among them. */
  headedUnitIds: ReadonlySet<string>;
  bureauId: string | null;
  /** As it was before units were created for the same ledger: a name means what it meant then. */
  before?: Directory;
}

export interface DirectoryPerson {
  id: string;
  name: string;
  postUnitIds: readonly string[];
  /** Units of the person's posts and all units above them. */
  unitIds: readonly string[];
  /** In charge above the sections. */
  leads: boolean;
  /** Heads a section or a unit of that sort. */
  heads: boolean;
}

/**
 * `exact`; `alias` where a person said so at an import before; `former` where the unit was renamed or took over the one
 * named; `loose` where only a prefix such as 局 or 区 differs and one unit alone fits; `short` where it is short for the
 * name (住建局) of one unit alone.
 */
export interface UnitMatch {
  id: string;
  name: string;
  fit: 'exact' | 'alias' | 'former' | 'loose' | 'short';
}

export async function loadDirectory(db: Queryable, today: Day): Promise<Directory> {
  const units = await select<{ id: string; name: string; parentId: string | null; type: string }>(
    db,
    `select id, name, parent_id as "parentId", type from unit where closed_on is null order by sort, name`,
  );
  const people = await select<
    Pick<DirectoryPerson, 'id' | 'name' | 'leads' | 'heads'> & { unitIds: string[]; headed: string[] }
  >(
    db,
    `select p.id, p.name, array_agg(o.unit_id::text) as "unitIds", bool_or(o.role in ('chief', 'deputy')) as leads,
       bool_or(o.role = 'head') as heads,
       coalesce(array_agg(o.unit_id::text) filter (where o.role in ('head', 'clerk')), '{}') as headed
     from person p join post o on o.person_id = p.id and o.from_on <= $1 and (o.to_on is null or o.to_on >= $1)
     where p.disabled_at is null group by p.id order by p.id`,
    [today],
  );
  const formerUnitIds = await loadFormerNames(db);
  const aliases = await loadAliases(db);
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
  const peopleByName = new Map<string, DirectoryPerson[]>();
  for (const person of people) {
    const { unitIds: postUnitIds, headed: _, ...known } = person;
    const unitIds = postUnitIds.flatMap((id) => withAncestors(id, parents));
    push(peopleByName, plainName(person.name), { ...known, postUnitIds, unitIds });
  }
  const headedUnitIds = new Set(people.flatMap(({ headed }) => headed));
  const looseUnitIds = new Map<string, string[]>();
  for (const unit of units) push(looseUnitIds, looseUnitName(unit.name), unit.id);
  return {
    unitIds: new Map(units.map((unit) => [plainName(unit.name), unit.id])),
    looseUnitIds,
    formerUnitIds,
    aliasUnitIds: new Map(aliases.flatMap(({ name, unitId }) => (unitId === null ? [] : [[name, unitId] as const]))),
    leftNames: new Set(aliases.flatMap(({ name, unitId }) => (unitId === null ? [name] : []))),
    unitNames: new Map(units.map((unit) => [unit.id, unit.name])),
    unitLines: new Map(units.map(({ id }) => [id, withAncestors(id, parents)])),
    peopleByName,
    headedUnitIds,
    bureauId: units.find((unit) => unit.type === 'bureau' && unit.parentId === null)?.id ?? null,
  };
}

/** Of two units that once bore one name the later bearer is meant. */
async function loadFormerNames(db: Queryable): Promise<Map<string, string>> {
  const rows = await select<{ name: string; id: string }>(
    db,
    `with recursive heir as (
       select id, id as heir_id from unit where closed_on is null
       union select u.id, h.heir_id from unit u join heir h on u.merged_into_id = h.id)
     select n.name, h.heir_id as id from unit_history n join heir h on h.id = n.id
     group by n.name, h.heir_id order by max(n.recorded_from)`,
  );
  return new Map(rows.map(({ name, id }) => [plainName(name), id]));
}

export function findUnit(directory: Directory, name: string): UnitMatch | null {
  const before = directory.before ? findUnit(directory.before, name) : null;
  if (before) return before;
  const exact = directory.unitIds.get(plainName(name));
  if (exact) return { id: exact, name: directory.unitNames.get(exact)!, fit: 'exact' };
  const alias = directory.aliasUnitIds.get(plainName(name));
  if (alias) return { id: alias, name: directory.unitNames.get(alias)!, fit: 'alias' };
  const former = directory.formerUnitIds.get(plainName(name));
  if (former) return { id: former, name: directory.unitNames.get(former)!, fit: 'former' };
  const alike = directory.looseUnitIds.get(looseUnitName(name)) ?? [];
  const loose = alike.filter((id) => isOfOneArea(name, directory.unitNames.get(id) ?? ''));
  if (loose.length === 1) return { id: loose[0]!, name: directory.unitNames.get(loose[0]!)!, fit: 'loose' };
  const [short, ...others] = loose.length > 1 ? [] : shortFor(directory, name);
  return short !== undefined && others.length === 0
    ? { id: short, name: directory.unitNames.get(short)!, fit: 'short' }
    : null;
}

/** Asked of every row that names an office nobody bears the name of. */
const shortNames = new WeakMap<Directory, Map<string, readonly string[]>>();

/** Units whose name this is short for; 办公室（综合科） may be either of the two. */
function shortFor(directory: Directory, name: string): readonly string[] {
  let known = shortNames.get(directory);
  if (!known) shortNames.set(directory, (known = new Map()));
  const plain = plainName(name);
  let found = known.get(plain);
  if (!found) known.set(plain, (found = unitsCalled(directory, plain)));
  return found;
}

/** The parts of all names by what names of one unit share. */
const partsByKey = new WeakMap<Directory, ReadonlyMap<string, readonly { id: string; part: string }[]>>();

function partsAlike(directory: Directory, bureau: string | undefined) {
  let known = partsByKey.get(directory);
  if (known) return known;
  const byKey = new Map<string, { id: string; part: string }[]>();
  for (const [id, own] of directory.unitNames) {
    for (const part of partsOf(plainName(own), bureau))
      for (const key of unitKeys(part)) push(byKey, key, { id, part });
  }
  partsByKey.set(directory, (known = byKey));
  return known;
}

function unitsCalled(directory: Directory, plain: string): string[] {
  const bureau = directory.bureauId === null ? undefined : directory.unitNames.get(directory.bureauId);
  const alike = partsAlike(directory, bureau);
  const found = partsOf(plain, bureau).flatMap((part) =>
    unitKeys(part).flatMap((key) => (alike.get(key) ?? []).filter((other) => meansSameUnit(part, other.part))),
  );
  return [...new Set(found.map(({ id }) => id))];
}

/** Two names that mean one unit share one of these. */
export const unitKeys = (name: string): string[] => [`=${looseUnitName(name)}`, ...shortUnitKeys(name)];

/** Whether the first is a way to write the second: the same but for what every bureau puts before it, or short for it. */
export const meansSameUnit = (one: string, other: string): boolean =>
  (looseUnitName(one) === looseUnitName(other) && isOfOneArea(one, other)) || isShortUnitName(one, other);

const bureauBefore = /^.{1,12}?局(?=.{1,10}[科室股队心]$)/;

/** 办公室（综合科） is 办公室 and 综合科; 区应急局宣教科 is a section where the bureau before it is ours. */
function partsOf(plain: string, bureau: string | undefined): string[] {
  const bracketed = /^([^(]{2,})\(([^()]{2,})\)$/.exec(plain);
  const parts = bracketed ? [bracketed[1]!, bracketed[2]!] : [plain];
  return parts.map((part) => {
    const before = bureauBefore.exec(part)?.[0];
    return before && bureau && meansSameUnit(before, plainName(bureau)) ? part.slice(before.length) : part;
  });
}

/** The one unit a name nobody bears may be short for; null where none or several may be. */
export function likelyUnit(directory: Directory, name: string): { id: string; name: string } | null {
  const plain = plainName(name);
  const [likely, ...others] = [...directory.unitNames].filter(([, own]) => mayBeShortUnitName(plain, plainName(own)));
  return likely && others.length === 0 ? { id: likely[0], name: likely[1] } : null;
}

/** Less alike than this nobody would take one for the other. */
const leastLikeness = 0.34;

/** Units whose names come nearest to one nobody bears, the nearest first. */
export function nearestUnits(directory: Directory, name: string, limit: number): { id: string; name: string }[] {
  const wanted = looseUnitName(name);
  const fitting = shortFor(directory, name);
  return [...directory.unitNames]
    .map(([id, own]) => ({
      id,
      name: own,
      likeness: fitting.includes(id) ? 1 : likenessOf(wanted, looseUnitName(own)),
    }))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
    .map(({ id, name: own }) => ({ id, name: own }));
}

/** Shared characters of all characters; one name within the other counts as half the same at least. */
function likenessOf(one: string, other: string): number {
  const left = [...other];
  const shared = [...one].filter((sign) => {
    const at = left.indexOf(sign);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  const likeness = (2 * shared) / ([...one].length + [...other].length);
  return one.includes(other) || other.includes(one) ? Math.max(likeness, 0.5) : likeness;
}

/** Units a row names; `lead` is null where it names one that is not there, `anywhere` holds where it names none. */
export interface RowUnits {
  lead: string | null;
  support: readonly string[];
  anywhere: boolean;
}

export interface FoundPeople {
  people: readonly DirectoryPerson[];
  /** Namesakes of other units, where nobody of the row's own bears the name. */
  elsewhere: readonly DirectoryPerson[];
}

/** People of that name in the lead unit, else in units above it or supporting it; of a row without a lead unit in the whole bureau. */
export function findPeople(directory: Directory, name: string, { lead, support, anywhere }: RowUnits): FoundPeople {
  const all = directory.peopleByName.get(plainName(name)) ?? [];
  const inside = lead === null ? [] : all.filter(({ unitIds }) => unitIds.includes(lead));
  if (inside.length > 0) return { people: inside, elsewhere: [] };
  const above = lead === null ? [] : (directory.unitLines.get(lead) ?? []);
  const near = all.filter(
    ({ postUnitIds, unitIds }) =>
      postUnitIds.some((id) => above.includes(id)) || support.some((id) => unitIds.includes(id)),
  );
  if (near.length > 0) return { people: near, elsewhere: [] };
  return anywhere ? { people: all, elsewhere: [] } : { people: [], elsewhere: all };
}

/** The one leader of that name, the first where several are named; those who lead by post come before namesakes. */
export function findLeader(directory: Directory, names: string): string | null {
  const all = directory.peopleByName.get(plainName(names.split('、')[0]!)) ?? [];
  const leading = all.filter((person) => person.leads);
  const fitting = leading.length > 0 ? leading : all;
  return fitting.length === 1 ? fitting[0]!.id : null;
}

/** 张  三 is 张三, ＡＢ is AB. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}

/** 城关镇人民政府 and 城关镇 are one, and so are 城东街道办事处 and 城东街道, 石桥村委会 and 石桥村, 经开区管委会 and 经开区. */
const townOffice =
  /(?:(?<=[镇乡])(?:人民)?政府|(?<=街道)(?:办事处|办)|(?<=村)(?:民委员会|委会|委)|(?<=社区)(?:居民委员会|居委会)|(?<=区)(?:管理委员会|管委会))$/;

/** 解放街办 is 解放街道办; 北街办 may be the office of 北街. */
const streetOffice = /(?<=[\u4e00-\u9fff]{2})街办(?:事处)?$/;

/** 局办 is 局办公室. */
const ownOffice = /^(?:我|本|区|县|市)?局办$/;

/** 局办公室, 区局办公室 and 办公室 are one; 区农水局 and 农水局 are one. */
export function looseUnitName(name: string): string {
  const plain = plainName(name).replace(streetOffice, '街道').replace(townOffice, '').replace(ownOffice, '办公室');
  const bare = plain.replace(/^(?:[^局]{0,8}应急管理局|我局|本局|区局|县局|市局|局机关|局|区|县|市)(?=.{2,})/, '');
  return bare === '' ? plain : bare;
}

/** 市财政局 is not 县财政局; where one names no level of area, or both the same, they may be one. */
function isOfOneArea(one: string, other: string): boolean {
  const [level, otherLevel] = [one, other].map((name) => /^[区县市](?!局)/.exec(plainName(name))?.[0]);
  return !level || !otherLevel || level === otherLevel;
}

function withAncestors(id: string, parents: ReadonlyMap<string, string | null>): string[] {
  const line: string[] = [];
  for (let at: string | null = id; at !== null && !line.includes(at); at = parents.get(at) ?? null) line.push(at);
  return line;
}

export function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
