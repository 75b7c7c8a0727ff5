import { trimEndOf } from './trim-end.js';

it.each([
  ['甲；乙；， ', '甲；乙'],
  ['甲', '甲'],
  ['；；', ''],
  ['', ''],
])('%j ends before its last signs: %j', (text, trimmed) => {
  expect(trimEndOf(/[；，\s]/, text)).toBe(trimmed);
});

it('of a text no more is looked at than what is taken away and the character before', () => {
  const test = jest.fn((character: string) => /[；\s]/.test(character));
  const inner = `甲${'；'.repeat(30_000)}${' '.repeat(30_000)}乙`;
  expect(trimEndOf({ test }, `${inner}； `)).toBe(inner);
  expect(test).toHaveBeenCalledTimes(3);
});
