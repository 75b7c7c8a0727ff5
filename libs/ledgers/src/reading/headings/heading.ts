import { remembering } from '@xiaohao/domain';
import { assuredHead, assuredOnlyPart, tellsAllAssured } from './assured-headings.js';
import { headingPatterns, progressHeads, statisticHeadings } from './heading-patterns.js';
import type { ColumnMeaning } from './column-meanings.js';
import { headingSynonyms, type HeadingRow } from './heading-synonyms.js';
import { headingsBeside } from './headings-beside.js';
import { namesRole, readMorphemes } from './heading-morphemes.js';
import { timeOfHeading } from './heading-times.js';
import { reachedBy, reporterHeading } from './reporter.js';

export interface HeadingMatch {
  meaning: ColumnMeaning;
  strength: number;
  otherwise: ColumnMeaning;
  /** A tick under it says what the heading says. */
  isTicked?: true;
}

const longestHeading = 16;
/** With what stands in its brackets. */
const longestWritten = 300;
/** Of a heading that asks for two things at once. */
const joinedStrength = 5;
const exact = new Map<string, HeadingMatch>();
const ticked = [...headingSynonyms, ...headingsBeside].flatMap((row) => {
  const { below } = row;
  return below
    ? row.headings
        .split(' ')
        .map((heading) => ({ heading, below, match: { ...matchOf(row), isTicked: true as const } }))
    : [];
});
for (const row of [...headingSynonyms, ...headingsBeside]) {
  if (row.below) continue;
  for (const heading of row.headings.split(' ')) if (!exact.has(heading)) exact.set(heading, matchOf(row));
}

function matchOf({ meaning, strength, otherwise = 'details' }: HeadingRow): HeadingMatch {
  return { meaning, strength, otherwise };
}

/** NFKC, no white space, no colon at the end: `具 体\n问 题` → `具体问题`. Full-width brackets become plain ones. */
export function squeezed(text: string): string {
  return plain.test(text) ? text : squeezedAny(text);
}

/** Nothing in it to squeeze: most texts are of this sort, and this is asked of every row. */
const plain = /^[\w\u4e00-\u9fa5。、]*$/;

function squeezedAny(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/(?<![:：*])[:：*]+$/, '')
    .replace(/^\*+/, '');
}

/** The heading without what stands in brackets: `整改资金（万元）` → `整改资金`. Every row asks again. */
export const plainHeading = remembering((text) => {
  const whole = squeezed(text.slice(0, longestWritten));
  return (
    whole.replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '') || whole.replace(/^[([【〔]([^([【〔)\]】〕]*)[)\]】〕]$/, '$1')
  );
});

/** What is set before and around a heading: ★, 1., 二、, 必填：, quotes. */
const adornments = [/^(?:[★☆※●◆■□▲△#]+|\d{1,2}[.、)]|[一二三四五六七八九十]{1,2}、|(?:必填|选填)项?[:：])+/, /[★☆※]+$/];
const quoted = /^[“"]([^“”"]+)[”"]$/;

/** The words of a heading alone. */
const bareHeading = remembering((text) =>
  adornments
    .reduce((bare, sign) => bare.replace(sign, ''), plainHeading(text))
    .replace(quoted, '$1')
    .replace(/^是\/否/, '是否'),
);

/** The unit in a heading's brackets (`万元`, `%`), by which its column is scaled; null when there is none. */
export function headingUnit(text: string): string | null {
  return /[([【〔](?:单位:?)?([^)\]】〕]*)[)\]】〕]/.exec(squeezed(text.slice(0, longestWritten)))?.[1] ?? null;
}

/** Counts the rows of a table. */
export const seqHeading = /^(序号?|顺序号|项次|NO\.?)$/i;

/** 完成率, 已整改: a column that counts. */
export const isStatistic = (text: string): boolean =>
  text.length <= longestWritten && statisticHeadings.test(squeezed(text));

/** True for a heading the table names word by word. */
export function isNamedHeading(text: string): boolean {
  return text.length <= longestWritten && (exact.has(squeezed(text)) || exact.has(plainHeading(text)));
}

/** 督查意见（销号）: the brackets say what is asked. */
const verdictUnit = /^(是否)?(同意)?(销号|摘牌|验收)$/;

/** 整改完成（是/否）: the brackets say how it is answered. */
const answers = /^(?:请?[填选]写?)?[“"]?是[”"]?[/或、]?[“"]?否[”"]?$/;
/** 单位（科室）: the brackets say whose. */
const ownOffices = /科室|部门|股室|处室|镇办/;

/** 监管单位（牵头单位）: the brackets say what part it has. */
const rolesInBrackets: readonly { says: RegExp; match: HeadingMatch }[] = [
  {
    says: /^(?:牵头|主责|主办|承办)(?:单位|部门|科室)?$/,
    match: { meaning: 'leadUnit', strength: 9, otherwise: 'supportUnits' },
  },
  {
    says: /^(?:配合|协办|协助|协同)(?:单位|部门|科室)?$/,
    match: { meaning: 'supportUnits', strength: 9, otherwise: 'supportUnits' },
  },
];

/** 推进中: what a tick under it says, wherever the heading stands. */
export function tickedHeading(text: string): HeadingMatch | null {
  return ticked.find(({ heading }) => heading === plainHeading(text))?.match ?? null;
}

const keptAsText: HeadingMatch = { meaning: 'details', strength: 9, otherwise: 'details' };
const timesOfProgress: HeadingMatch = { meaning: 'progress', strength: 7, otherwise: 'details' };

const detail = /^(?:具体|直接|详细|最终)/;

/** Reads a heading by the synonym table: word by word first, then by the patterns; null when it says nothing to us. */
export function matchHeading(text: string, group: string | null = null): HeadingMatch | null {
  const own = bareHeading(text);
  const above = group === null ? '' : bareHeading(group);
  if (above && assuredHead.test(above)) return { ...keptAsText };
  if (tellsAllAssured(own) || assuredOnlyPart.test(own)) return { ...keptAsText };
  if ((headingUnit(text) === '%' || own.endsWith('%')) && /进度|进展|完成|整改/.test(own))
    return { meaning: 'progressPercent', strength: 9, otherwise: 'details' };
  if (verdictUnit.test(headingUnit(text) ?? '') && /(意见|情况|结果|结论)$/.test(own))
    return { meaning: 'struckOff', strength: joinedStrength, otherwise: 'details' };
  if (answers.test(headingUnit(text) ?? '') && !own.startsWith('是否')) {
    const asked = matchHeading(`是否${own}`);
    if (asked) return asked;
  }
  const role = rolesInBrackets.find(({ says }) => says.test(headingUnit(text) ?? ''));
  if (role && /(?:单位|部门|科室|股室|处室)$/.test(own)) return role.match;
  if (own === '单位' && ownOffices.test(headingUnit(text) ?? ''))
    return { meaning: 'leadUnit', strength: joinedStrength, otherwise: 'supportUnits' };
  if (/(类别|类型|分类|性质)$/.test(own) && /一般.*重大|重大.*一般/.test(headingUnit(text) ?? ''))
    return { meaning: 'level', strength: 9, otherwise: 'details' };
  const whole = above + own;
  const joined = above ? exact.get(whole) : undefined;
  // 人员 below 复查, 完成时间 below 实际: a word means what its head makes of it.
  const found = joined ?? exact.get(squeezed(text)) ?? exact.get(own);
  if (found) return found;
  if (reporterHeading.test(own)) return { meaning: 'ignored', strength: 9, otherwise: 'details' };
  const headed = above ? ticked.find(({ heading, below }) => heading === own && below.test(above)) : undefined;
  if (headed) return headed.match;
  // 是 and 否, each a column, under 是否整改到位.
  const demanded = /^[是否]$/.test(own) && above.startsWith('是否') ? matchHeading(group!) : null;
  if (demanded) return { ...demanded, isTicked: true };
  // 1月, 2月 under 月度形象进度.
  if (progressHeads.test(above) && timeOfHeading(own)?.rest === '') return { ...timesOfProgress };
  const timed = exact.get(timeOfHeading(whole)?.rest ?? '');
  if (timed?.meaning === 'progress') return timed;
  // 整改时限及要求: what stands before 及 is asked first, what stands behind it besides.
  const [, first = '', second = ''] = /^(.{2,8})[及和与、/](.{0,16})/.exec(own) ?? [];
  const asked = exact.get(first);
  const besides = asked?.meaning === 'details' ? exact.get(second) : undefined;
  // 整改目标及措施: the goal alone says nothing to us.
  if (besides?.meaning === 'measures') return { ...besides, strength: Math.min(besides.strength, joinedStrength) };
  if (asked) return { ...asked, strength: Math.min(asked.strength, joinedStrength) };
  // 参与部门 below 责任分工 says itself what part it has.
  const candidates = !above ? [own] : namesRole(own) ? [own, whole] : [whole, own];
  const short = candidates.filter(({ length }) => length <= longestHeading);
  for (const candidate of short) {
    const row = headingPatterns.find(({ pattern }) => pattern.test(candidate));
    if (row) return matchOf({ ...row, headings: '' });
  }
  for (const candidate of short) {
    const row = readMorphemes(candidate);
    if (row) return matchOf({ ...row, headings: '' });
  }
  // 具体经办: of them who does it.
  const bare = exact.get(own.replace(detail, ''));
  return bare ? { ...bare, strength: Math.min(bare.strength, joinedStrength) } : null;
}

/** Columns that tell who reported 举报人: the identity is kept sealed on the ticket's page and nowhere else. */
export function reporterColumns(headings: readonly { column: number; text: string }[]): ReadonlySet<number> {
  const found = new Set<number>();
  let beside = false;
  for (const { column, text } of headings) {
    const plain = plainHeading(text);
    beside = reporterHeading.test(plain) || (beside && reachedBy.test(plain));
    if (beside) found.add(column);
  }
  return found;
}
