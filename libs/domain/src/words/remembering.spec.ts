import { remembering } from './remembering.js';

describe('a reader that remembers', () => {
  const asked: string[] = [];
  const lengthOf = remembering((text) => {
    asked.push(text);
    return text.length;
  });
  beforeEach(() => void asked.splice(0));

  it('reads a short text once', () => {
    expect([lengthOf('已完成'), lengthOf('已完成'), lengthOf('整改中')]).toEqual([3, 3, 3]);
    expect(asked).toEqual(['已完成', '整改中']);
  });

  it('keeps no long prose', () => {
    const prose = '已'.repeat(1_001);
    expect([lengthOf(prose), lengthOf(prose)]).toEqual([1_001, 1_001]);
    expect(asked).toEqual([prose, prose]);
  });

  it('begins anew where there are too many texts, and goes on remembering', () => {
    for (let no = 0; no < 2_001; no += 1) lengthOf(String(no));
    asked.splice(0);
    lengthOf('2000');
    lengthOf('7');
    lengthOf('7');
    expect(asked).toEqual(['7']);
  });
});
