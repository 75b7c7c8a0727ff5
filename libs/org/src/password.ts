import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { passwordWeakness, type PasswordOwner } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { passwordWeaknessLabels } from '@xiaohao/messages';

/** argon2id at the minimum OWASP names for it: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of nothing: an unknown user costs as long as a wrong password. */
let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody');
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== null && matches;
}

export function assertStrongPassword(password: string, owner: PasswordOwner): void {
  const weakness = passwordWeakness(password, owner);
  if (weakness) throw new AppError('weakPassword', { weakness, reason: passwordWeaknessLabels[weakness][0] });
}

/** A password to be told once and changed at first sign-in; no letters that look alike. */
export function oneTimePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from({ length: 14 }, () => letters[randomInt(letters.length)]).join('');
}
