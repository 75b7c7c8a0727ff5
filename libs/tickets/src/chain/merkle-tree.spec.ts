import { createHash } from 'node:crypto';
import { MerkleTree } from './merkle-tree.js';

const sha = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const leaf = (text: string) => sha('\x00', text);
const node = (left: Buffer, right: Buffer) => sha('\x01', left, right);

/** RFC 6962 by its own words: split at the largest power of two below the size. */
function byDefinition(leaves: readonly string[]): Buffer {
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return leaf(leaves[0]!);
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return node(byDefinition(leaves.slice(0, split)), byDefinition(leaves.slice(split)));
}

function rootOf(leaves: readonly string[]): string {
  const tree = new MerkleTree();
  for (const one of leaves) tree.add(one);
  return tree.root();
}

it('has the root that the definition gives, whatever the number of leaves', () => {
  for (let size = 0; size <= 40; size += 1) {
    const leaves = Array.from({ length: size }, (_, at) => `leaf ${at}`);
    expect([size, rootOf(leaves)]).toEqual([size, byDefinition(leaves).toString('hex')]);
  }
});

it('has another root for leaves in another order, changed, added or left out', () => {
  const leaves = ['a', 'b', 'c', 'd', 'e'];
  const roots = [leaves, ['b', 'a', 'c', 'd', 'e'], ['a', 'b', 'x', 'd', 'e'], [...leaves, 'e'], leaves.slice(0, 4)];
  expect(new Set(roots.map(rootOf)).size).toBe(roots.length);
});
