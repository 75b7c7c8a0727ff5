import { guessByCells, likelyMeanings } from './column-guess.js';

describe('what a column may mean', () => {
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
    ['整改责任', ['森林防灭火科/岳小川；规划财务科/吴敏', '办公室  侯雨桐', '危化科（负责人：李敏）'], 'leadUnit'],
    ['整改责任', ['政策法规科牵头，办公室、规划财务科配合', '办公室'], 'leadUnit'],
    ['来文（督办单号）', ['某政督〔2026〕31号', '某委督查〔2026〕17号'], 'source'],
    ['批示（交办）领导', ['李强', '王磊'], 'leader'],
    ['扣分', ['-0.5', '-1.5', '-0.8'], undefined],
    ['审计处理意见（建议）', ['督促拨付', '补登资产账'], undefined],
  ])('%s with cells as %j is first of all %s', (heading, samples, meaning) => {
    expect(likelyMeanings(heading, samples)[0]).toBe(meaning);
  });

  it('offers no day where no cell is one, whatever the heading says', () => {
    for (const heading of ['批示（交办）领导', '交办', '限'])
      expect(likelyMeanings(heading, ['李区长', '市局', '热线'])).not.toContain(
        heading === '限' ? 'deadline' : 'assignedOn',
      );
  });

  it('says nothing where neither heading nor cells tell', () => {
    expect(likelyMeanings('戊列', ['甲', '乙'])).toEqual([]);
    expect(likelyMeanings('', [])).toEqual([]);
  });

  it.each([
    ['会同谁', ['财政局', '水利局、农业农村局'], 'leadUnit'],
    ['戊列', ['已完成', '未整改', '整改完成'], 'status'],
    ['丑列', ['是', '√', '复查合格', '整改中', '×', '部分整改'], 'status'],
    ['己列', ['2026-05-01', '6月30日', ''], 'deadline'],
    ['庚列', ['已更换应急照明灯并补充台账记录，组织复查', '组织专题会议研究部署三次，印发方案'], null],
    ['问题补充', ['已更换应急照明灯并补充台账记录，组织复查', '组织专题会议研究部署三次，印发方案'], null],
    ['辛列', [], null],
  ])('%s with cells as %j is by its cells %s', (heading, samples, meaning) => {
    expect(guessByCells(heading, samples)).toBe(meaning);
  });

  it('what another column is already is no guess', () => {
    const isFree = (meaning: string) => meaning !== 'leadUnit';
    expect(guessByCells('甲列', ['财政局', '水利局'], isFree)).toBe('supportUnits');
  });
});
