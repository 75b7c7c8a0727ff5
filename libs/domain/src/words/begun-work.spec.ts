import { countsWork, tellsOfBegunWork } from './begun-work.js';

describe('work that was begun', () => {
  it.each([
    '只改了第一项',
    '已完成设备招标',
    '换了两块，还有一块未换',
    '招标中',
    '正在施工',
    '完成选址',
    '已签合同，正在施工',
  ])('%s tells of it', (text) => expect(tellsOfBegunWork(text)).toBe(true));

  it.each([
    '未启动',
    '尚未批复',
    '没改',
    '资金未到位',
    '已列入明年计划',
    '待开工',
    '拟8月启动招标',
    '为了安全，暂不动工',
    '取消了',
    '加强巡查',
    '更换灭火器',
    '完成',
    '集中',
    '已',
    '已逾期',
    '已停业',
    '已督促企业尽快启动',
  ])('%s does not', (text) => expect(tellsOfBegunWork(text)).toBe(false));
});

it('is counted under a heading of progress: 排查建筑41栋，3栋数据未报', () => {
  expect(countsWork('排查建筑41栋，3栋数据未报')).toBe(true);
  expect(['未排查建筑3栋', '拟排查41栋', '资金缺口12万元', '高层建筑41栋'].filter(countsWork)).toEqual([]);
});
