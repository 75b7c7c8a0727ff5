import { columnMeaningLabels } from '@xiaohao/messages';
import { meaningGroups } from './meaning-groups.js';
import { likelyMeanings } from './meaning-guess.js';

describe('what a column may mean', () => {
  it('every meaning stands in one group of the menu', () => {
    const grouped = meaningGroups.flatMap(({ meanings }) => meanings);
    expect([...grouped].sort()).toEqual(Object.keys(columnMeaningLabels).sort());
  });

  it.each([
    ['谁来办', ['危化科', '减灾救灾科'], 'leadUnit'],
    ['啥时候', ['7月底', '2026.8.31'], 'deadline'],
    ['甲列', ['7月底前', '2026-08-31', '9月'], 'deadline'],
    ['乙列', ['王磊', '李敏、周正'], 'persons'],
    ['评价', ['满意', '一般满意'], undefined],
    ['丙列', ['80%', '100%'], 'progressPercent'],
    ['丁列', ['一般', '重大', '一般'], 'level'],
    ['风险点位', ['城东加油站', '滨河路12号'], 'site'],
    ['花了多少（元）', ['1200', '3万元'], 'outcome.rectify_funds'],
    ['改到哪一步了', ['已完成方案起草，正在征求各科室意见', '设备已经订购，预计月底以前到货安装'], 'progress'],
  ])('%s with cells as %j is first of all %s', (heading, samples, meaning) => {
    expect(likelyMeanings(heading, samples)[0]).toBe(meaning);
  });

  it('says nothing where neither heading nor cells tell', () => {
    expect(likelyMeanings('戊列', ['甲', '乙'])).toEqual([]);
    expect(likelyMeanings('', [])).toEqual([]);
  });
});
