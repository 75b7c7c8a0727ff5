import { heavyWordsIn } from './heavy-words.js';

const each = (texts: string) => texts.split(' ¦ ');

describe('words no office may overlook', () => {
  it.each<[words: string, text: string]>([
    ['拒不整改', '该企业拒不整改，已立案'],
    ['拒绝整改', '业主拒绝整改'],
    ['不配合', '村民不配合，无法施工'],
    ['暂缓', '资金未落实，暂缓'],
    ['搁置', '因资金问题搁置'],
    ['挂账', '长期挂账'],
    ['无法整改', '房屋产权不清，无法整改'],
    ['诉讼', '正在诉讼'],
    ['法院', '等待法院判决'],
    ['强制执行', '已申请强制执行'],
    ['移交公安', '线索已移交公安机关'],
    ['移送区纪委', '已移送区纪委监委处理'],
    ['移交执法', '移交执法大队'],
    ['停产', '企业已停产停业'],
    ['关停', '依法关停该企业，待拆除'],
    ['停业', '停业整顿'],
    ['失联', '企业负责人失联'],
    ['停用', '设备停用中'],
    ['停运', '客梯已停运'],
  ])('%s is found in %s', (words, text) => {
    expect(heavyWordsIn(text, false)).toBe(words);
  });

  it.each(
    each(
      '不予关停 ¦ 未移交公安 ¦ 防止挂账 ¦ 已解除查封 ¦ 否则停产 ¦ 已关闭阀门 ¦ 档案已移交 ¦ 正在推进 ¦ 恢复生产 ¦ 取缔2家，规范1家 ¦ 关停了三家 ¦ 停用2台，更换1台 ¦ 不再停用',
    ),
  )('nothing of the kind in %s', (text) => {
    expect(heavyWordsIn(text, false)).toBeNull();
  });

  it('a closed works that is done is its remedy, all else is told of what is done too', () => {
    expect(heavyWordsIn('已取缔非法加油点', true)).toBeNull();
    expect(heavyWordsIn('企业已停产', true)).toBeNull();
    expect(heavyWordsIn('老旧电梯已停用', true)).toBeNull();
    expect(heavyWordsIn('业主拒不整改', true)).toBe('拒不整改');
    expect(heavyWordsIn('诉讼中', true)).toBe('诉讼');
    expect(heavyWordsIn('已移交公安机关处理', true)).toBe('移交公安');
  });
});
