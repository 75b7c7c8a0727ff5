import { compare } from './compare.mjs';
import { load, print } from './measure.mjs';

export const bare = 'bench/bare/dashboard.mjs';
export const needs = ['history'];

/**
 * The first answer of each kind with the second beside it: where a count takes longer than a second its answer is kept for
 * a minute, and the ratios below are those of kept answers. Then the whole dashboard of today, at one connection (what one reader waits for) and at eight; then a past day as known then.
 */
export async function bench(stage, rows) {
  const headers = { cookie: `xiaohao_session=${stage.tokens.inspection}` };
  const month = new Date(Date.now() - 86_400_000 * 30).toISOString().slice(0, 10);
  const scenarios = [
    ['the whole dashboard, today', '', '/dashboard', 8],
    ['the whole dashboard, today, one reader', '', '/dashboard', 1],
    ['one reader, against one statistic status × section × kind', '', '/statistics', 1],
    ['one reader, a past day', `?asOf=${month}`, '/dashboard', 1],
    [
      'one reader, a past day as known now by history',
      `?asOf=${month}&knownAt=${new Date().toISOString()}`,
      '/dashboard',
      1,
    ],
  ];
  for (const [scenario, query, , connections] of scenarios.filter(([, , , readers]) => readers === 1)) {
    const url = `${stage.apiUrl}/api/dashboard${query}`;
    const [first, second] = [await once(url, headers), await once(url, headers)];
    print({ bench: 'dashboard', scenario: `first and second answer: ${scenario}`, rows, connections, first, second });
  }
  for (const [scenario, query, bare, connections] of scenarios) {
    await compare(
      { bench: 'dashboard', scenario, rows },
      {
        ours: { url: `${stage.apiUrl}/api/dashboard${query}`, headers, connections },
        bare: { url: `${stage.bareUrl}${bare}`, connections },
      },
    );
  }
}

/** Milliseconds until one answer is there. */
const once = async (url, headers) => (await load({ url, headers, connections: 1, seconds: 0.001 })).p50;
