import { itemWords } from './item-words.js';

describe('the name of an item', () => {
  it('begins with its number', () => {
    expect(itemWords({ no: 2, title: '安全监管方面' })).toBe('2. 安全监管方面');
    expect(itemWords({ no: 3, title: '2026 年台账更新' })).toBe('3. 2026 年台账更新');
    expect(itemWords({ no: 4, title: '一些单位重视不够' })).toBe('4. 一些单位重视不够');
  });

  it.each(['二、安全监管方面', '（二）安全监管方面', '2.安全监管方面', '2、安全监管方面', '第二项 安全监管'])(
    'is not numbered twice: %s',
    (title) => {
      expect(itemWords({ no: 2, title })).toBe(title);
    },
  );
});
