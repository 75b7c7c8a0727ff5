import { isRoughShare, readPercent, shareForms } from './status-percent.js';

/** The share of a row that its status text tells. */
export interface ToldShare {
  readonly percent: number | null;
  /** 约80%, 过半: it is only about so much. */
  readonly rough: boolean;
  /** What stands before it: 整改中 of 整改中（50%）; empty where the share is the statement. */
  readonly beside: string;
}

const upTo = '(?:截[至止]?(?:目前|今|\\d{1,2}月(?:底|\\d{1,2}[日号])?)[,，]?|目前|现|当前)?';
/** What the share is of, where it is all there is to do: 资金到位50%, 覆盖率80% and 主体完成80% tell of a part. */
const ofWhole =
  '(?:(?:该|本|此)?(?:项目|工程|任务|工作|整改))?(?:总体|整体|总的?|形象|工程|施工|建设|整改|任务|工作|目标|办理|推进)?(?:形象)?';
const isSoFar =
  '(?:已经?)?(?:完成|进度|整改|推进|进展|办理|办结)*(?:整改)?(?:率|度|比例|量)?(?:总?(?:工程量|任务量|工作量|任务|工作|进度|量)的?)?(?:为|已?达到?|[:：])?';
const share = `(${shareForms})`;
const statement = `${upTo}${ofWhole}${isSoFar}${share}`;

/** Nothing but the share, or the share before all else: 已完成80%，预计月底完成. */
const told = new RegExp(`^${statement}(?=$|[,，。;；(（])`);
/** 已支付欠款，100%: the only one, in a clause of its own at the end. */
const atEnd = new RegExp(`^[^%]+[,;。]${statement}[。.]?$`);
/** 整改中（50%）, 已完成（90%）, 推进中：进度60%; of 未完成（20%） nobody knows which part is meant. */
const besideState = new RegExp(
  `^((?:目前|现|已|正在?|在)*(?:整改|推进|办理|实施|建设?|施工|进行|处理|处置|落实|改造|治理|完成|办结|启动|有序|持续){1,3}(?:到位|中|之中)?)(?:[(（【[]|[:：])(?:第[一二三四五\\d]{1,2}阶段[,，])?${statement}[)）】\\]]?[。.]?$`,
);
/** 整改中50%: the state and the share without a sign between them. */
const behindState = new RegExp(
  `^((?:正在)?(?:整改|推进|办理|实施|建设|施工|进行|处理|处置|落实|改造|治理)中)${share}$`,
);

const places: readonly (readonly [pattern: RegExp, beside: number | null, share: number])[] = [
  [told, null, 1],
  [besideState, 1, 2],
  [behindState, 1, 2],
  [atEnd, null, 1],
];

const none: ToldShare = { percent: null, rough: false, beside: '' };

/** The share of the whole that a status text tells. `text` is without spaces, full-width forms made plain. */
export function shareIn(text: string): ToldShare {
  for (const [pattern, beside, at] of places) {
    const found = pattern.exec(text);
    if (!found) continue;
    const raw = found[at]!;
    return {
      percent: readPercent({ value: raw }).percent,
      rough: isRoughShare(raw),
      beside: beside === null ? '' : found[beside]!,
    };
  }
  return none;
}

const ofWork = '(?:完成(?:整改|办理)?|整改(?:完成)?|办结|销号|摘牌|落实|解决|化解|处理|消除)(?:了)?';
/** 已完成5/7, 整改3/4项: so many of so many; 12/3, and what stands behind a blank, is a day. */
const someOfAll = new RegExp(
  `^${upTo}(?:均|现场)?(?:已经?)?${ofWork}:?(\\d{1,3})/(\\d{1,3})(?:[项个件处条家户起])?(?=$|[,，。;；(（])`,
);

/** The share of 已完成5/7, of what is left of which somebody has to know; null where it is no part of a whole. */
export function partOfAll(value: string): number | null {
  const [, some, all] = (someOfAll.exec(value.normalize('NFKC').trim()) ?? []).map(Number);
  return some !== undefined && some < all! ? Math.min(99, Math.round((100 * some) / all!)) : null;
}
