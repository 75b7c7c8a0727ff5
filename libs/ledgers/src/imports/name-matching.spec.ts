import {
  findLeader,
  findPeople,
  findUnit,
  likelyUnit,
  nearestUnits,
  plainName,
  type Directory,
  type DirectoryPerson,
} from './name-matching.js';
import { matchRow } from './row-judgement.js';
import { unitTypeOf } from './new-units.js';
import type { PreviewTicket } from '../reading/preview.js';
import { matchTicket } from './ticket-match.js';
import type { StoredSheet } from '../reading/stored-reading.js';
import { groupNames } from './unit-name-groups.js';

const person = (id: string, unitIds: string[], leads = false, heads = false): DirectoryPerson => ({
  id,
  name: id,
  postUnitIds: unitIds.slice(0, 1),
  unitIds,
  leads,
  heads,
});
const directory: Directory = {
  unitIds: new Map([
    ['危化科', 'chemicals'],
    ['局办公室', 'office'],
    ['区农水局', 'water'],
  ]),
  looseUnitIds: new Map([
    ['危化科', ['chemicals']],
    ['办公室', ['office']],
    ['农水局', ['water']],
    ['执法大队', ['one', 'two']],
  ]),
  formerUnitIds: new Map([['安监科', 'chemicals']]),
  aliasUnitIds: new Map(),
  leftNames: new Set(),
  unitNames: new Map([
    ['chemicals', '危化科'],
    ['office', '局办公室'],
    ['water', '区农水局'],
  ]),
  unitLines: new Map([
    ['chemicals', ['chemicals', 'bureau']],
    ['water', ['water', 'district']],
  ]),
  peopleByName: new Map([
    ['王磊', [person('a', ['chemicals', 'bureau']), person('b', ['office', 'bureau'])]],
    ['李敏', [person('c', ['office', 'bureau'])]],
    ['陈安', [person('f', ['bureau'])]],
    ['周正', [person('d', ['chemicals']), person('e', ['leaders'], true)]],
  ]),
  headedUnitIds: new Set(['chemicals']),
  bureauId: 'bureau',
};

it.each([
  ['石桥村民委员会', '石桥村委会', '石桥村委', '石桥村'],
  ['青石社区居民委员会', '青石社区居委会', '青石社区'],
  ['经开区管委会', '经开区'],
])('%s is one unit however it is written', (...names) => {
  expect(groupNames([...names].reverse())).toEqual([names]);
});

it('several ways to write one unit nobody bears are one, the fullest first; what may be short for two stands alone', () => {
  expect(groupNames(['城关镇', '县住建局', '城关镇人民政府', '城关镇政府', '住房和城乡建设局', '危化科'])).toEqual([
    ['城关镇人民政府', '城关镇政府', '城关镇'],
    ['住房和城乡建设局', '县住建局'],
    ['危化科'],
  ]);
  expect(groupNames(['区教育局', '市教育局', '教育局'])).toEqual([['区教育局'], ['市教育局'], ['教育局']]);
  expect(groupNames(['宏达公司', '宏达木业公司'])).toEqual([['宏达公司'], ['宏达木业公司']]);
});

it.each(['云栖镇政府', '云栖镇人民政府', '云栖镇'])('%s is the town of that name', (name) => {
  const towns = {
    ...directory,
    looseUnitIds: new Map([['云栖镇', ['town']]]),
    unitNames: new Map([['town', '云栖镇']]),
  };
  expect(findUnit(towns, name)).toMatchObject({ id: 'town' });
});

describe('a unit', () => {
  it.each([
    ['危化科', 'chemicals', 'exact'],
    ['危 化 科', 'chemicals', 'exact'],
    ['局办公室', 'office', 'exact'],
    ['办公室', 'office', 'loose'],
    ['区应急管理局危化科', 'chemicals', 'loose'],
    ['农水局', 'water', 'loose'],
    ['安监科', 'chemicals', 'former'],
  ])('%s is %s, %s', (name, id, fit) => {
    expect(findUnit(directory, name)).toMatchObject({ id, fit });
  });

  it('of a city is none of the county’s', () => {
    const county: Directory = {
      ...directory,
      unitIds: new Map([['县财政局', 'finance']]),
      looseUnitIds: new Map([['财政局', ['finance']]]),
      unitNames: new Map([['finance', '县财政局']]),
    };
    expect(findUnit(county, '市财政局')).toBeNull();
    expect(findUnit(county, '财政局')).toMatchObject({ id: 'finance', fit: 'loose' });
  });

  it.each(['信访科', '执法大队', '科', ''])('%j is none we know, or more than one', (name) => {
    expect(findUnit(directory, name)).toBeNull();
  });
});

describe('an office called by a short name', () => {
  const named = (...names: string[]): Directory => ({
    ...directory,
    unitIds: new Map(),
    looseUnitIds: new Map(),
    formerUnitIds: new Map(),
    unitNames: new Map(names.map((name) => [name, name])),
    headedUnitIds: new Set<string>(),
    bureauId: '云栖区应急管理局',
  });
  const bureau = named(
    '云栖区应急管理局',
    '区住房和城乡建设局',
    '区教育体育局',
    '宣传教育科',
    '办公室',
    '应急指挥科',
    '应急保障科',
    '云栖湖镇',
  );

  it.each([
    ['区住建局', '区住房和城乡建设局'],
    ['教体局', '区教育体育局'],
    ['区应急局', '云栖区应急管理局'],
    ['宣教科', '宣传教育科'],
    ['区应急局宣教科', '宣传教育科'],
    ['办公室（综合科）', '办公室'],
  ])('%s is %s, told as read so', (name, id) => {
    expect(findUnit(bureau, name)).toEqual({ id, name: id, fit: 'short' });
  });

  it.each(['应急科', '区住建局法规科', '市住建局', '云栖镇', '区教体局宣教科'])('%s is nobody for certain', (name) => {
    expect(findUnit(bureau, name)).toBeNull();
  });

  it('that may be one of two offers both before all others', () => {
    expect(nearestUnits(bureau, '应急科', 2).map(({ name }) => name)).toEqual(['应急指挥科', '应急保障科']);
    const two = named('办公室', '综合科');
    expect(findUnit(two, '办公室（综合科）')).toBeNull();
    expect(nearestUnits(two, '办公室（综合科）', 3).map(({ name }) => name)).toEqual(['办公室', '综合科']);
  });

  it('that may be short for one unit alone but for its beginning proposes it', () => {
    const likely = (...units: string[]) => likelyUnit(named(...units), '法规科')?.name ?? null;
    expect(likely('政策法规科', '危化科')).toBe('政策法规科');
    expect(likely('政策法规科', '执法法规科')).toBeNull();
    expect(likely('危化科')).toBeNull();
  });

  it('is the same as its whole name: 局办 is 局办公室', () => {
    expect(findUnit(directory, '局办')).toMatchObject({ id: 'office', fit: 'loose' });
  });
});

describe('a person', () => {
  const found = (name: string, lead: string | null, support: string[] = [], anywhere = lead === null) => {
    const { people, elsewhere } = findPeople(directory, name, { lead, support, anywhere });
    return { people: people.map(({ id }) => id), elsewhere: elsewhere.map(({ id }) => id) };
  };

  it('is looked for inside the lead unit, then above it and in supporting units', () => {
    expect(found('王磊', 'chemicals')).toEqual({ people: ['a'], elsewhere: [] });
    expect(found('陈安', 'chemicals')).toEqual({ people: ['f'], elsewhere: [] });
    expect(found('李敏', 'chemicals', ['office'])).toEqual({ people: ['c'], elsewhere: [] });
    expect(found('无此人', 'chemicals')).toEqual({ people: [], elsewhere: [] });
  });

  it('of another unit than those the row names is a namesake; where it names none, the whole bureau is looked through', () => {
    expect(found('李敏', 'chemicals')).toEqual({ people: [], elsewhere: ['c'] });
    expect(found('王磊', 'water')).toEqual({ people: [], elsewhere: ['a', 'b'] });
    expect(found('李敏', null, [], false)).toEqual({ people: [], elsewhere: ['c'] });
    expect(found('王 磊', null)).toEqual({ people: ['a', 'b'], elsewhere: [] });
  });

  it.each([
    ['危化科', '由牵头单位负责人办理'],
    ['区农水局', '牵头单位还没有负责人账号，承办人暂缺'],
    ['石桥村委会', '牵头单位将新建，还没有负责人，承办人暂缺'],
  ])('of another unit than %s is told with it and is no handler: %s', (leadUnit, handler) => {
    const row = { leadUnit, supportUnits: [], persons: ['李敏'], leader: null, status: 'not_started' };
    const places = { leadUnit: 'B2', supportUnit: () => 'B2', person: () => 'C2', leader: 'D2' };
    const match = matchTicket(row as unknown as PreviewTicket, directory, places, { createUnits: true });
    expect([match.handlerId, match.persons]).toEqual([null, [{ name: '李敏', personId: null }]]);
    expect(match.findings.at(-1)).toMatchObject({ code: 'personElsewhere', cell: 'C2' });
    expect(match.findings.at(-1)!.message).toBe(`“李敏”在局办公室，不是牵头单位的人，未设为承办人，${handler}`);
  });

  it('whom nobody knows leaves a ticket that is in the ledger with whoever handles it', () => {
    const row = { leadUnit: '危化科', supportUnits: [], persons: ['无此人'], leader: null, status: 'in_progress' };
    const places = { leadUnit: 'B2', supportUnit: () => 'B2', person: () => 'C2', leader: 'D2' };
    const options = { createUnits: false, onlyPresent: true };
    const match = matchTicket(row as unknown as PreviewTicket, directory, places, options);
    expect(match.findings.map(({ message }) => message)).toEqual(['系统中没有“无此人”，此事项的承办人不变']);
  });

  it('leads by post before a namesake does', () => {
    expect(findLeader(directory, '周正')).toBe('e');
    expect(findLeader(directory, '周正、李敏')).toBe('e');
    expect(findLeader(directory, '王磊')).toBeNull();
  });
});

it('a supporting unit or a person nobody knows is told where it is named', () => {
  const column = (letters: string, at: number, meaning: string) => ({ letters, column: at, meaning, strength: 3 });
  const sheet = { name: '台账', read: [column('B', 2, 'leadUnit'), column('C', 3, 'supportUnits')] };
  const cells = { B: { at: 'B6', text: '危化科、县供销社 赵六' }, C: { at: 'C6', text: '县 城管局' } };
  const preview = {
    row: 6,
    leadUnit: '危化科',
    supportUnits: ['县供销社', '县城管局'],
    persons: ['赵六'],
    leader: null,
  };
  const row = { preview, raw: { rows: [{ row: 6, cells }] } } as unknown as Parameters<typeof matchRow>[0];
  const scope = { kinds: [], ownUnitId: null, unitIds: [] };
  const match = matchRow(row, sheet as unknown as StoredSheet, { directory, scope }, { createUnits: false });
  expect(match.findings.map(({ cell, raw }) => `${cell} ${raw}`)).toEqual(['B6 县供销社', 'C6 县城管局', 'B6 赵六']);
});

it('reads names by their characters alone', () => {
  expect(plainName(' 张　 三\n')).toBe('张三');
});

it.each([
  ['危化科', 'section'],
  ['应急指挥中心', 'section'],
  ['县应急管理局危化科', 'section'],
  ['县应急管理综合行政执法大队', 'section'],
  ['执法监察大队', 'section'],
  ['消防救援大队', 'member'],
  ['市公安局交警支队', 'member'],
  ['住建局质安科', 'member'],
  ['县疾病预防控制中心', 'member'],
  ['气象站', 'member'],
  ['区农水局', 'member'],
  ['总工会', 'member'],
  ['云栖镇', 'town'],
  ['城关镇人民政府', 'town'],
  ['白沙乡政府', 'town'],
  ['城东街道办', 'town'],
  ['高新区管委会', 'town'],
  ['经开区', 'town'],
  ['云上化工有限公司', 'enterprise'],
  ['顺达加油站', 'enterprise'],
  ['第三建筑公司（滨河工地）', 'enterprise'],
  ['城关镇中心小学', 'external'],
  ['青石乡卫生院', 'external'],
  ['各业务科室', 'group'],
  ['局党委班子成员', 'group'],
])('a new unit %s is a %s', (name, type) => {
  expect(unitTypeOf(name)).toBe(type);
});

it('a file may name thousands of units nobody bears, alike in how they begin and end', () => {
  const sign = (at: number) =>
    String.fromCharCode(0x4e00 + (at % 3000)) + String.fromCharCode(0x5000 + ((at * 7) % 2000));
  const different = Array.from({ length: 5000 }, (_, at) => `${sign(at)}${sign(at * 3)}监管科`);
  expect(groupNames(different).length).toBeGreaterThan(4990);
  const alike = Array.from({ length: 5000 }, (_, at) => `安${sign(at)}${sign(at * 3)}监管科`);
  expect(groupNames(alike).length).toBeGreaterThan(4990);
});
