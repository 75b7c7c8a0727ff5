import { isShortUnitName, mayBeShortUnitName } from './unit-short-names.js';

it.each([
  ['区住建局', '云栖区住房和城乡建设局'],
  ['住建局', '区住房和城乡建设局'],
  ['区应急管理局', '云栖区应急管理局'],
  ['应急管理局', '云栖区应急管理局'],
  ['区教体局', '区教育体育局'],
  ['区应急局', '云栖区应急管理局'],
  ['市监局', '区市场监督管理局'],
  ['区市监局', '市场监督管理局'],
  ['发改委', '发展和改革委员会'],
  ['卫健委', '县卫生健康委员会'],
  ['政府办', '政府办公室'],
  ['宣教科', '宣传教育科'],
  ['危化科', '危险化学品监督管理科'],
])('%s is short for %s', (short, full) => {
  expect(isShortUnitName(short, full)).toBe(true);
});

it.each([
  ['市住建局', '区住房和城乡建设局', 'of another area'],
  ['市应急管理局', '云栖区应急管理局', 'of another area'],
  ['云溪区应急管理局', '云栖区应急管理局', 'of another area'],
  ['住建科', '住房和城乡建设局', 'another kind of office'],
  ['建设局', '住房和城乡建设局', 'begins elsewhere'],
  ['住城建局', '建设住房和城乡局', 'in another order'],
  ['住科', '住房科', 'too short'],
  ['住建局', '住建局', 'the same'],
  ['云栖镇', '云栖湖镇', 'a place'],
  ['云上公司', '云上化工公司', 'a firm'],
  ['执法大队', '执法中心', 'another kind of office'],
])('%s is not short for %s: %s', (short, full) => {
  expect(isShortUnitName(short, full)).toBe(false);
});

it.each([
  ['法规科', '政策法规科', true],
  ['指挥中心', '应急指挥中心', true],
  ['区指挥中心', '应急指挥中心', true],
  ['火灾科', '森林防灭火科', false],
  ['指挥科', '应急指挥中心', false],
  ['科', '政策法规科', false],
  ['一科', '政策法规科', false],
  ['云栖镇', '云栖湖镇', false],
])('%s may be short for %s: %s', (short, full, may) => {
  expect(mayBeShortUnitName(short, full)).toBe(may);
});

describe('a short name that says a place and no work', () => {
  it.each([
    ['北街街道办', '北街街道安监办'],
    ['北街街办', '北街街道安监办'],
    ['北街办', '北街街道党政办'],
    ['石桥镇办', '石桥镇应急管理办公室'],
    ['石桥所', '石桥镇派出所'],
    ['石桥所', '石桥派出所'],
    ['石桥所', '石桥司法所'],
  ])('%s is not %s', (short, full) => {
    expect(isShortUnitName(short, full)).toBe(false);
    expect(mayBeShortUnitName(short, full)).toBe(false);
  });

  it('says no office of a place where it names none: 街道办 beside 北街街道安监办', () => {
    expect(mayBeShortUnitName('街道办', '北街街道安监办')).toBe(false);
  });

  it.each([
    ['北街安监办', '北街街道安监办'],
    ['北街办', '北街街道办事处'],
    ['北街办', '北街街道'],
    ['北街办事处', '北街街道'],
    ['石桥应急办', '石桥镇应急管理办公室'],
    ['石桥派出所', '石桥镇派出所'],
    ['城关执法队', '城关镇执法队'],
    ['执法队', '执法大队'],
  ])('%s is short for %s', (short, full) => {
    expect(isShortUnitName(short, full)).toBe(true);
  });
});
