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
const stand: Record<FontRole, { family: string; bold?: true }> = {
  title: { family: serif },
  song: { family: serif },
  fang: { family: serif },
  kai: { family: sans },
  hei: { family: sans, bold: true },
};

const namesOf = (role: FontRole) =>
  [fonts[role].name, ...fonts[role].substitutes, ...otherNames[role]].filter((name) => !name.startsWith('Noto '));

/**
 * Rules for fontconfig: each font of an official document that the machine lacks is printed in another of its kind, else
 * in a free one. What is there stays as it is. Null where there is nothing to say.
 * @param installed the families fontconfig knows
 */
export function printFontRules(installed: ReadonlySet<string>): string | null {
  const rules = (Object.keys(fonts) as FontRole[]).flatMap((role) => {
    const names = namesOf(role);
    const kindred = names.find((name) => installed.has(name));
    const { family, bold } = kindred ? { family: kindred, bold: false } : stand[role];
    if (!installed.has(family)) return [];
    return names.filter((name) => !installed.has(name)).map((name) => rule(name, family, bold ?? false));
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
