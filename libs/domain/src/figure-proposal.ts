import { figureCues } from './figure-cues.js';
import type { Figure, FigureGroup } from './figure.js';

/** What stands around a place to fill. */
export interface FigurePlace {
  /** Of the same sentence, before the place and back to the place before it; its last characters stand next to it. */
  before: string;
  /** Up to the next stop or the next place; begins with the measure word. */
  after: string;
  /** What follows `after` in the sentence, up to the next place. */
  later: string;
  /** The paragraph up to `before`; `sentenceLength` of its last characters belong to the same sentence. */
  earlier: string;
  sentenceLength: number;
  /** How the paragraph begins, up to its first stop. */
  label: string;
  /** Headings above, the nearest last. */
  headings: readonly string[];
  /** Measure word, of money with its scale (万元); empty where there is none, null where a table does not tell it. */
  unit: string | null;
}

export interface FigureProposal {
  figure: Figure;
  /** 0 to 1. */
  confidence: number;
  /** Words and unit that speak for it. */
  words: readonly string[];
  /** null where the place tells no unit. */
  unitFits: boolean | null;
}

/** Measure words that people use for one another, and those that mean one thing. */
const kindredUnits: readonly (readonly string[])[] = [
  ['元', '万元', '圆', '亿元'],
  ['次', '场', '场次', '期', '批次', '堂', '节', '轮'],
  ['人', '名', '人次', '位'],
  ['起', '件', '宗', '例'],
  ['个', '项', '条', '处', '家', '类', '所'],
  ['台', '辆', '台套', '台（套）', '台(套)', '套', '台件', '部', '车'],
  ['块', '幅', '条', '张', '面', '个'],
  ['份', '册', '本', '张', '个'],
  ['公里', '千米', '米'],
  ['立方', '立方米', '方', '吨'],
  ['户', '户次'],
  ['艘', '只', '条'],
  ['顶', '个'],
  ['床', '套', '条'],
  ['件', '套'],
  ['%', '％', '百分点', '个百分点'],
];
const sameUnits: readonly (readonly string[])[] = [
  ['元', '万元', '圆', '亿元'],
  ['台套', '台（套）', '台(套)', '台/套'],
  ['立方', '立方米', '方'],
  ['公里', '千米'],
  ['%', '％'],
  ['场次', '场'],
];

export type UnitFit = 'same' | 'kindred' | 'none' | 'contrary' | 'untold';

/** How the unit written at a place agrees with the unit of a figure. */
export function unitFit(written: string | null, unit: string): UnitFit {
  if (written === null) return 'untold';
  if (written === unit) return written === '' ? 'none' : 'same';
  if (written === '' || unit === '') return 'contrary';
  const together = (groups: readonly (readonly string[])[]) =>
    groups.some((group) => group.includes(written) && group.includes(unit));
  if (together(sameUnits)) return 'same';
  return together(kindredUnits) ? 'kindred' : 'contrary';
}

const unitWeights: Record<UnitFit, number> = { same: 3, kindred: 0.5, none: 0.5, contrary: -4, untold: 0.5 };

/** Words of the part of a report where the figures of a group are told. */
const groupWords: Record<FigureGroup, RegExp> = {
  safety: /安全形势|事故|举报|水域|安全生产/,
  party: /党建|从严治党|党的建设|党风|支部|政治建设/,
  rectification: /巡察|巡视|反馈|整改/,
  enforcement: /执法|打非|立案|专项|危化|矿山|成品油|整治/,
  supervision: /重点任务|督办|督查/,
  publicity: /宣传|演练|安委会|会议|宣教|五进/,
  fire_flood: /防灭火|防火|森林|草原|防汛|抗旱|汛/,
  relief: /减灾|救灾|救助|物资|信息员|示范社区/,
  duty: /值守|值班|防疫|疫情/,
  plan: /下半年|下一步|下步|明年|计划|目标|打算|安排/,
  bureau: /(?!)/,
};
const planHeading = /下半年|下一步|下步|明年|下季度|工作打算|工作安排|重点工作/;

type CueSort = 'telling' | 'following' | 'supporting' | 'needed' | 'contrary';

interface Cue {
  words: readonly string[];
  sort: CueSort;
  weight: number;
}

const cueWeights: Record<CueSort, number> = { telling: 4, following: 4, supporting: 1.6, needed: 3, contrary: -4 };
/** A figure whose needed word stands nowhere. */
const unmet = -4;
const cueSigns: Record<string, CueSort> = { '>': 'following', '+': 'needed', '!': 'contrary' };

function readCue(text: string, at: number): Cue {
  const signed = cueSigns[text[0]!];
  const sort = signed ?? (at === 0 ? 'telling' : 'supporting');
  return { words: (signed ? text.slice(1) : text).split('|'), sort, weight: cueWeights[sort] };
}

const cuesByKey = new Map(
  Object.entries(figureCues).map(([key, text]) => [key, text.split(' ').map(readCue)] as const),
);

/** The bureau's own figures have no cues: pairs of characters of their names stand in. */
function cuesOf(figure: Figure): readonly Cue[] {
  const known = cuesByKey.get(figure.key);
  if (known) return known;
  const name = figure.name.replace(/[^\p{Script=Han}A-Za-z]/gu, '');
  const pairs = [...new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2)))];
  const weight = (cueWeights.telling + 2 * cueWeights.supporting) / Math.max(3, pairs.length);
  return pairs.map((pair) => ({ words: [pair], sort: 'supporting', weight }));
}

const stopForm = /[，。；;、：:！!？?｜|（）()\s]/g;
/** Near enough to speak against a figure or to be named as a reason. */
const near = 0.55;

/** How much a word counts where it stands: right beside the place in full, at the head of the chapter hardly. */
function standing(word: string, place: FigurePlace): number {
  const { before, earlier } = place;
  let best = 0;
  const back = before.lastIndexOf(word);
  if (back >= 0) {
    const between = before.slice(back + word.length);
    // A place that begins a clause is told by what follows it.
    const parted = (between.match(stopForm)?.length ?? 0) * 0.08 + (/[，；。][【［[（(]?\s*$/.test(before) ? 0.3 : 0);
    best = Math.max(0.4, 1 - between.length / 60 - parted);
  }
  best = Math.max(best, following(word, place));
  if (best > 0) return best;
  if (place.later.includes(word)) return 0.45;
  const ago = earlier.lastIndexOf(word);
  const distance = earlier.length - ago;
  if (ago >= 0 && distance <= place.sentenceLength) return Math.max(0.25, 0.5 - distance / 100);
  if (place.label.includes(word)) return place.sentenceLength >= earlier.length ? 0.42 : 0.3;
  if (place.headings.some((text) => text.includes(word))) return 0.36;
  return ago < 0 ? 0 : Math.max(0.1, 0.32 - distance / 250);
}

function following(word: string, { after }: FigurePlace): number {
  const ahead = after.indexOf(word);
  return ahead < 0 ? 0 : Math.max(0.45, 0.97 - ahead / 20);
}

/** What a cue adds: a needed word that stands only far away is half missed. */
function worth({ sort, weight }: Cue, stands: number): number {
  if (sort === 'contrary') return stands < near ? 0 : weight * stands;
  if (sort === 'needed' && stands < 0.3) return stands < 0.1 ? unmet : unmet / 2;
  return weight * stands;
}

interface Scored {
  figure: Figure;
  score: number;
  words: string[];
  fit: UnitFit;
}

function scoreOf(figure: Figure, place: FigurePlace): Scored {
  const fit = unitFit(place.unit, figure.unit);
  let score = unitWeights[fit];
  const words: string[] = [];
  for (const cue of cuesOf(figure)) {
    let best = 0;
    let bestWord = '';
    for (const word of cue.words) {
      const stands = cue.sort === 'following' ? following(word, place) : standing(word, place);
      const weighed = stands * Math.min(1.2, 0.85 + word.length * 0.07);
      if (weighed > best) [best, bestWord] = [weighed, word];
    }
    score += worth(cue, best);
    if (cue.sort !== 'contrary' && best >= near) words.push(bestWord);
  }
  const chapter = [...place.headings, place.label].join(' ');
  if (groupWords[figure.group].test(chapter)) score += 0.8;
  if (figure.nature === 'target') score += planHeading.test(chapter) ? 1.5 : -1.5;
  else if (figure.source !== 'parameter' && planHeading.test(place.headings.at(0) ?? '')) score -= 0.8;
  return { figure, score, words, fit };
}

/**
 * The figures a place may stand for, best first, at most `count`. Read from the unit, the words beside it and the chapter;
 * what was learned is said in `words`.
 */
export function proposeFigures(place: FigurePlace, figures: readonly Figure[], count = 5): FigureProposal[] {
  const scored = figures.map((figure) => scoreOf(figure, place)).sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return scored.slice(0, count).map(({ figure, score, words, fit }, at) => {
    // Nine points are as much as a plain place gets; a rival close behind halves the trust.
    const strength = Math.max(0, Math.min(1, score / 9));
    const rival = at === 0 ? (second?.score ?? 0) : first!.score;
    const lead = 1 / (1 + Math.exp(-(score - rival)));
    return {
      figure,
      confidence: Math.round(strength * lead * 100) / 100,
      words,
      unitFits: fit === 'untold' ? null : fit === 'same' || fit === 'none',
    };
  });
}

/** Below this a first proposal may be wrong where the same figure is claimed with more right elsewhere. */
const sure = 0.85;
/** A second proposal worth taking instead. */
const plausible = 0.1;

/**
 * The proposals of all places of a report. A report seldom tells one figure twice: of two places that claim the same one,
 * the weaker takes its second proposal first where nobody else claims that.
 */
export function proposeForReport(
  places: readonly FigurePlace[],
  figures: readonly Figure[],
  count = 5,
): FigureProposal[][] {
  const all = places.map((place) => proposeFigures(place, figures, count));
  const claims = new Map<string, number>();
  for (const [first] of all) {
    const { figure, confidence } = first!;
    claims.set(figure.key, Math.max(claims.get(figure.key) ?? 0, confidence));
  }
  return all.map((proposals) => {
    const [first, second, ...rest] = proposals;
    if (!first || !second || first.figure.source === 'parameter') return proposals;
    const { key } = first.figure;
    const yields =
      first.confidence < sure &&
      first.confidence < claims.get(key)! &&
      second.confidence >= plausible &&
      !claims.has(second.figure.key);
    return yields ? [second, first, ...rest] : proposals;
  });
}
