import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { BureauParameter, execute, newId, Person, Post, PostCharge, Source, SourceItem, Unit } from '@xiaohao/database';
import type { Role } from '@xiaohao/domain';
import { hashPassword } from '@xiaohao/org';

export const testPassword = 'a-long-test-password';

/** A small bureau of its own for one suite: a person for every role, two sections, two deputies, a town. */
export interface TestBureau {
  units: Record<'bureau' | 'leaders' | 'office' | 'chemicals' | 'relief' | 'town', string>;
  people: Record<string, string>;
  sourceId: string;
  itemIds: string[];
}

const people: readonly [
  username: string,
  name: string,
  role: Role,
  unit: keyof TestBureau['units'],
  charge?: string[],
][] = [
  ['admin', '管理员', 'admin', 'office'],
  ['chief', '局长甲', 'chief', 'leaders'],
  ['deputy', '分管甲', 'deputy', 'leaders', ['chemicals']],
  ['deputy2', '分管乙', 'deputy', 'leaders', ['relief']],
  ['inspection', '巡察办甲', 'inspection', 'office'],
  ['liaison', '联络员甲', 'liaison', 'office'],
  ['supervision', '督查甲', 'supervision', 'office'],
  ['safety', '安委办甲', 'safety', 'office'],
  ['office', '办公室甲', 'office', 'office'],
  ['head', '科长甲', 'head', 'chemicals'],
  ['handler', '承办甲', 'handler', 'chemicals'],
  ['handler2', '承办乙', 'handler', 'chemicals'],
  ['head2', '科长乙', 'head', 'relief'],
  ['handler3', '承办丙', 'handler', 'relief'],
  ['clerk', '镇办甲', 'clerk', 'town'],
  ['stats', '统计甲', 'stats', 'relief'],
  ['auditor', '审计甲', 'auditor', 'office'],
];

let passwordHash: Promise<string> | undefined;

export async function buildBureau(owner: DataSource, from = '2020-01-01'): Promise<TestBureau> {
  passwordHash ??= hashPassword(testPassword);
  const hash = await passwordHash;
  const names = {
    bureau: '测试局',
    leaders: '局领导',
    office: '局办公室',
    chemicals: '危化科',
    relief: '减灾救灾科',
    town: '云栖镇',
  };
  const units = Object.fromEntries(Object.keys(names).map((key) => [key, newId()])) as TestBureau['units'];
  const bureau: TestBureau = { units, people: {}, sourceId: newId(), itemIds: [newId(), newId()] };
  await owner.transaction(async (tx) => {
    for (const [key, name] of Object.entries(names)) {
      const top = key === 'bureau' || key === 'town';
      const type = key === 'bureau' ? 'bureau' : key === 'town' ? 'town' : 'section';
      await tx.insert(Unit, { id: units[key as keyof typeof units], name, type, parentId: top ? null : units.bureau });
    }
    for (const [username, name, role, unit, charge = []] of people) {
      const [personId, postId] = [newId(), newId()];
      bureau.people[username] = personId;
      await tx.insert(Person, { id: personId, username, name, email: `${username}@test.invalid`, passwordHash: hash });
      await tx.insert(Post, { id: postId, personId, unitId: units[unit], role, fromOn: from });
      for (const key of charge) await tx.insert(PostCharge, { postId, unitId: units[key as keyof typeof units] });
    }
    await tx.insert(BureauParameter, { key: 'bureau_name', value: '测试局' });
    await tx.insert(Source, {
      id: bureau.sourceId,
      kind: 'inspection_issue',
      name: '测试巡察',
      feedbackOn: '2026-01-15',
    });
    await tx.insert(
      SourceItem,
      bureau.itemIds.map((id, index) => ({ id, sourceId: bureau.sourceId, no: index + 1, title: `第${index + 1}项` })),
    );
  });
  return bureau;
}

/** Opens a session without the cost of a password; returns the cookie's value. */
export async function openTestSession(owner: DataSource, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await execute(
    owner,
    `insert into session (token_hash, person_id, expires_at) values ($1, $2, now() + interval '1 day')`,
    [createHash('sha256').update(token).digest('hex'), personId],
  );
  return token;
}
