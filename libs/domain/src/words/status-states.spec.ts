import { contradictingStates } from './status-states.js';

describe('several states in one cell', () => {
  it.each([
    ['已完成，待验收\n经复查验收合格', ['待验收', '经复查验收合格']],
    ['整改中 40%\n已完成整改', ['整改中 40%', '已完成整改']],
    ['未整改，已完成', ['未整改', '已完成']],
    ['已销号（整改中）', ['已销号', '整改中']],
    ['未销号；已销号', ['未销号', '已销号']],
  ])('%s contradict each other', (text, told) => {
    expect(contradictingStates(text)).toEqual(told);
  });

  it.each([
    '已完成，待验收',
    '整改完成，未销号',
    '复查合格，待销号',
    '6月20日未完成，6月30日已完成',
    '已完成2项，整改中1项',
    '复查不合格，已重新整改到位',
    '一期已完成，二期整改中',
    '已整改，验收合格，已销号',
    '正在整改，已完成60%',
    '',
  ])('%s do not', (text) => {
    expect(contradictingStates(text)).toBeNull();
  });
});
