import type { PeriodKind } from '../calendar/day.js';
import { wordForm, yearForm } from './written-period.js';

const kindWords: Readonly<Record<PeriodKind, string>> = { year: '年度', half: '半年', quarter: '季度', month: '月度' };
const paperWords =
  /(?:报告|总结|汇报|通报|简报|专报|要点|情况|小结|材料|分析|统计表|进展表|打算|安排|计划|思路)(?:[（(][^）)]*[）)])?$/;
const ownPeriod = new RegExp(
  `(?:(?:${yearForm})年(?:度|半年)?\\s?(?:(?:${wordForm})|\\d{1,2}月份?|\\d{1,2}月?[-—–至~～]\\d{1,2}月)?|上半年|下半年|第?[一二三四1-4]季度)`,
);

/** What comes after is named by its own period: 暨下半年工作打算. */
const outlook =
  /(?:暨|及|和|与)(?:20\d{2}年)?(?:度|上半年|下半年|明年|下一?步|下季度|第?[一二三四]季度|\d{1,2}月份?)?(?:重点)?(?:工作)?(?:打算|安排|计划|思路|要点)$/;

/**
 * What a template made of a report may be called: its title, with the length of the period in place of the period itself.
 * Null where the first lines are no title.
 */
export function templateNameOf(texts: readonly string[], kind: PeriodKind | null): string | null {
  const bodyAt = texts.findIndex((text) => /[。；：:]\s*$/.test(text) || text.length > 45);
  const head = texts.slice(0, Math.min(bodyAt < 0 ? 6 : bodyAt, 6)).map((text) => text.replace(/\s/g, ''));
  const last = head.findIndex((text) => paperWords.test(text));
  if (last < 0) return null;
  // A title may be broken into lines; what stands above it (a number, a day) is none of it.
  const first =
    head
      .slice(0, last)
      .map((text) => /[〔\]）)号日]$/.test(text))
      .lastIndexOf(true) + 1;
  const title = head
    .slice(first, last + 1)
    .join('')
    .replace(/[（(][^（()）]*[）)]$/, '')
    .replace(/^《|》$/g, '')
    .replace(outlook, '');
  return title.replace(ownPeriod, kind ? kindWords[kind] : '').slice(0, 60);
}
