import type { ContentBlock } from '../../api/reports.js';
import { messagePieces } from './finding-places.js';

const blocks = (...texts: string[]) =>
  texts.map((text) => ({ kind: 'paragraph', runs: [{ text }] })) as unknown as ContentBlock[];
const places = (message: string, content: ContentBlock[]) =>
  messagePieces(message, content).flatMap(({ text, block }) => (block === null ? [] : [[text, block]]));

it('a paragraph a finding names leads to its block; blank ones do not count', () => {
  expect(places('第 2 段还有没填的“*”', blocks('甲', '', '乙*'))).toEqual([['第 2 段', 2]]);
});

it('what is quoted of a template is looked for, nearest to the paragraph it names', () => {
  const content = blocks('均已整改。', '甲', '均已整改。', '乙');
  expect(places('用文字下的结论 1 处需核对：第 4 段“均已整改”；不再属实的改', content)).toEqual([
    ['第 4 段“均已整改”', 2],
  ]);
});

it('all of a message is kept in its order', () => {
  const message = '需核对：第 1 段“甲”、第 9 段“乙”；改';
  expect(
    messagePieces(message, blocks('甲'))
      .map(({ text }) => text)
      .join(''),
  ).toBe(message);
});
