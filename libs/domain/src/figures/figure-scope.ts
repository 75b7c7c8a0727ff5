import { isOwnHeading, type OwnArea } from './own-area.js';
import { sentenceOf, type FigurePlace } from './figure-standing.js';

/** Figures that count what the whole bureau has, of whatever occasion. */
const ofTheWhole =
  /^(?:hazards_(?:general|major)(?:_done|_rate|_open)?|cases_filed|fines|production_halts|rectify_funds)$/;

const word = '[^，。；;：:、（）()“”\\s\\d]';
/** Words of what is narrower than the bureau: an action, who else looked, a place. */
const narrower: readonly RegExp[] = [
  new RegExp(
    `(?:“[^”]{2,12}”)?${word}{0,12}?(?:专项(?:整治|治理|检查|执法|排查|行动)+|百日(?:行动|攻坚|整治|会战)|大排查(?:大整治)?|大检查|集中(?:整治|排查|检查)|攻坚(?:行动|战)|三年行动(?:等各专项行动)?|拉网式?(?:排查|检查)|整治行动)`,
    'g',
  ),
  /(?:国家|省|市)[^，。；\s]{0,6}(?:督导|督查|巡查|检查|专家)组/g,
  /(?<=^|[，。；在对])[^，。；、各全\s]{2,4}(?:街道|镇|乡)(?=[^，。；]{0,8}(?:排查|发现|查出|检查))/g,
];
/** 其中城关镇排查: a town, or a section that did it, of whatever is counted. */
const ofPart =
  /其中[：:，]?(?:由|在)?((?![^，。；]{0,8}各)[^，。；：:、（）()\s\d]{2,8}?(?:(?:街道|镇|乡|开发区|园区)(?!级|村)|(?:大队|中队|分局|[科股所])(?=[^，。；、\d]{0,4}(?:排查|发现|查出|检查|查处|立案|办理|开展|完成|整改))))[^，。；]{0,12}$/;
const did = '(?:排查|发现|查出|检查|查处|立案|办理|办结|开展|完成|整改|督办)';
const notAll = '(?![^，。；]{0,8}(?:[各等及和与]|(?<!安)全))';
const town = `[^，。；：:、（）()\\s\\d在对到于向]{2,4}(?:街道|镇|乡)(?=[^，。；、级村]{0,4}${did})`;
const section = `${word}{1,9}?(?:大队|中队|支队|专班|分局|[科股所])(?=[^，。；、\\d]{0,2}${did})`;
/** Who did something, at the head of a clause, or the whole again. It holds to the sentence's end. */
const doer = new RegExp(
  `(?<=^|[，；：]|其中)(?:(?<whole>全[局区县市]|我局|本局|[合总]计)|(?<part>${notAll}(?:${town}|${section})))`,
  'g',
);
/** An industry, of a count that has no figure for each. */
const industry =
  /(?:^|[，；：])([^，。；：、\s\d各等重点全在对聚焦围绕]{2,8}(?:行业|领域))(?=[^，。；、]{0,4}(?:排查|发现|查出|检查|立案))/;

/** An action against major hazards finds all there are. */
const isWhole = /重大(?:事故)?隐患/;
const inFront =
  /^年?(?:[一二三四五六七八九十]+是)?(?:(?:深入|扎实|持续|组织)?(?:开展|推进|实施)|在|结合|通过|依托|以)*/;

/**
 * What the sentence, or the words its paragraph begins with, narrow a count of the whole bureau to: a campaign, an
 * inspection by others, a place. Null where nothing does, or for another figure.
 */
export function narrowedTo(key: string, place: FigurePlace): string | null {
  const isText = place.column === null;
  // Headings of other columns stand before those of a cell: what they are headed with is no word of its row.
  const [, part] = ofPart.exec(isText ? sentenceOf(place) : place.before) ?? [];
  if (part) return part;
  const named = isText ? [...sentenceOf(place).matchAll(doer)].at(-1)?.groups : undefined;
  if (named?.part) return named.part;
  if (!ofTheWhole.test(key)) return null;
  const [, ofIndustry] = (isText && !named?.whole && industry.exec(sentenceOf(place))) || [];
  if (ofIndustry) return ofIndustry;
  for (const text of [sentenceOf(place), place.label]) {
    for (const form of narrower) {
      const last = [...text.matchAll(form)].map(([found]) => found.replace(inFront, '')).at(-1);
      if (last && !isWhole.test(last)) return last;
    }
  }
  return null;
}

const amongThem = /其中[：:，]?([^，。；：:、\d*＊]{2,14}?)(?:共|有|为|达)?$/;

/**
 * 开展演练12场，其中省级演练*场: what is told of those counted right before, and claims the same figure, is a part of them.
 * @param keys of each place the figure it claims; null where it claims none of the whole report
 */
export function partsOfSentences(places: readonly FigurePlace[], keys: readonly (string | null)[]): (string | null)[] {
  return places.map((place, at) => {
    const key = keys[at] ?? null;
    const whole = key === null || at === 0 ? -1 : keys.lastIndexOf(key, at - 1);
    if (place.column !== null || whole < 0 || !isOneSentence(places.slice(whole + 1, at + 1))) return null;
    return amongThem.exec(place.before)?.[1] ?? null;
  });
}

/** None of them begins a sentence of its own. */
const isOneSentence = (places: readonly FigurePlace[]) => places.every(({ sentenceLength }) => sentenceLength > 0);

/** A row that counts all the others. */
const totalRow = /^(?:合计|总计|全[局区县市]|本局)|[合总]计$/;

/**
 * Of the places of one column that claim the same figure in rows of different headings only the row of the total tells the
 * whole bureau's; each other one is told the part its row is headed with.
 * @param keys of each place the figure it claims; null where it claims none of the whole report
 */
export function partsOfColumns(
  places: readonly FigurePlace[],
  keys: readonly (string | null)[],
  own: OwnArea | null,
): (string | null)[] {
  const rowsOf = new Map<string, Set<string>>();
  const claims = places.map(({ table, column, label }, at) => {
    if (table === null || keys[at] === null || label.trim() === '') return null;
    const claim = JSON.stringify([table, column, keys[at]]);
    rowsOf.set(claim, (rowsOf.get(claim) ?? new Set()).add(label));
    return claim;
  });
  return places.map(({ label }, at) => {
    const claim = claims[at];
    if (!claim || rowsOf.get(claim)!.size < 2) return null;
    const heading = label.replace(/\s/g, '');
    return totalRow.test(heading) || isOwnHeading(heading, own) ? null : label.trim();
  });
}
