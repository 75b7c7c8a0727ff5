import { readUserAgent, type BrowserName, type MachineName } from '@xiaohao/domain';
import type { Label } from './labels.js';

const browsers: Readonly<Record<BrowserName, Label>> = {
  wecom: ['企业微信', 'WeCom'],
  wechat: ['微信', 'WeChat'],
  dingtalk: ['钉钉', 'DingTalk'],
  '360': ['360 浏览器', '360'],
  qq: ['QQ 浏览器', 'QQ Browser'],
  edge: ['Edge 浏览器', 'Edge'],
  firefox: ['火狐浏览器', 'Firefox'],
  chrome: ['Chrome 浏览器', 'Chrome'],
  safari: ['Safari 浏览器', 'Safari'],
};

const machines: Readonly<Record<MachineName, Label>> = {
  harmony: ['鸿蒙设备', 'HarmonyOS device'],
  iphone: ['苹果手机', 'iPhone'],
  ipad: ['苹果平板', 'iPad'],
  android: ['安卓设备', 'Android device'],
  windows: ['Windows 电脑', 'Windows computer'],
  mac: ['苹果电脑', 'Mac'],
  kylin: ['国产系统电脑', 'Kylin or UOS computer'],
  linux: ['Linux 电脑', 'Linux computer'],
};

/** `Windows 电脑 · Edge 浏览器`; whatever says nothing we know is called a program. */
export function deviceWords(agent: string, language: 'zh' | 'en' = 'zh'): string {
  const at = language === 'zh' ? 0 : 1;
  const { browser, machine } = readUserAgent(agent);
  const words = [machine && machines[machine][at], browser && browsers[browser][at]].filter(Boolean);
  return words.length > 0 ? words.join(' · ') : ['程序或未知设备', 'A program or unknown device'][at]!;
}
