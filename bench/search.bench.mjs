import { compare } from './compare.mjs';

export const bare = 'bench/bare/search.mjs';
export const needs = ['search'];

/** Words that stand in one of a thousand, one of thirty and nearly all tickets; 25 rows and the capped total. */
const words = [
  ['a rare word', '液氨储罐', 'few'],
  ['a word of every thirtieth ticket', '消防通道', 'many'],
  ['a word of every ticket', '问题的整改', 'many'],
];

export async function bench(stage, rows) {
  const headers = (as) => ({ cookie: `xiaohao_session=${stage.tokens[as]}` });
  for (const [scenario, word, way] of words) {
    const q = encodeURIComponent(word);
    await compare(
      { bench: 'search', scenario, rows },
      {
        ours: { url: `${stage.apiUrl}/api/tickets?q=${q}`, headers: headers('inspection') },
        bare: { url: `${stage.bareUrl}/${way}?q=${q}` },
      },
    );
  }
}
