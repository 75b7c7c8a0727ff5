import { readChineseNumber } from '@xiaohao/domain';

const numeral = /\d+|[一二三四五六七八九十]+|[上下](?=半年)/g;

function numberOf(text: string): number {
  if (text === '上' || text === '下') return text === '上' ? 1 : 2;
  return /\d/.test(text) ? Number(text) : (readChineseNumber(text) ?? 0);
}

/** 一季度, 二季度, 三季度: names that differ in their numbers alone follow them, where the first of them stands. */
export function inOrderOfNumbers<Fact extends readonly [name: string, ...unknown[]]>(facts: readonly Fact[]): Fact[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const alike = fact[0].replace(numeral, '#');
    groups.set(alike, [...(groups.get(alike) ?? []), fact]);
  }
  return [...groups.values()].flatMap((alike) => alike.sort(([one], [other]) => compared(one, other)));
}

function compared(one: string, other: string): number {
  const [numbers, others] = [one, other].map((name) => (name.match(numeral) ?? []).map(numberOf));
  const at = numbers!.findIndex((number, index) => number !== others![index]);
  return at < 0 ? 0 : numbers![at]! - others![at]!;
}
