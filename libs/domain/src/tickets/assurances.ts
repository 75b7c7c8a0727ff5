import type { KindFieldCode } from './kind-fields.js';

/** 五落实, each with the words a ledger has for it. */
export const assurances = [
  { code: 'assuredDuty', words: '责任' },
  { code: 'assuredMeasure', words: '措施' },
  { code: 'assuredFunds', words: '资金|经费' },
  { code: 'assuredTime', words: '时限|期限' },
  { code: 'assuredPlan', words: '应急预案|预案' },
] as const satisfies readonly { code: KindFieldCode; words: string }[];

export type Assurance = (typeof assurances)[number]['code'];

const assuredVerb = '(?:落实|到位|明确|制[定订]|编制|安排|保障|筹[措集]|建立|完善)';
const yes = new RegExp(
  `^(?:[√✓✔☑]|是|有|对|Y|YES|[√✓✔☑]?(?:均|全部|都)?已(?:经|全部|均)*${assuredVerb}{1,2}|(?:均|全部|都)?(?:落实到位|落实|到位))$`,
);
const no = new RegExp(
  `^(?:[×✗✘✕]|否|无|没有?|X|N|NO|(?:尚|暂|还|仍|目前|均|都)*(?:未|没有?|待)(?:完全|全部)?${assuredVerb}{1,2})$`,
);
/** Behind the answer, what takes it back. */
const takenBack = /未|没|待|尚|不|缺|部分|拟|正在|基本|其余|预计|计划/;

/** Whether a cell says that something is assured: 是, √, 已落实（12万元）, 未落实; null where it says neither plainly. */
export function readAssured(text: string): boolean | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s。]+/g, '')
    .toUpperCase();
  const [, head = '', tail = ''] = /^([^,，;；:：(（]{0,12})([\s\S]*)$/.exec(plain) ?? [];
  if (yes.test(head)) return takenBack.test(tail) ? null : true;
  if (no.test(head)) return /已|正在|部分/.test(tail) ? null : false;
  return null;
}

const topic = `(?:整改|治理)?(?:${assurances.map(({ words }) => words).join('|')})人?`;
const clause = new RegExp(`^((?:${topic}[、和及与/]?){1,5})[:：]?(.{1,12})$`);
const whole = /^(?:整改|隐患整改)?五[个项]?(?:落实)?(?=均|全|都|已|落实|到位)/;

/** All five in one cell: 是, 五落实均已到位, 责任、措施已落实，资金未落实; null where a part of it says neither plainly. */
export function readAllAssured(text: string): Partial<Record<Assurance, boolean>> | null {
  const plain = text.normalize('NFKC').replace(/["“”'‘’]/g, '');
  if (readAssured(plain.replace(/\s+/g, '').replace(whole, '')) === true) {
    return Object.fromEntries(assurances.map(({ code }) => [code, true]));
  }
  const parts = plain.split(/[,，;；。\s]+/).filter(Boolean);
  const told: Partial<Record<Assurance, boolean>> = {};
  for (const part of parts) {
    const [, topics, answer] = clause.exec(part) ?? [];
    const assured = answer === undefined ? null : readAssured(answer);
    if (assured === null) return null;
    for (const { code, words } of assurances) if (new RegExp(words).test(topics!)) told[code] = assured;
  }
  return parts.length > 0 ? told : null;
}
