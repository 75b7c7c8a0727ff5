import { checkedTemplateName } from './template-name.js';

describe('the name of a template', () => {
  it.each([
    ['  半年工作总结（甲）  ', '半年工作总结（甲）'],
    ['2026.第1期', '2026.第1期'],
  ])('may be %s', (name, kept) => {
    expect(checkedTemplateName(name)).toBe(kept);
  });

  it.each([
    '',
    '  ',
    '甲/乙',
    '甲\\乙',
    '甲:乙',
    '甲"乙',
    '甲\r\n乙',
    '甲\0',
    '甲\u202e乙',
    '甲\u200b乙',
    '甲\ud800',
    '字'.repeat(101),
  ])('is none of a file: %j', (name) => {
    expect(() => checkedTemplateName(name)).toThrow(/模板名称不正确/);
  });
});
