import { parseArgs } from 'node:util';
import { compare } from './compare.mjs';
import { setStage } from './stage.mjs';

/** Words that stand in one of a thousand, one of thirty and nearly all tickets; 25 rows and the capped total. */
const words = [
  ['a rare word', '液氨储罐', 'few'],
  ['a word of every thirtieth ticket', '消防通道', 'many'],
  ['a word of every ticket', '问题的整改', 'many'],
];

export async function bench(args) {
  const { values } = parseArgs({ args, options: { rows: { type: 'string', default: '100000' } } });
  const rows = Number(values.rows);
  const stage = await setStage({ rows, bare: 'bench/bare/search.mjs', needs: ['search'] });
  const headers = (as) => ({ cookie: `xiaohao_session=${stage.tokens[as]}` });
  try {
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
  } finally {
    await stage.close();
  }
}
