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

/** 需整改12处，已整改12处: all that there are. */
export function countsAllDone(text: string): boolean {
  return allCounted.test(text) && !/[未尚]|其余|剩余|还有/.test(text);
}

/** 区级验收合格，待市级验收; 验收合格后予以销号: one verdict is given, another has to come first. */
const verdictAhead = new RegExp(
  '[,，。;；](?:现|正|目前)?(?:待|等待?|拟|申请|报请|提请)[^,，。;；]{0,10}(?:验收|复核|审核|销号|摘牌)|^(?!.*(?:已|经|\\d)).*(?:合格|通过)后[,，]?(?:再|方可|可|即可)?(?:予以|给予)?(?:销号|摘牌)',
);
export function waitsForVerdict(text: string): boolean {
  return verdictAhead.test(text);
}
