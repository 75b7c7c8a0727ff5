import { load, median, print, round } from './measure.mjs';

const rounds = 3;
const seconds = 4;
const warmUpSeconds = 2;
export const connections = 8;

/**
 * Ours and its bare counterpart in turn, three times, warm; prints the middle round of each and the ratio of the rates.
 * @param {{ bench: string, scenario: string, rows: number }} facts
 * @param {Record<'ours' | 'bare', Parameters<typeof load>[0]>} candidates
 */
export async function compare(facts, candidates) {
  const measured = { ours: [], bare: [] };
  for (const candidate of Object.values(candidates)) await load({ connections, ...candidate, seconds: warmUpSeconds });
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const [name, candidate] of Object.entries(candidates)) {
      measured[name].push(await load({ connections, ...candidate, seconds }));
    }
  }
  const [ours, bare] = [median(measured.ours), median(measured.bare)];
  print({
    ...facts,
    connections: candidates.ours.connections ?? connections,
    ours,
    bare,
    ratio: round(ours.rps / bare.rps),
  });
}
