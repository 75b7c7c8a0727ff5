import { accidentNameOf } from './accident-name.js';

it.each([
  ['甲厂“1·11”坠落事故调查', '甲厂“1·11”坠落事故'],
  ['触电事故的调查', '触电事故'],
  ['“6·20”触电事故调查处理', '“6·20”触电事故'],
  ['关于乙厂火灾事故的调查处理工作', '乙厂火灾事故'],
  ['丙矿顶板事故调查报告', '丙矿顶板事故'],
  ['丙矿顶板事故原因调查', '丙矿顶板事故'],
  [' 丁厂灼烫事故 ', '丁厂灼烫事故'],
  ['关于丁厂灼烫事故', '关于丁厂灼烫事故'],
  ['事故调查', '事故'],
  ['调查', '调查'],
])('an accident is named without the work on it: %s is %s', (title, name) => {
  expect(accidentNameOf(title)).toBe(name);
});
