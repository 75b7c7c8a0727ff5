/** Words of a report that claim what only its numbers could tell: they are true of the next one by chance alone. */
export interface WordClaim {
  start: number;
  end: number;
  found: string;
}

const rest = '[^，。；、：:！!？?\\s\\d{}]';
/** What may be without exception or come to nothing. */
const outcome =
  '(?:完成|整改|整治|治理|销号|办结|到位|落实|闭环|清零|结案|达标|合格|消除|兑现|发放|配齐|覆盖|通过|设置|建立|安装|配备|签订|公示|处置|处理|回复|解决|答复|验收|实现)';
const forms: readonly RegExp[] = [
  // As before.
  new RegExp(`(?:[与和同较比]${rest}{1,8}|[同环]比)?(?:基本)?持平`, 'g'),
  /[“"]?双(?:下降|降)[”"]?/g,
  /[同环]比[^，。；、：:\s\d{}]{0,4}(?:下降|上升|增长|减少|增加|提高|提升|降低|回落|回升|下滑)/g,
  // How things stand.
  /(?:总体|持续|整体|保持)(?:保持|持续|基本)?(?:平稳|稳定|向好)(?:向好|可控|有序)?/g,
  // All of them, or none.
  new RegExp(`(?<!安)全部(?!门)${rest}{0,6}${outcome}`, 'g'),
  /(?<!安)全部(?:的|行政)?(?:村|社区|乡镇|镇街|街道|企业|单位|学校|园区|小区|网格|场所|站点|点位)(?:[（(][^（()）]{1,6}[）)])?/g,
  new RegExp(`(?<![平人年户月日周])均(?:已|未|无|为|按|达|得到|完成|落实|实现|在|符合)${rest}{0,8}`, 'g'),
  new RegExp(
    `无一${rest}{1,8}|(?:未|没有)(?:发生|出现|发现|接到|收到|引发|造成|产生|新增)${rest}{1,16}` +
      `|没有(?:一|任何|人员)${rest}{1,12}|无${rest}{0,4}(?:事故|伤亡)(?:发生)?` +
      `|(?<![有毫])无(?:新增|新发|重大|较大|逾期|超期|违规|违纪|积压|遗漏|瞒报)${rest}{1,12}`,
    'g',
  ),
  /[“"]?零(?:事故|死亡|伤亡|亡人|隐患|逾期|投诉|上访|进京|滞留|火情|火灾|违纪|差错|失误|遗漏|积压|新增|发生|发案|感染|扩散|疫情|舆情|泄密|失泄密)[”"]?|“双零”|(?:动态|全部|存量|实现)?清零/g,
  new RegExp(`${rest}{1,8}(?:数|率|量|件|案)(?:均|都|保持)?为(?:零|0(?![.\\d]))`, 'g'),
  // What was kept from happening.
  new RegExp(`(?:有效)?(?:杜绝|遏制|防止|避免)了${rest}{1,12}`, 'g'),
  // The first time, or time after time, or the first of all.
  new RegExp(`首次${rest}{1,8}|连续[两三四五六七八九十\\d]{1,2}(?:年|个?月|个?季度)`, 'g'),
  /(?:位居|位列|排名|名列)[^，。；、\d]{0,8}(?:首位|第[一二三四五六七八九十]|前[三五十]|前列|榜首)/g,
  // Of one year of a five-year plan.
  /[“"]?[一二三四五六七八九十]{1,3}五[”"]?(?:规划)?的?(?:开局|收官|决胜|起步)(?:之年|首年)?/g,
];
/** What is to be is no claim. */
const wanted = /力争|争取|确保|努力|务必|必须|应当|要求|严禁|防止|杜绝|追求|(?:将|要|应)[^，。；]{0,4}$/;
/** Which way a number went, right before it. */
const direction =
  /(?:提高|提升|上升|增长|增加|扩大|回升|下降|降低|下滑|回落|减少|缩小|缩短|压减|[升增降减](?=[到至为]))(?:[到至为了]|幅?达)?约?\s?$/;
/** That a number is a little less or more, which only some of a tag can print: 近{x}块. */
const roughness = /(?<![附最邻临就远])(?:将近|接近|近|不足|不到|超过|超|逾|突破)\s?$/;
const clauseForm = /[^，。；！!？?]+/g;
/** Titles, what stands only where there is none of something, and what was put there by a tag. */
const aside = /《[^》]{0,60}》|\{\^[^{}]{1,40}\}[^{}]{0,200}(?=\{\/)|\{[^{}]*\}/g;

const tagForm = /\{[^{}]*\}/g;

/**
 * One for each clause that claims something, from the first of its words to the last; and the words before a number that
 * tell which way it went, or that it is rough, where another takes its place.
 * @param numbers those that do, besides the tags of a template
 */
export function wordClaims(text: string, numbers: readonly { start: number; end: number }[] = []): WordClaim[] {
  const tags = [...text.matchAll(tagForm)].map(({ index }) => ({ start: index }));
  const ways = [...numbers, ...tags].flatMap(({ start }) => [
    ...wordsBefore(direction, text, start),
    ...wordsBefore(roughness, text, start),
  ]);
  const claims = claimsOfClauses(text);
  const isIn = (way: WordClaim) => claims.some(({ start, end }) => way.start >= start && way.end <= end);
  return [...claims, ...ways.filter((way) => !isIn(way))].sort((one, other) => one.start - other.start);
}

function wordsBefore(form: RegExp, text: string, at: number): WordClaim[] {
  const clause = /[^，。；！!？?]*$/.exec(text.slice(0, at))![0];
  const way = form.exec(clause);
  if (!way || wanted.test(clause.slice(0, way.index))) return [];
  const start = at - clause.length + way.index;
  const found = way[0].trimEnd();
  return [{ start, end: start + found.length, found }];
}

function claimsOfClauses(text: string): WordClaim[] {
  const plain = text.replace(aside, (found) => '\u0001'.repeat(found.length));
  return [...plain.matchAll(clauseForm)].flatMap(({ 0: clause, index }) => {
    const found = forms.flatMap((form) => [...clause.matchAll(form)]);
    if (found.length === 0) return [];
    const start = Math.min(...found.map((match) => match.index));
    const end = Math.max(...found.map((match) => match.index + match[0].length));
    if (wanted.test(clause.slice(0, start))) return [];
    return [{ start: index + start, end: index + end, found: text.slice(index + start, index + end) }];
  });
}
