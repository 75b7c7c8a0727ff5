import type { Directory, DirectoryPerson } from './name-matching.js';
import { leaderByTitle } from './title-matching.js';

const person = (name: string, unitIds: string[], post: 'leads' | 'heads' | null): [string, DirectoryPerson[]] => [
  name,
  [{ id: name, name, postUnitIds: unitIds.slice(0, 1), unitIds, leads: post === 'leads', heads: post === 'heads' }],
];
const directory: Directory = {
  unitIds: new Map(),
  looseUnitIds: new Map(),
  formerUnitIds: new Map(),
  aliasUnitIds: new Map(),
  leftNames: new Set(),
  unitNames: new Map(),
  unitLines: new Map(),
  peopleByName: new Map([
    person('陆远', ['bureau'], 'leads'),
    person('陆小明', ['chemicals', 'bureau'], null),
    person('王磊', ['chemicals', 'bureau'], 'heads'),
    person('王芳', ['office', 'bureau'], 'heads'),
    person('张敏', ['bureau'], 'leads'),
    person('张军', ['bureau'], 'leads'),
  ]),
  headedUnitIds: new Set(['chemicals']),
  bureauId: 'bureau',
};

describe('a surname with a title', () => {
  it.each<[name: string, unit: string | null, leader: string | null]>([
    ['陆局', 'chemicals', '陆远'],
    ['王科', 'chemicals', '王磊'],
    ['王主任', 'office', '王芳'],
    // Two in the bureau, none in the unit named; two above the sections; nobody of that name; a full name.
    ['王主任', null, null],
    ['张局', 'chemicals', null],
    ['赵主任', 'office', null],
    ['王磊', 'chemicals', null],
  ])('%s of %s is proposed as %s', (name, unit, leader) => {
    expect(leaderByTitle(directory, name, unit)?.name ?? null).toBe(leader);
  });
});
