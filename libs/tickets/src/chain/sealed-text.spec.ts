import { seal, unseal } from './sealed-text.js';

const secret = 's'.repeat(64);

describe('a sealed text', () => {
  it('opens with the same secret in the same place, and reads differently each time', () => {
    const [one, two] = [seal(secret, '张三 13800000000', 'a'), seal(secret, '张三 13800000000', 'a')];
    expect(unseal(secret, one, 'a')).toBe('张三 13800000000');
    expect(one.ciphertext.equals(two.ciphertext)).toBe(false);
    expect(one.ciphertext.includes(Buffer.from('张三'))).toBe(false);
  });

  it.each<[string, (sealed: ReturnType<typeof seal>) => [string, ReturnType<typeof seal>, string]]>([
    ['with another secret', (sealed) => ['t'.repeat(64), sealed, 'a']],
    ['in another place', (sealed) => [secret, sealed, 'b']],
    ['after a bit was changed', (sealed) => [secret, { ...sealed, ciphertext: flipped(sealed.ciphertext) }, 'a']],
    ['with a cut tag', (sealed) => [secret, { ...sealed, ciphertext: sealed.ciphertext.subarray(0, 8) }, 'a']],
  ])('does not open %s', (_, alter) => {
    expect(() => unseal(...alter(seal(secret, '张三', 'a')))).toThrow(expect.objectContaining({ code: 'sealBroken' }));
  });
});

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[0]! ^= 1;
  return copy;
}
