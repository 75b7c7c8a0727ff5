import { chineseDigitClass } from './chinese-number.js';
import { roughBefore, roughBehind, roughWithin } from './rough-words.js';

/** What a reader of a report takes a written number for; only `figure` is one that may change with the period. */
export const numberSenses = ['figure', 'date', 'article', 'outline', 'ordinal', 'docNumber'] as const;
export type NumberSense = (typeof numberSenses)[number];

export interface WrittenNumber {
  /** Where the star or the digits begin and end in their paragraph, without the words beside them. */
  start: number;
  end: number;
  /** The word before it that makes it rough (约, 近), and those behind it up to the measure word (余万, 千). */
  lead: string;
  words: string;
  /** As written, with the words behind it: `20余万`, `1,236`; of money without its scale. */
  found: string;
  why: NumberSense;
  /** The measure word behind it; of money with its scale (万元). Empty where none stands there. */
  unit: string;
  /** 1, 100, 1000, 10000 or 100000000. */
  scale: number;
  /** 余, 多, 约 and their like, or empty. */
  fuzz: string;
}

const scales: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** Sign for sign, so that every place stays where it is: ２７．５％ is 27.5%. */
export function inHalfWidth(text: string): string {
  return text.replace(/[０-９．％]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Measure words of figures, longest first where one begins another. */
const units = [
  '人次|场次|架次|台次|辆次|台套|台（套）|台\\(套\\)|台/套|台件|处次|户次|家次|车次|批次|人天|公里|千米|毫米|厘米|平方公里|平方米|立方米|立方|公顷|公斤|千克|小时|分钟',
  '个百分点|百分点|万元|元|圆|吨|亩|米|次|起|人|名|个|项|条|家|份|块|台|辆|处|床|顶|件|张|艘|户|场|幅|套|只|支|座|栋|部|枚|头|面|册|本',
  '(?<=\\d大?)方面|方(?!面|式|案|法|向|位|针|可|能)|回(?!头|访|复|应|收|迁|避|归|升|落|看|顾|报|民)|通(?!报|知|过|讯|道|行|信|用|常|车|航)|页(?!岩|面)|趟|则(?!是|为|由|在|应)|幢|盏|篇|期|批|宗|例|位|组|类|种(?![植子类养殖])|对(?![象照应外接标口比症内策于])|羽|剂|株|根|所|间|棵|株|堂|节|轮|袋|箱|瓶|桶|具|把|顿|车|艇|架|门|口|眼|道|段|片|颗|桩|笔|％|%|‰',
].join('|');
const money = /^[元圆]$/;

/** 1.2025年 at the head of an annex is an outline number and a year. */
const arabic = '\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.(?!20\\d{2}年)\\d+)?';
/** 两千余 is two thousands; without a fuzz word the numeral is read as a whole. */
const chinese = `[${chineseDigitClass}两几数]+(?=[千万亿](?:余|多))|[${chineseDigitClass}两几数]+(?:[万亿][${chineseDigitClass}两]+)*`;
/** Number, then on one side of the scale or the other a fuzz word, then the measure word. */
/** Words that begin like a measure word and are none: 部门, 场所. */
const noUnit =
  '部门|部署|部分|场所|家庭|家属|人员|人民|人大|道路|门店|门头|处理|处置|处罚|面积|口径|项目|条例|期间|类型|级|车用|车辆|车间|间接|米粮|艘次';
const tail = `(?<fuzzBefore>${roughWithin})?(?<scale>百|千|万|亿)?(?<fuzzAfter>${roughBehind})?(?<gap>\\s{0,4})(?!${noUnit})大?(?<unit>${units})?(?<fuzzLast>(?<=吨|公里|亩|米|元|小时)[多余])?`;
/** 上千条, 过万人; 以上百家 and 成百上千 are something else. */
const roughBeforeScale = '(?<![以线网场身晚早成百])[上过](?=[百千万])';
const leading = `(?<lead>${roughBefore}|${roughBeforeScale})?`;

/** A star or a row of them stands for one figure, name or date; a blank to fill in for a figure, by the measure word behind it. */
const starForm = new RegExp(
  `${leading}(?<open>[【［[（(]?)(?<number>[*＊]+|_{2,40}|＿{1,40}|…{2,20})(?<close>[】\\]］）)]?)${tail}`,
  'g',
);
const isStar = (sign: string) => /[*＊]/.test(sign);
const numberForm = new RegExp(
  `${leading}(?<number>${arabic}|${chinese}|(?<=[^第])[千百万](?=余|多)|(?<=[上过近约超逾])万)${tail}`,
  'g',
);

const digit = `[\\d${chineseDigitClass}]`;
/**
 * What is no figure, by the form it is written in; the first that covers a number tells what it is. Rows of digits and
 * blanks are bounded: without an end they would be tried from each of their characters on.
 */
const otherSenses: readonly (readonly [NumberSense, RegExp])[] = [
  [
    'docNumber',
    /[〔[［【（(]\s{0,4}\d{4}\s{0,4}[〕\]］】）)]\s{0,4}(?:第)?\s{0,4}\d{1,8}\s{0,4}号|第?\s{0,4}\d{1,8}\s{0,4}号(?:令|文)?/g,
  ],
  [
    'date',
    new RegExp(
      `\\d{2,4}\\s{0,4}年度?(?:\\s{0,4}\\d{1,2}\\s{0,4}月(?:份)?)?(?:\\s{0,4}\\d{1,2}\\s{0,4}[日号])?|[〇零一二三四五六七八九]{4}年|${digit}{1,3}\\s{0,4}月(?:份|底|初|上旬|中旬|下旬)?(?:\\s{0,4}${digit}{1,3}\\s{0,4}[日号])?|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}\\s{0,4}[·•．.]\\s{0,4}\\d{1,2}(?=[”"’]|\\s{0,4}(?:全国|国际|防灾|减灾|安全|森林|世界|系列|宣传))|${digit}{1,3}(?:日|年|季度|个月|个季度|周年|天)(?!均)|\\d{1,2}[:：]\\d{2}|${digit}{1,12}(?:时|点)(?:${digit}{1,12}分)?`,
      'g',
    ),
  ],
  // 1至6月, 3—5日: the first of two.
  [
    'date',
    new RegExp(`${digit}{1,3}(?:月份?|[日号])?\\s?[-—–－~～至到]{1,2}\\s?(?=${digit}{1,3}(?:个?月|[日号]|季度))`, 'g'),
  ],
  // How long something may take or lasts, how far it reaches, what holds every month.
  [
    'date',
    new RegExp(
      `[\\d.${chineseDigitClass}]{1,6}\\s{0,4}(?:分钟|秒|个?工作日|个?小时(?=之内|以内|内|前|后|首报|书面|报|响应|到|抵|出动|集结|一(?:报|调度|巡|轮|次|会商|通报|更新)|[^，。；]{0,4}圈))`,
      'g',
    ),
  ],
  [
    'ordinal',
    new RegExp(
      `${digit}{1,6}\\s{0,4}(?:公里|千米|米)(?=之内|以内|内|范围)|${digit}{1,6}\\s{0,4}人(?:及?以[上下])(?=[^，。；]{0,4}(?:事故|死亡|伤亡))|(?<=每(?:年|半年|季度?|个?月|周|日|天|旬)[^，。；\\d]{0,8})${digit}{1,3}(?=次|场|期|篇|轮)`,
      'g',
    ),
  ],
  // 四个100%: a motto.
  ['ordinal', new RegExp(`(?<![\\d.])${digit}{1,2}个\\s?“?100\\s?[%％]`, 'g')],
  ['article', new RegExp(`第\\s{0,4}${digit}{1,12}\\s{0,4}(?:条|款|章|节|项(?!目|工作))`, 'g')],
  [
    'ordinal',
    new RegExp(
      `第\\s{0,4}${digit}{1,12}\\s{0,4}(?:轮|批|次|届|期|组|位|名|季度|阶段|个|巡|项|类|级|一)?|${digit}{1,12}届(?:${digit}{1,12}次|${digit}{1,12}中)?|${digit}{1,12}(?:中|大)(?=全会|精神|报告|以来|召开|，|、|。)`,
      'g',
    ),
  ],
  [
    'outline',
    new RegExp(
      `^\\s{0,4}(?:附件\\s{0,4}[：:]\\s{0,4})?(?:[（(]${digit}{1,12}[）)]|${digit}{1,12}\\s{0,4}[、.．](?!\\d)|[一二三四五六七八九十]{1,3}、|\\d{1,2}\\s?[、.．](?=20\\d{2}年))|(?<=^|[。；;：:，,\\s])[${chineseDigitClass}]{1,8}(?:是|要|方面)|[①-⑳]|[（(]\\d{1,2}[）)]`,
      'g',
    ),
  ],
  // Fixed names with a number in them, telephone numbers.
  [
    'ordinal',
    /“[^”]{0,12}”|《[^》]{0,60}》|(?<![\d.])(?:1\d{4}|110|119|120|122|1\d{10}|0\d{2,3}-\d{7,8})(?=(?:热线|电话|举报|平台|、1\d{4}|服务|报警|指挥))|(?<=7\s?[×xX]\s?)24\s{0,4}小时|24\s{0,4}小时(?![^，。；]{0,6}(?:值班|值守|带班|在岗))|[一二三四五六七八九两]个(?:维护|意识|自信|确立|责任|必须|坚持|体系|到位|明确|专项|清单|结合)|三年行动|[四三两五]套班子|[三四五六]级|[一二两三]重点?一重大|[一两三五]会一课|一岗双责|[一二三四五六七八九]岗/g,
  ],
];

interface Match {
  start: number;
  end: number;
  groups: Record<string, string | undefined>;
}

const matches = (text: string, form: RegExp): Match[] =>
  [...text.matchAll(form)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    groups: match.groups ?? {},
  }));

/**
 * The stars of a paragraph, and blanks to fill in, each with what the words beside it say; a star is a place to fill
 * whatever it stands for. Dots break off a sentence as well: of them the measure word is the end of something.
 */
export function readStars(text: string): WrittenNumber[] {
  return matches(text, starForm)
    .filter(({ end, groups: { number, unit } }) => {
      if (isStar(number!)) return true;
      return (
        unit !== undefined && (!number!.startsWith('…') || /^(?:$|[，。；;、）)\s])/.test(text.slice(end, end + 1)))
      );
    })
    .map((match) => written(text, match, 'figure'));
}

/** The numbers written in a paragraph, each with what it is taken for. */
export function readNumbers(text: string): WrittenNumber[] {
  const senses = sensesIn(text);
  const numbers = matches(text, numberForm).filter((match) => !isPartOfWord(text, match));
  return numbers.map((match) => {
    const other = senses[match.start + (match.groups.lead ?? '').length]!;
    const why = other > 0 ? otherSenses[other - 1]![0] : isFigure(text, match) ? 'figure' : 'ordinal';
    return written(text, match, why);
  });
}

const ofWords = /^[数几零伍陆两]$/;
/** 一、 and 任务一： count; 一般, 统一, 一年来 do not. */
const oneAlone = /^(?:[、：:，。；）)\s是要]|$)/;
/** What it stands behind where it orders or counts off. */
const ordering = /(?:第|任务|附[件表]|[图表])$/;

/** A sign that is a syllable of a word: 起数, 清零, 队伍, 一般. */
function isPartOfWord(text: string, { start, end, groups: { number, lead, scale, fuzzBefore, unit } }: Match): boolean {
  if (lead ?? scale ?? fuzzBefore ?? unit) return false;
  if (ofWords.test(number!)) return true;
  if (number !== '一') return false;
  const [before, behind] = [text.slice(Math.max(0, start - 2), start), text.slice(end)];
  return !ordering.test(before) && (/[统同唯之万单专]$/.test(before) || !oneAlone.test(behind));
}

/** For every character the row of `otherSenses`, from 1, whose form covers it; 0 for none. */
function sensesIn(text: string): Uint8Array {
  const senses = new Uint8Array(text.length + 1);
  otherSenses.forEach(([, form], row) => {
    for (const { start, end } of matches(text, form)) {
      for (let at = start; at < end; at++) senses[at] ||= row + 1;
    }
  });
  return senses;
}

/** A number in words below ten counts only where something is said to have been done so many times. */
const counting =
  /(?:召开|开展|承担|承接|认领|负责|组织|举办|参加|查处|发生|立案|排查|整改|完成|制定|出台|印发|处理|死亡|受伤|创建|办结|讲党课|培训|检查|会议|共|累计|达)[^，。；]{0,14}$/;

function isFigure(text: string, { start, end, groups }: Match): boolean {
  const { number, unit } = groups;
  if (!unit) return false;
  if (/\d/.test(number!)) return true;
  if (/[十百千万]/.test(number!) || groups.scale) return !/^[十百千万]$/.test(number!) || Boolean(fuzzOf(groups));
  if (/^[，。；、）)]/.test(text.slice(end, end + 1)) && !/^[一]$/.test(number!)) return true;
  return (
    /^(?:次|起|人|名|场|场次|家|份|处|人次|个|项|件)$/.test(unit) &&
    counting.test(text.slice(Math.max(0, start - 24), start))
  );
}

const unitForm = new RegExp(`^(?<scale>百|千|万|亿)?(?<unit>${units})$`);

/** Measure word and scale of a unit that stands alone in a label: 万元, 万人次, 起. */
export function measureOf(text: string): Pick<WrittenNumber, 'unit' | 'scale' | 'words'> {
  const { scale = '', unit = '' } = unitForm.exec(text.trim())?.groups ?? {};
  if (unit === '万元' || (money.test(unit) && scale !== ''))
    return { unit: scale + unit, scale: scales[scale] ?? 10_000, words: scale || '万' };
  return { unit, scale: scales[scale] ?? 1, words: scale };
}

const fuzzOf = ({ number, lead, fuzzBefore, fuzzAfter, fuzzLast }: Match['groups']) =>
  fuzzBefore ?? fuzzAfter ?? fuzzLast ?? lead ?? /^[数几](?=[十百千])|^[数几]$/.exec(number ?? '')?.[0] ?? '';

function written(text: string, { groups, start: leadStart }: Match, why: NumberSense): WrittenNumber {
  const digits = groups.number!;
  // 千余人 has no digits: the scale alone is the number.
  const alone = /^[百千万]$/.test(digits);
  const scaleWord = groups.scale ?? (alone ? digits : '');
  const isMoney = money.test(groups.unit ?? '') && scaleWord !== '';
  const start = leadStart + (groups.lead ?? '').length + (groups.open ?? '').length;
  const end = alone ? start : start + digits.length;
  const words = [alone ? digits : '', groups.fuzzBefore, groups.scale, groups.fuzzAfter].filter(Boolean).join('');
  // Money keeps its scale in the unit: 3.5万元 is the number 3.5 of 万元.
  const taken = isMoney || groups.unit === '万元' ? (groups.fuzzBefore ?? '') : words;
  const bare = !/[\d\p{Script=Han}]/u.test(digits) || why !== 'figure';
  return {
    start,
    end,
    lead: groups.open ? '' : (groups.lead ?? ''),
    words,
    found: bare ? digits : text.slice(start, end + taken.length),
    why,
    unit: isMoney ? `${scaleWord}${groups.unit}` : (groups.unit ?? ''),
    scale: scales[scaleWord] ?? (groups.unit === '万元' ? 10_000 : 1),
    fuzz: fuzzOf(groups),
  };
}
