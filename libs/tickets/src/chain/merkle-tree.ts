import { createHash } from 'node:crypto';

/** Told apart by their first byte, so that no node can be passed off as a leaf. */
const [leafMark, nodeMark] = [Buffer.of(0), Buffer.of(1)];

/**
 * The Merkle tree of RFC 6962 §2.1 over leaves in the order they are added; keeps one hash per level, so that a million
 * leaves cost no memory.
 */
export class MerkleTree {
  private readonly subtrees: Buffer[] = [];
  private size = 0;

  add(leaf: string): void {
    let hash = sha256(leafMark, Buffer.from(leaf));
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2)
      hash = sha256(nodeMark, this.subtrees.pop()!, hash);
    this.subtrees.push(hash);
    this.size += 1;
  }

  /** In hex; the hash of nothing while there is no leaf. */
  root(): string {
    if (this.size === 0) return sha256().toString('hex');
    return this.subtrees.reduceRight((right, left) => sha256(nodeMark, left, right)).toString('hex');
  }
}

function sha256(...parts: Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
