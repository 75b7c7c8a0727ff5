import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { shortestPassword } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';

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

/** Length is what counts; no rules about kinds of characters. */
export function assertStrongPassword(password: string, username: string): void {
  if (
    password.length < shortestPassword ||
    password.length > 200 ||
    password.toLowerCase() === username.toLowerCase()
  ) {
    throw new AppError('weakPassword');
  }
}

/** A password to be told once and changed at first sign-in; no letters that look alike. */
export function oneTimePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from({ length: 14 }, () => letters[randomInt(letters.length)]).join('');
}
