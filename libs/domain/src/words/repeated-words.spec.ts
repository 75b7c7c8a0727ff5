import {
  heavyWordsIn,
  partUnitsAndPersons,
  readAmountCell,
  readDeadlineWords,
  readOpinion,
  readPercent,
  readPersons,
  readStatusWords,
  readUnitNames,
  readVerdict,
  splitNumbered,
  takePersons,
  tellsOfBegunWork,
} from '../index.js';

const readers: Record<string, (text: string) => unknown> = {
  amount: (text) => readAmountCell(text),
  deadline: readDeadlineWords,
  percent: (text) => readPercent({ value: text }),
  status: readStatusWords,
  verdict: (text) => readVerdict([text], readStatusWords),
  opinion: (text) => readOpinion([text], readStatusWords),
  persons: readPersons,
  taken: takePersons,
  units: readUnitNames,
  parted: partUnitsAndPersons,
  heavy: (text) => heavyWordsIn(text, true),
  begun: tellsOfBegunWork,
  numbered: splitNumbered,
};

/** Words of the readers' own alternatives, and such as begin or end another. */
const words =
  '超过 大约 将近 合计 人民币 3万 1 已整改 已 已完成 全部 均 经复查 现场 同意 整改完成 12处已整改 未整改 反弹 验收合格，待 原 原任 现任 张伟、 张伟李强 （张伟） 科 监管一、二、 牵头（甲局） 石桥和 9月前 每月 9月30日（周五） 完成后 之后 延期 十 零 一、 1. 防止 隐患 完成率 约80% 20余 组长 副'.split(
    ' ',
  );

describe.each(Object.entries(readers))('%s', (_, read) => {
  it.each(words)('comes to an end with “%s” over and over, and something else behind it', (word) => {
    const texts = [20, 50, 200].flatMap((times) => ['', 'x', '吧'].map((end) => word.repeat(times) + end));
    const longestAmount = word.repeat(Math.floor(99 / word.length)) + 'x';
    expect(() => [...texts, longestAmount].map(read)).not.toThrow();
  });
});
