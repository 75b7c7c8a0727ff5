import { isFound, searchedText } from './meaning-search.js';

it.each([
  ['文号', 'source'],
  ['来文', 'source'],
  ['文号', 'theirNo'],
] as const)('%s finds the meaning %s', (words, meaning) => {
  expect(isFound(words, searchedText(meaning))).toBe(true);
});

it('a word that names another meaning finds none of this', () => {
  expect(isFound('文号', searchedText('deadline'))).toBe(false);
});
