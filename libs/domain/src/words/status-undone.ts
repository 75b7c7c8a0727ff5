import { stepWords } from './status-done.js';

/** What ends a row, as far as a later word may take it back. */
const ended =
  /(?:已|均|全部)(?:完成|整改|解决|落实|消除)|完成|(?<!不)合格|(?<!未|不)通过|(?<!不)到位|(?<!暂缓|不予|撤销)销号|摘牌|办结|解决/g;
/** It came up again, or has to be done again. */
const again =
  /反弹|复发|又(?:出现|发生|发现|有)|(?:出现|发现|存在)新的?(?:问题|隐患)|重新(?:整改|启动|办理|督办|推进|开展|开挖)|再次(?:整改|办理|出现|发生)|再整改|返工|退回(?=重办|重新|整改|办理|修改|$)/;
/** 防止反弹, 未再反弹, 不需返工: it did not. */
const guarded = /[防避杜免未无没]|不(?![佳好够力])|巩固|坚决/;
const failedReview = /(?:验收|复查|复核|核查)(?:结果)?[:：为]?(?:不合格|不通过|未通过|不达标)/;

/** 已整改，后反弹; 已销号，现重新启动; 已整改，经复查不合格: what was done is open again. `text` is without spaces. */
export function isTakenBack(text: string): boolean {
  const last = [...text.matchAll(ended)].at(-1);
  if (!last) return false;
  const behind = text.slice(last.index + last[0].length);
  return behind.split(/[,，。;；、]/).some((clause) => {
    const found = again.exec(clause);
    return (found !== null && !guarded.test(clause.slice(0, found.index))) || failedReview.test(clause);
  });
}

const countWord = '(?:处|个|项|条|件|家|户|起|台|宗|座)';
const allCounted = new RegExp(
  `(?<!\\d)(\\d{1,4})${countWord}[^\\d。;；]{0,8}?(?:已|均|实际|全部)*(?:完成(?:整改)?|整改(?:完成|到位)?|办结|落实|解决|消除)了?\\1${countWord}?(?:整改)?。?$`,
);

/** 剩余0处, 未完成0项: what is counted is all done. */
const noneLeft = new RegExp(
  `[,，、;；(（]?(?:剩余|尚余|未完成|未整改|未办结|遗留|正在整改|在办)(?:为|[:：])?0${countWord}[)）]?`,
  'g',
);
const countsDone = new RegExp(`(?:已|完成|整改|办结|落实|解决|消除)\\d{1,4}${countWord}`);

/** 需整改12处，已整改12处; 已完成5处，剩余0处: all that there are. */
export function countsAllDone(text: string): boolean {
  const told = text.replace(noneLeft, '');
  if (/[未尚]|其余|剩余|还有/.test(told) || leavesSome(told)) return false;
  return allCounted.test(told) || (told !== text && countsDone.test(told));
}

/** 除2项外均已完成, 绝大多数已整改, 已完成，遗留1项: most of it is done. 除完成整改外，还… tells of more than all. */
const most =
  /除(?!了?(?:已?经?(?:完成|整改)))[^,，。;；]{1,24}外[,，]?(?!还|也|又|另)|多数(?!据)|大[多都]|大半(?!年)|半数|少数|个别(?!谈话|约谈|访谈)|(?<!无|没有|零|历史|无任何)遗留(?!问题)|[仅只](?:[余剩有]|\d)|[,，]除/;

/** Whether a text that says done says so of the most part alone. `text` is without spaces. */
export function leavesSome(text: string): boolean {
  return most.test(text);
}

/** 5件全部办结, 7项任务均已完成, 全部5件已办结: what stands before the words is all there is. */
const allOf = new RegExp(
  `^(?:共|总计|上述|以上|该|这)?(?:\\d{1,4}|各)${countWord}(?!中)([\\u4e00-\\u9fff]{0,8}?)(?=(?:目前)?(?:现)?已?经?(?:全部|均|都|全(?!市|区|县|镇|省|国)))|^(?:全部|所有)\\d{1,4}${countWord}([\\u4e00-\\u9fff]{0,8}?)(?=(?:均|都)?已)`,
);
const anotherCount = new RegExp(`\\d${countWord}`);
const noWhole = new RegExp(`未|待|正|拟|其中|部分|${stepWords}`);

/** The words of a status without all that they are about; the text itself where they may be of some of it. */
export function withoutWhole(words: string): string {
  const text = words.replace(noneLeft, '');
  const found = allOf.exec(text);
  if (!found || noWhole.test(found[0])) return text;
  const rest = text.slice(found[0].length);
  return anotherCount.test(rest) ? text : rest;
}

/** 区级验收合格，待市级验收; 验收合格后予以销号: one verdict is given, another has to come first. */
const verdictAhead = new RegExp(
  '[,，。;；](?:现|正|目前)?(?:待|等待?|拟|申请|报请|提请)[^,，。;；]{0,10}(?:验收|复核|审核|销号|摘牌)|^(?!.*(?:已|经|\\d)).*(?:合格|通过)后[,，]?(?:再|方可|可|即可)?(?:予以|给予)?(?:销号|摘牌)',
);
export function waitsForVerdict(text: string): boolean {
  return verdictAhead.test(text);
}

/** 尚未制定方案: not even the plan of it is made; 方案尚未批复 is a plan that lies with somebody. */
export const noPlan =
  /^(?:该项?|此项?|目前|现|暂|还|仍旧?|尚|一直|至今|始终|依旧|因故|逾期)*(?:(?:没有?|未)(?:研究|编制|制[定订]|拟[定订]|出台|确定|明确|形成)(?:出|好)?(?:相关|具体|相应|整改|实施|工作|治理|处置|推进|专项)*(?:方案|计划|措施|办法)|(?:整改|实施|工作|治理|处置|专项)*(?:方案|计划|措施)(?:目前|现|暂|还|仍|尚)*(?:未|没有?)(?:制?定|制订|拟定|编制|确定|明确|形成|出台))(?=$|[,，。;；(（!！])(?!.*(?:已|正在|完成|中[。]?$))/;
