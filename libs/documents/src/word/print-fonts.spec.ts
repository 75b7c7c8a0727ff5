import { fonts } from './official-layout.js';
import { printFontRules } from './print-fonts.js';

const free = ['Noto Serif CJK SC', 'Noto Sans CJK SC'];
/** The family and weight a font's rule names; null without a rule. */
function printed(name: string, installed: readonly string[]): string | null {
  const rules = printFontRules(new Set(installed)) ?? '';
  const [found] = [...rules.matchAll(/<match.*<\/match>/g)]
    .map(String)
    .filter((rule) => rule.includes(`first"><string>${name}<`));
  if (!found) return null;
  return `${/strong"><string>([^<]*)/.exec(found)![1]}${found.includes('bold') ? ' bold' : ''}`;
}

describe('fonts for print', () => {
  it('tell the levels of headings apart where a machine has free fonts alone', () => {
    const levels = [fonts.hei, fonts.kai, fonts.fang].map(({ name }) => printed(name, free));
    expect(levels).toEqual(['Noto Sans CJK SC bold', 'Noto Sans CJK SC', 'Noto Serif CJK SC']);
    expect(printed('方正小标宋_GBK', free)).toBe('Noto Serif CJK SC');
  });

  it('leave what is installed as it is, and let it stand for its kind', () => {
    const installed = [...free, '黑体', 'KaiTi'];
    expect([printed('黑体', installed), printed('SimHei', installed)]).toEqual([null, '黑体']);
    expect(printed('楷体_GB2312', installed)).toBe('KaiTi');
  });

  it('are left to the machine that has none of them', () => {
    expect(printFontRules(new Set(['DejaVu Sans']))).toBeNull();
  });
});
