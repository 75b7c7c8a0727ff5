import { isEmail } from 'class-validator';
import { select, type Queryable } from '@xiaohao/database';
import { roles, usernamePattern, type Role } from '@xiaohao/domain';
import { peopleSheetWords, roleLabels } from '@xiaohao/messages';
import type { PeopleColumn, PeopleRow } from './people-sheet.js';

/** What keeps a row from being taken, and the cell it stands in. */
export interface PeopleProblem {
  row: number;
  column: PeopleColumn;
  /** As the sheet says it, e.g. 单位. */
  heading: string;
  message: string;
}

/** A row with what is to become of it. */
export interface JudgedPerson {
  row: PeopleRow;
  role: Role | null;
  unitId: string | null;
  chargeUnitIds: string[];
  /** True where the sheet gave none. */
  usernameProposed: boolean;
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');
const phonePattern = /^\+?[0-9][0-9 -]{4,19}$/;
const longest: Readonly<Partial<Record<PeopleColumn, number>>> = { name: 50, username: 50, email: 200 };

/** Judges rows against the accounts and units of now; proposes `p1001`, `p1002`, … where no username is given. */
export async function judgePeople(
  db: Queryable,
  given: readonly PeopleRow[],
): Promise<{ people: JudgedPerson[]; problems: PeopleProblem[] }> {
  const units = await select<{ id: string; name: string }>(db, 'select id, name from unit where closed_on is null');
  const unitIds = new Map(units.map(({ id, name }) => [plain(name), id]));
  const taken = new Set(
    (await select<{ username: string }>(db, 'select lower(username) as username from person')).map(
      (row) => row.username,
    ),
  );
  const propose = proposer(taken, given);
  const firstRows = new Map<string, number>();
  const problems: PeopleProblem[] = [];
  const people = given.map((written): JudgedPerson => {
    const usernameProposed = written.username === '';
    const row = usernameProposed ? { ...written, username: propose() } : written;
    const tell = (column: PeopleColumn, message: string) =>
      problems.push({ row: row.row, column, heading: peopleSheetWords[column][0], message });
    for (const [column, limit] of Object.entries(longest) as [PeopleColumn, number][]) {
      if (row[column].length > limit) tell(column, `过长，最多 ${limit} 个字`);
    }
    if (row.name === '') tell('name', '没有填写');
    checkUsername(row, taken, firstRows, tell);
    if (row.email && !isEmail(row.email)) tell('email', `“${row.email}”不是邮箱地址`);
    if (row.phone && !phonePattern.test(row.phone.normalize('NFKC'))) tell('phone', `“${row.phone}”不是电话号码`);
    const unitId = unitIds.get(plain(row.unit)) ?? null;
    if (unitId === null) tell('unit', row.unit === '' ? '没有填写' : `没有单位“${row.unit}”，请先添加单位`);
    const role = roleOf(row.role);
    if (role === null) tell('role', row.role === '' ? '没有填写' : `没有角色“${row.role}”`);
    const names = row.charge
      .split(/[、,，;；\n]/)
      .map(plain)
      .filter(Boolean);
    const unknown = names.filter((name) => !unitIds.has(name));
    if (unknown.length > 0) tell('charge', `没有单位“${unknown.join('、')}”`);
    if (names.length > 0 && role !== null && role !== 'deputy') tell('charge', '只有分管领导有分管单位');
    const chargeUnitIds = names.flatMap((name) => unitIds.get(name) ?? []);
    return { row, role, unitId, chargeUnitIds, usernameProposed };
  });
  return { people, problems };
}

function checkUsername(
  { row, username }: PeopleRow,
  taken: ReadonlySet<string>,
  firstRows: Map<string, number>,
  tell: (column: PeopleColumn, message: string) => void,
): void {
  const key = username.toLowerCase();
  const first = firstRows.get(key);
  if (!usernamePattern.test(username)) tell('username', `“${username}”只能用文字、数字和 . _ -`);
  else if (taken.has(key)) tell('username', `账号“${username}”已存在`);
  else if (first !== undefined) tell('username', `账号“${username}”与第 ${first} 行重复`);
  else firstRows.set(key, row);
}

/** 分管领导, 局长 of 局长/书记, or the code. */
function roleOf(written: string): Role | null {
  const word = plain(written);
  if (word === '') return null;
  return (
    roles.find(
      (role) =>
        role === word || plain(roleLabels[role][0]).split('/').includes(word) || plain(roleLabels[role][0]) === word,
    ) ?? null
  );
}

/** Numbers after every one given so far, in accounts and in the sheet. */
function proposer(taken: ReadonlySet<string>, given: readonly PeopleRow[]): () => string {
  const names = new Set([...taken, ...given.map(({ username }) => username.toLowerCase())]);
  const numbers = [...names].flatMap((name) => /^p(\d{1,9})$/.exec(name)?.[1] ?? []).map(Number);
  let last = Math.max(1000, ...numbers);
  return () => `p${(last += 1)}`;
}
