import { readStatus, type StatusColumns } from './status-columns.js';

const says = (columns: StatusColumns) => {
  const { status, basic } = readStatus(columns);
  return basic ? `${status} basic` : status;
};

describe('competing status columns', () => {
  it.each<[expected: string, columns: StatusColumns]>([
    ['closed', { struckOff: ['是'], status: ['整改中'], percent: [{ value: '50%' }], progress: ['正在推进'] }],
    ['closed', { struckOff: ['√'] }],
    ['closed', { struckOff: ['合格'], status: ['未整改'] }],
    ['closed', { struckOff: ['已销号'] }],
    ['closed', { struckOff: ['复查合格'] }],
    ['completed', { struckOff: ['否'], progress: ['已完成整改'] }],
    ['completed', { struckOff: ['否'], status: ['已完成'] }],
    ['completed', { struckOff: ['未销号'], percent: [{ value: 1, numberFormat: '0%' }] }],
    ['completed', { struckOff: ['待销号'], progress: ['已整改到位'] }],
    ['in_progress', { struckOff: ['否'], progress: ['正在整改'] }],
    ['not_started', { struckOff: ['否'] }],
    ['not_started', { struckOff: ['暂缓销号'] }],
    ['not_started', { struckOff: ['准备验收'] }],
    ['not_started', { struckOff: ['达到销号标准'] }],
    ['completed', { struckOff: ['镇级已验收，待区级验收'] }],
    ['in_progress', { struckOff: ['整改不彻底'], progress: ['已完成整改'] }],
    ['closed', { struckOff: ['审核通过'] }],
    ['closed', { struckOff: ['经现场复查，隐患已消除'] }],
    ['not_started', { struckOff: ['否'], status: ['未启动'] }],
    ['in_progress', { struckOff: ['不合格'], status: ['已完成'] }],
    ['in_progress', { struckOff: ['复查未通过'] }],
    ['completed', { status: ['已完成'], percent: [{ value: '60%' }], progress: ['正在推进'] }],
    ['in_progress', { status: ['整改中'], percent: [{ value: 100 }], progress: ['已整改完成'] }],
    ['completed', { percent: [{ value: 100 }], progress: ['正在推进'] }],
    ['not_started', { percent: [{ value: 0 }], progress: ['正在准备'] }],
    ['in_progress', { percent: [{ value: 0.6, numberFormat: '0%' }] }],
    ['completed', { progress: ['申请销号'] }],
    ['completed', { status: ['待复查'], progress: ['已更换灭火器2具'] }],
    ['completed', { struckOff: ['待验收'] }],
    ['in_progress', { status: ['待验收'], progress: ['正在整改'] }],
    ['in_progress', { status: ['待验收'], percent: [{ value: '60%' }] }],
    ['in_progress', { status: ['待审核'] }],
    ['completed', { progress: ['查无实据'], endedOnIsFilled: true }],
    ['in_progress', { progress: ['查无实据'] }],
    ['in_progress', { progress: ['等待鉴定结果'], endedOnIsFilled: true }],
    ['in_progress', { status: ['整改中'], endedOnIsFilled: true }],
    ['completed', { opinions: ['同意办结'] }],
    ['closed', { opinions: ['同意办结'], reviewedOnIsFilled: true }],
    ['closed', { opinions: ['4月1日同意办结'], progress: ['已报市政府'] }],
    ['closed', { opinions: ['同意办结'], status: ['已销号'] }],
    ['in_progress', { opinions: ['同意办结'], status: ['整改中'] }],
    ['closed', { progress: ['经复查合格，已销号'] }],
    ['ongoing basic', { progress: ['基本完成'] }],
    ['ongoing', { status: ['长期坚持'] }],
    ['in_progress', { progress: ['召开专题会议，制定方案'] }],
    ['closed', { status: ['已完成'], struckOffOnIsFilled: true }],
    ['closed', { struckOffOnIsFilled: true }],
    ['completed', { struckOff: ['否'], status: ['已完成'], struckOffOnIsFilled: true }],
    ['in_progress', { status: ['整改中'], completedOnIsFilled: true }],
    ['completed', { completedOnIsFilled: true }],
    ['closed', { status: ['已办结'], completedOnIsFilled: true }],
    ['completed', { status: ['已办结'] }],
    ['completed', { struckOff: ['属实'], status: ['已完成'] }],
    ['completed', { struckOff: ['取缔'], status: ['是'] }],
    ['not_started', { struckOff: ['属实'], status: ['未启动'] }],
    ['in_progress', { struckOff: ['属实'] }],
    ['in_progress', { struckOff: ['整改中'], status: ['已完成'] }],
    ['unknown', {}],
    ['unknown', { status: ['/'], progress: ['—'] }],
  ])('%s from %j', (expected, columns) => {
    expect(says(columns)).toBe(expected);
  });

  it.each(['未完成', '否', '×'])('%s means not begun only where no progress is written', (status) => {
    expect(says({ status: [status] })).toBe('not_started');
    expect(says({ status: [status], progress: ['未启动'] })).toBe('not_started');
    expect(says({ status: [status], progress: ['正在协调资金'] })).toBe('in_progress');
    expect(says({ status: [status], percent: [{ value: '30%' }] })).toBe('in_progress');
  });

  it('names the text that decided', () => {
    expect(readStatus({ struckOff: ['是'], progress: ['已完成'] }).raw).toBe('是');
    expect(readStatus({ struckOff: ['否'], progress: ['已完成'] }).raw).toBe('已完成');
    expect(readStatus({ struckOffOnIsFilled: true }).raw).toBeNull();
  });

  it('says what it could not settle', () => {
    expect(readStatus({}).issues).toEqual([{ code: 'statusUnknown', args: { raw: '' } }]);
    expect(readStatus({ struckOff: ['否'], status: ['已销号'] })).toMatchObject({
      status: 'completed',
      issues: [{ code: 'statusConflict' }],
    });
    expect(readStatus({ percent: [{ value: '120%' }], progress: ['正在推进'] })).toMatchObject({
      status: 'in_progress',
      percent: null,
      issues: [{ code: 'percentUnclear', args: { raw: '120%' } }],
    });
  });
});

describe('what is not plain is said', () => {
  const doubts = (columns: StatusColumns) =>
    readStatus(columns).issues.map(({ code, args }) => `${code} ${args['raw']}`);

  it.each<[expected: string[], columns: StatusColumns]>([
    [['statusAssumed 没动'], { status: ['没动'] }],
    [['statusAssumed 等通知'], { struckOff: ['否'], progress: ['等通知'] }],
    [['statusMarked ×'], { status: ['×'] }],
    [['statusAssumed ○'], { struckOff: ['○'] }],
    [['percentRough 约80%'], { percent: [{ value: '约80%' }] }],
    [['percentRough 近80%'], { progress: ['近80%'] }],
    [['statusAssumed 拖着'], { status: ['已完成', '拖着'] }],
    [['statusDecided 并案'], { status: ['并案'] }],
    [['statusPostponed 顺延一个月'], { status: ['顺延一个月'] }],
    // Steps are progress; where a state is asked for they are none.
    [['statusAssumed 已核查71个项目'], { status: ['已核查71个项目'] }],
    [['statusProse 已核查71个项目'], { progress: ['已核查71个项目'] }],
    [['statusProse 已修订印发（11月24日）'], { progress: ['已修订印发（11月24日）'] }],
    // A column that asks for a verdict makes its marks plain; a stronger column silences a weaker one.
    [[], { struckOff: ['√'] }],
    [[], { struckOff: ['×'], status: ['已完成'] }],
    [[], { status: ['整改中'], progress: ['等通知'] }],
    [['statusProse 召开专题会议，制定方案'], { progress: ['召开专题会议，制定方案'] }],
    [[], { progress: ['正在推进'] }],
  ])('%j of %j', (expected, columns) => {
    expect(doubts(columns)).toEqual(expected);
  });

  it.each<[expected: [raw: string, day: string][], columns: StatusColumns]>([
    [[['已完成(11月12日)', '11月12日']], { status: ['已完成(11月12日)'] }],
    [[['3月9日', '3月9日']], { struckOff: ['3月9日'] }],
    [[['合格（3月9日）', '3月9日']], { struckOff: ['合格（3月9日）'] }],
    [[['3月5日已整改到位', '3月5日']], { percent: [{ value: 100 }], progress: ['3月5日已整改到位'] }],
    [[], { status: ['整改中（3月9日）'] }],
    [[], { percent: [{ value: 80 }], progress: ['3月5日已整改到位'] }],
  ])('tells the days %j of %j', (expected, columns) => {
    expect(readStatus(columns).days.map(({ raw, day }) => [raw, day])).toEqual(expected);
  });
});

describe('a ticket of several measures', () => {
  it.each<[expected: string, progress: string[]]>([
    ['completed', ['已完成', '已整改']],
    ['completed', ['已完成', '已销号']],
    ['closed', ['已销号', '验收合格']],
    ['in_progress', ['已完成', '正在推进']],
    ['in_progress', ['已完成', '未启动']],
    ['not_started', ['未启动', '未整改']],
    ['ongoing', ['已完成', '长期坚持']],
    ['ongoing basic', ['已完成', '基本完成']],
  ])('is %s with %j', (expected, progress) => {
    expect(says({ progress })).toBe(expected);
  });

  it('is struck off only where each row is', () => {
    expect(says({ struckOff: ['是', '否'], progress: ['已完成'] })).toBe('completed');
    expect(says({ struckOff: ['是', '是'] })).toBe('closed');
  });
});

describe('a percentage', () => {
  it.each<[value: string | number, format: string | null, percent: number | null]>([
    ['80%', null, 80],
    ['８０％', null, 80],
    ['80', null, 80],
    [80, null, 80],
    [0.8, '0%', 80],
    [0.8, null, 80],
    [1, '0%', 100],
    ['约80%', null, 80],
    ['100%', null, 100],
    [0.333, '0.0%', 33.3],
    [120, null, null],
    ['完成', null, null],
    ['-5%', null, null],
  ])('%s shown as %s is %s', (value, numberFormat, percent) => {
    expect(readStatus({ percent: [{ value, numberFormat }] }).percent).toBe(percent);
  });
});
