/** What a source of fed back problems is by its name: an inspection round, something else, or hard to say. */
export type RoundGuess = 'round' | 'other' | 'unclear';

const round = /巡察|巡视|轮|回头看/;
const other =
  /审计|考核|考评|测评|自查|自检|督查|督导|督察|检查|抽查|民主生活会|述职|述责|评估|评议|信访|举报|主题教育|专项(?:整治|治理|行动)|热线|提案|建议案|交办单|年度.{0,8}评|执法监察|审查|排查/;

/** 八届区委第二轮巡察; 2025年度安全生产目标管理考核 is none, 自查自纠整改 neither; 巡察整改审计 is one of the first. */
export function guessRound(name: string): RoundGuess {
  if (round.test(name)) return 'round';
  return other.test(name) ? 'other' : 'unclear';
}
