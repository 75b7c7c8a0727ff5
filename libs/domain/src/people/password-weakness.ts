import { shortestPassword } from './account.js';

/** What a stranger would try first for this person. */
export interface PasswordOwner {
  username: string;
  name: string;
  bureau: string | null;
  /** People of the demo bureau may keep the password everybody knows. */
  demo: boolean;
}

export const passwordWeaknesses = ['length', 'personal', 'bureau', 'repetition', 'sequence', 'known'] as const;

export type PasswordWeakness = (typeof passwordWeaknesses)[number];

const longestPassword = 200;
const fewestDistinct = 5;
/** A known word is no password, nor is one with a year or an exclamation mark behind it. */
const leastBesideWord = 6;
const demoPassword = 'xiaohao-demo';
const knownWords = ['password', 'passw0rd', 'xiaohao', 'administrator', 'iloveyou', 'woaini', 'welcome'];
const rows = [
  '01234567890',
  '9876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
];

/** Why nobody should use this password; null where nothing is known against it. Length counts, not kinds of characters. */
export function passwordWeakness(password: string, owner: PasswordOwner): PasswordWeakness | null {
  const text = plain(password);
  if (password.length < shortestPassword || password.length > longestPassword) return 'length';
  if (isMostly(text, [owner.username, owner.name])) return 'personal';
  if (owner.bureau && isMostly(text, [owner.bureau])) return 'bureau';
  if (new Set(text).size < fewestDistinct || isRepeated(text)) return 'repetition';
  if (owner.demo && password === demoPassword) return null;
  if (isRun(text)) return 'sequence';
  return isMostly(text, knownWords) ? 'known' : null;
}

/** Width, case and punctuation hide nothing from whoever guesses. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether little is left once a word everybody knows is taken out, as often as it stands there. */
function isMostly(text: string, words: readonly string[]): boolean {
  return words.map(plain).some((word) => word !== '' && text.includes(word) && left(text, word) < leastBesideWord);
}

const left = (text: string, word: string) => text.split(word).join('').length;

function isRepeated(text: string): boolean {
  for (let length = 1; length <= text.length / 2; length += 1) {
    if (
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .startsWith(text)
    )
      return true;
  }
  return false;
}

/** Whether most characters follow the one before them in a row of keys, forwards or backwards. */
function isRun(text: string): boolean {
  const follows = (pair: string) => rows.some((row) => row.includes(pair) || row.includes(pair[1]! + pair[0]!));
  const following = Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)).filter(follows);
  return text.length - following.length < leastBesideWord;
}
