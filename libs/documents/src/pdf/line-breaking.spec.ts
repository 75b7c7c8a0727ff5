import { type Atom, breakLines } from './line-breaking.js';

/** Each sign is ten wide, letters and digits stand together as words. */
const atomsOf = (text: string): Atom<null>[] =>
  (text.match(/[\w.%]+|[^]/g) ?? []).map((part) => ({
    text: part,
    width: part.length * 10,
    kind: part === ' ' ? 'space' : /^\w/.test(part) ? 'word' : 'asian',
    style: null,
  }));
const linesOf = (text: string, signs: number) => {
  const atoms = atomsOf(text);
  return breakLines(atoms, () => signs * 10).map(([from, to]) =>
    atoms
      .slice(from, to)
      .map(({ text }) => text)
      .join(''),
  );
};

describe('lines of Chinese', () => {
  it('never begin with a comma, a full stop or a closing bracket: what stands before comes along', () => {
    expect(linesOf('整改完成，继续。', 4)).toEqual(['整改完', '成，继', '续。']);
    expect(linesOf('逐项销号（共）', 6)).toEqual(['逐项销号', '（共）']);
    expect(linesOf('他说：“好。”', 5)).toEqual(['他说：', '“好。”']);
  });

  it('never end with an opening bracket or quotation mark', () => {
    expect(linesOf('已整改（七月）', 4)).toEqual(['已整改', '（七月）']);
    expect(linesOf('印发《办法》', 3)).toEqual(['印发', '《办', '法》']);
  });

  it('keep numbers with their percent sign, words and the two halves of a dash together', () => {
    expect(linesOf('整改率82.4%。', 6)).toEqual(['整改率', '82.4%。']);
    expect(linesOf('查“4·29”', 6)).toEqual(['查', '“4·29”']);
    expect(linesOf('目标——全部', 3)).toEqual(['目标', '——全', '部']);
  });

  it('let spaces hang over their end, and hold every sign once', () => {
    expect(linesOf('整改 完成 ', 2)).toEqual(['整改 ', '完成 ']);
    const text = '（一）“十四五”规划——安全生产，共12项、82.4%；见附件……完。'.repeat(20);
    for (const signs of [1, 2, 3, 7, 28]) expect(linesOf(text, signs).join('')).toBe(text);
  });

  it('are broken all the same where nothing may be broken', () => {
    expect(linesOf('！！！！！', 2)).toEqual(['！！', '！！', '！']);
    expect(linesOf('abcdefgh', 3)).toEqual(['abcdefgh']);
    expect(linesOf('', 3)).toEqual(['']);
  });
});
