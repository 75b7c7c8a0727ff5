/** The programs and machines people of a bureau use, in the order that tells them apart: most name several others. */
const programs = [
  ['wecom', /wxwork/i],
  ['wechat', /micromessenger/i],
  ['dingtalk', /dingtalk/i],
  ['360', /qihu|360se|360ee/i],
  ['qq', /qqbrowser/i],
  ['edge', /\bedg(e|a|ios)?\//i],
  ['firefox', /firefox|fxios/i],
  ['chrome', /chrome|crios|chromium/i],
  ['safari', /safari/i],
] as const;

const machines = [
  ['harmony', /harmonyos|openharmony/i],
  ['iphone', /iphone|ipod/i],
  ['ipad', /ipad/i],
  ['android', /android/i],
  ['windows', /windows/i],
  ['mac', /macintosh|mac os x/i],
  ['kylin', /kylin|uos|deepin/i],
  ['linux', /linux|x11/i],
] as const;

export type BrowserName = (typeof programs)[number][0];
export type MachineName = (typeof machines)[number][0];

/** What a browser says of itself; null where it says nothing we know, as scripts do. */
export function readUserAgent(agent: string): { browser: BrowserName | null; machine: MachineName | null } {
  const find = <Name extends string>(table: readonly (readonly [Name, RegExp])[]) =>
    table.find(([, pattern]) => pattern.test(agent))?.[0] ?? null;
  return { browser: find<BrowserName>(programs), machine: find<MachineName>(machines) };
}
