import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from '@xiaohao/errors';

/** A text nobody reads without the installation's secret; the authentication tag closes the ciphertext. */
export interface SealedText {
  ciphertext: Buffer;
  nonce: Buffer;
  keyVersion: number;
}

const keyVersion = 1;
const keyBytes = 32;
/** As NIST SP 800-38D recommends for GCM; random, never used twice with one key at these amounts. */
const nonceBytes = 12;
const tagBytes = 16;

/** Seals a text for one place: `context` (the ticket's id) is authenticated, so a row moved elsewhere does not open. */
export function seal(secret: string, text: string, context: string): SealedText {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, keyVersion), nonce).setAAD(Buffer.from(context));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { ciphertext, nonce, keyVersion };
}

export function unseal(secret: string, sealed: SealedText, context: string): string {
  try {
    const body = sealed.ciphertext.subarray(0, -tagBytes);
    const opener = createDecipheriv('aes-256-gcm', keyOf(secret, sealed.keyVersion), sealed.nonce)
      .setAAD(Buffer.from(context))
      .setAuthTag(sealed.ciphertext.subarray(-tagBytes));
    return Buffer.concat([opener.update(body), opener.final()]).toString('utf8');
  } catch (error) {
    throw new AppError('sealBroken', {}, { cause: error });
  }
}

/** A key of its own for reporters, so that the secret can serve other purposes too. */
function keyOf(secret: string, version: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `xiaohao reporter ${version}`, keyBytes));
}
