/** 2026.3.5, 11月12日, 12/3: the day as it is typed in words of a status. */
const day =
  '(?<!\\d|\\d[./-])(?<day>(?:(?:20)?\\d\\d[年./-])?\\d{1,2}(?:月\\d{1,2}[日号]?|[./-]\\d{1,2}))(?![\\d%./-]|前|之前|以前|底)';
/** Words the day of which it can be. */
const done =
  '(?:已|均|全部|同意|准予|予以|当场|现场|完成|整改(?:完|到位|结束)|办结|销号|摘牌|验收|复查|复核|核查|通过|合格|解决|落实到位)';
const forms: readonly RegExp[] = [
  // 2026.3.5已整改到位
  new RegExp(`(?<=^|[,，。;；])(?:于|在)?${day}[,，:：]?(?=${done})`, 'g'),
  // 已于3月5日完成整改
  new RegExp(`(?<=^(?:该|此|本)?(?:问题|项|事项|任务|隐患)?(?:均|全部)?已经?)(?:于|在)?${day}(?=${done})`, 'g'),
  // 已完成(11月12日), 已销号 12/3
  new RegExp(`(?<=^[√✓✔☑]?[^\\d,，。;；、(（]{0,12})[,，:：(（]?(?:于|时间|日期)?[:：]?${day}[)）]?[。.]?$`, 'g'),
];

/** Every form has it, and most texts do not. */
const inAnyDay = /\d[月./-]/;

/** The words of a status without the day told among them. */
export interface StatusWithDay {
  readonly words: string;
  readonly day: string;
}

/**
 * Parts the one day a status cell tells from its words; null where it tells none, or several. `text` is without spaces,
 * full-width forms made plain.
 */
export function partStatusDay(text: string): StatusWithDay | null {
  if (!inAnyDay.test(text)) return null;
  const found = forms.flatMap((form) => [...text.matchAll(form)]);
  const [first] = found;
  if (!first || found.some(({ groups }) => groups!['day'] !== first.groups!['day'])) return null;
  const words = text.slice(0, first.index) + text.slice(first.index + first[0].length);
  return { words, day: first.groups!['day']! };
}
