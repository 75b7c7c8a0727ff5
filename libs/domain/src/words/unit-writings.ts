/**
 * Ways of writing several units that the reader of names does not know, brought to those it knows.
 */
const numeral = '(?:[一二三四五六七八九十]|\\d{1,2})';
const nameStart = '(?<=^|[、，,；;\\s])';
const nameEnd = '(?=$|[、，,；;\\s（(])';
/** 监管一、二、三科; 第一、第二检查组. */
const countedUnits = new RegExp(
  `${nameStart}(?<front>[^\\s、，,；;（）()]*?第?)(?<first>${numeral})(?<rest>(?:[、和及]第?${numeral})+)(?<end>[\\u4e00-\\u9fff]{0,4}?(?:科|股|组|队|支部|所|站|处|室))${nameEnd}`,
  'g',
);
/** 石桥、柳河、青山三镇: each of them is one. */
const townsTogether = new RegExp(
  `${nameStart}(?<names>(?:[\\u4e00-\\u9fff]{2,3}[、和及])+[\\u4e00-\\u9fff]{2,3}?)(?:[两二三四五六七八九十]|\\d{1,2})个?(?<end>镇|乡|街道|村|社区|专委会)${nameEnd}`,
  'g',
);
const mark = '(?:牵头|主责|主办|承办|负责|配合|协办|会办|协助|协同|参与|指导|督导)(?:单位|部门|科室)?';
/** （主办）甲局（协办）乙局 */
const markInFront = new RegExp(`[（(【[](${mark})[）)】\\]]\\s*(?=[\\u4e00-\\u9fff])`, 'g');
const opensWithMark = new RegExp(`^\\s*${markInFront.source}`);
/** 甲科（牵头）乙队（配合） */
const markBetween = new RegExp(`([（(【[]${mark}[）)】\\]])(?=[\\u4e00-\\u9fff])`, 'g');
/** 牵头单位（甲局）、配合单位（乙局） */
const markAround = new RegExp(`(?<=^|[\\s、，,；;])(${mark})[（(]([^（）()]+)[）)]`, 'g');
/** 甲科（或乙队） */
const orInBracket = /[（(](或者?[^（）()、，]+)[）)]/g;

export function usualWriting(text: string): string {
  const counted = text
    .replace(countedUnits, (...found) => {
      const { front, first, rest, end } = found.at(-1) as Record<'front' | 'first' | 'rest' | 'end', string>;
      return [first, ...rest.split(/[、和及]第?/).filter(Boolean)].map((no) => front + no + end).join('、');
    })
    .replace(townsTogether, (...found) => {
      const { names, end } = found.at(-1) as Record<'names' | 'end', string>;
      return names
        .split(/[、和及]/)
        .map((name) => name + end)
        .join('、');
    });
  const marked = opensWithMark.test(counted)
    ? counted.replace(markInFront, '；$1：')
    : counted.replace(markBetween, '$1、');
  return marked.replace(markAround, '；$1：$2；').replace(orInBracket, '$1');
}

/** Signs put before or behind a name; what they stand for is told somewhere else, if at all. */
const signs = /^[★☆▲△●○■□◆◇*＊※√☑✓]+|[★☆▲△●○■□◆◇*＊※√☑✓]+$/g;

export function withoutSigns(name: string): string {
  return name.replace(signs, '').trim();
}
