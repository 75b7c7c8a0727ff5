import { compare } from './compare.mjs';

export const bare = 'bench/bare/dashboard.mjs';
export const needs = ['history'];

/** The whole dashboard of today, at one connection (what one reader waits for) and at eight; then a past day as known then. */
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
