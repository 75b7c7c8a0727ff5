import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A font of the machine. */
export interface FontFace {
  families: readonly string[];
  file: string;
  /** Which of a collection's fonts; null in a file of one. */
  face: string | null;
  isBold: boolean;
  isChinese: boolean;
}

/**
 * The fonts of this machine: as fontconfig lists them, else those that systems put in known places.
 * @param folders where to look without fontconfig
 */
export async function installedFaces(folders: readonly string[] = fontFolders): Promise<FontFace[]> {
  const listed = await listedFaces();
  return listed.length > 0 ? listed : facesIn(folders);
}

async function listedFaces(): Promise<FontFace[]> {
  const fields = ['file', 'family', 'postscriptname', 'weight', 'slant', 'variable', 'fontformat', 'lang'];
  const format = `${fields.map((field) => `%{${field}}`).join('\\t')}\\n`;
  const list = promisify(execFile)('fc-list', ['--format', format], { timeout: 10_000, maxBuffer: 2 ** 26 });
  const { stdout } = await list.catch(() => ({ stdout: '' }));
  return facesOfList(stdout);
}

/** What fontconfig prints of each font, tabs between. */
export function facesOfList(list: string): FontFace[] {
  return list.split('\n').flatMap((line): FontFace[] => {
    const [file = '', family = '', face = '', weight, slant, variable, format, lang = ''] = line.split('\t');
    // Fonts of variable weight cannot be cut down to the signs in use.
    if (!/^(?:TrueType|CFF)$/.test(format ?? '') || variable === 'True' || slant !== '0') return [];
    const isBold = Number(weight) >= 180;
    // Neither thin nor black: what documents call bold or not.
    if (!isBold && (Number(weight) < 75 || Number(weight) > 100)) return [];
    const isCollection = /\.(?:ttc|otc)$/i.test(file);
    const isChinese = lang.split('|').includes('zh-cn');
    return [{ families: family.split(','), file, face: isCollection ? face : null, isBold, isChinese }];
  });
}

const windows = join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts');

const fontFolders: readonly string[] = [
  ...(process.platform === 'win32'
    ? [windows, join(process.env['LOCALAPPDATA'] ?? '', 'Microsoft', 'Windows', 'Fonts')]
    : []),
  ...(process.platform === 'darwin'
    ? ['/System/Library/Fonts', '/System/Library/Fonts/Supplemental', '/Library/Fonts']
    : []),
  ...(process.platform === 'linux'
    ? ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/noto-cjk', '/usr/share/fonts/google-noto-cjk']
    : []),
];

/** Files of fonts as systems and packages name them: families, and in collections which font. */
const knownFiles: readonly { file: string; families: readonly string[]; face?: string; isBold?: true }[] = [
  { file: 'simfang.ttf', families: ['仿宋', 'FangSong'] },
  { file: 'simkai.ttf', families: ['楷体', 'KaiTi'] },
  { file: 'simhei.ttf', families: ['黑体', 'SimHei'] },
  { file: 'simsun.ttc', families: ['宋体', 'SimSun'], face: 'SimSun' },
  { file: 'STZHONGS.TTF', families: ['华文中宋', 'STZhongsong'] },
  { file: 'FZXBSJW.TTF', families: ['方正小标宋简体'] },
  { file: 'times.ttf', families: ['Times New Roman'] },
  { file: 'timesbd.ttf', families: ['Times New Roman'], isBold: true },
  { file: 'Songti.ttc', families: ['Songti SC', 'STSong'], face: 'STSongti-SC-Regular' },
  { file: 'Songti.ttc', families: ['Songti SC', 'STSong'], face: 'STSongti-SC-Bold', isBold: true },
  { file: 'STHeiti Light.ttc', families: ['Heiti SC', 'STHeiti'], face: 'STHeitiSC-Light' },
  { file: 'STHeiti Medium.ttc', families: ['Heiti SC', 'STHeiti'], face: 'STHeitiSC-Medium', isBold: true },
  ...(['Serif', 'Sans'] as const).flatMap((kind) =>
    (['Regular', 'Bold'] as const).map((weight) => ({
      file: `Noto${kind}CJK-${weight}.ttc`,
      families: [`Noto ${kind} CJK SC`],
      face: `Noto${kind}CJKsc-${weight}`,
      ...(weight === 'Bold' ? { isBold: true as const } : {}),
    })),
  ),
];

/** The fonts of known files in these folders. */
export async function facesIn(folders: readonly string[]): Promise<FontFace[]> {
  const wanted = folders.flatMap((folder) => knownFiles.map((known) => ({ ...known, file: join(folder, known.file) })));
  const found = await Promise.all(
    wanted.map(async ({ file, families, face = null, isBold = false }): Promise<FontFace[]> => {
      const isThere = await access(file).then(
        () => true,
        () => false,
      );
      return isThere ? [{ families, file, face, isBold, isChinese: !families.includes('Times New Roman') }] : [];
    }),
  );
  return found.flat();
}
