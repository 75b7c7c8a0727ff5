import { type FontRole, fonts } from './official-layout.js';
import { escapeXml } from '../packages/xml-text.js';

/** Further names under which the fonts of official documents stand in files of other bureaus. */
const otherNames: Record<FontRole, readonly string[]> = {
  title: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05', 'FZXBSJW--GB1-0'],
  song: ['新宋体', 'NSimSun', '方正书宋_GBK', 'STSong', '华文宋体'],
  fang: ['FangSong_GB2312', '方正仿宋_GBK', '方正仿宋简体', 'STFangsong', '华文仿宋'],
  kai: ['KaiTi_GB2312', '方正楷体_GBK', '方正楷体简体', 'STKaiti', '华文楷体'],
  hei: ['方正黑体_GBK', '方正黑体简体', 'STHeiti', '华文黑体'],
};

const serif = 'Noto Serif CJK SC';
const sans = 'Noto Sans CJK SC';

/** What is printed where a machine has no font of a role: two families and a weight keep the four levels of headings apart. */
const stand: Record<FontRole, { family: string; bold: boolean }> = {
  title: { family: serif, bold: false },
  song: { family: serif, bold: false },
  fang: { family: serif, bold: false },
  kai: { family: sans, bold: false },
  hei: { family: sans, bold: true },
};

const namesOf = (role: FontRole) =>
  [fonts[role].name, ...fonts[role].substitutes, ...otherNames[role]].filter((name) => !name.startsWith('Noto '));

const roles = Object.keys(fonts) as FontRole[];

/** What a font is in official documents; null for all others. */
export const fontRole = (name: string): FontRole | null => roles.find((role) => namesOf(role).includes(name)) ?? null;

/** What prints a role: a font of its kind where there is one, else a free one. */
export function printedAs(role: FontRole, isInstalled: (family: string) => boolean): { family: string; bold: boolean } {
  const kindred = namesOf(role).find(isInstalled);
  return kindred === undefined ? stand[role] : { family: kindred, bold: false };
}

/**
 * Rules for fontconfig: each font of an official document that the machine lacks is printed in another of its kind, else
 * in a free one. What is there stays as it is. Null where there is nothing to say.
 * @param installed the families fontconfig knows
 */
export function printFontRules(installed: ReadonlySet<string>): string | null {
  const rules = roles.flatMap((role) => {
    const { family, bold } = printedAs(role, (name) => installed.has(name));
    if (!installed.has(family)) return [];
    const missing = namesOf(role).filter((name) => !installed.has(name));
    return missing.map((name) => rule(name, family, bold));
  });
  if (rules.length === 0) return null;
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    ...rules,
    // After ours: the machine's own rules add families of every kind to what is asked for.
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    '</fontconfig>',
  ].join('\n');
}

function rule(name: string, family: string, bold: boolean): string {
  const weight = bold ? '<edit name="weight" mode="assign"><const>bold</const></edit>' : '';
  return (
    `<match target="pattern"><test name="family" qual="first"><string>${escapeXml(name)}</string></test>` +
    `<edit name="family" mode="assign" binding="strong"><string>${escapeXml(family)}</string></edit>${weight}</match>`
  );
}
