import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { facesIn, facesOfList } from './font-finder.js';

const line = (...fields: string[]) => fields.join('\t');

describe('the fonts of a machine', () => {
  it('are those fontconfig lists, each of a collection by its own name', () => {
    const list = [
      line('/f/Serif.ttc', 'Noto Serif CJK SC', 'NotoSerifCJKsc-Regular', '80', '0', 'False', 'CFF', 'en|zh-cn'),
      line('/f/simfang.ttf', '仿宋,FangSong', 'FangSong', '80', '0', 'False', 'TrueType', 'zh-cn|zh-sg'),
      line('/f/Latin-Bold.ttf', 'Latin', 'Latin-Bold', '200', '0', 'False', 'TrueType', 'en'),
    ].join('\n');
    expect(facesOfList(list)).toEqual([
      {
        families: ['Noto Serif CJK SC'],
        file: '/f/Serif.ttc',
        face: 'NotoSerifCJKsc-Regular',
        isBold: false,
        isChinese: true,
      },
      { families: ['仿宋', 'FangSong'], file: '/f/simfang.ttf', face: null, isBold: false, isChinese: true },
      { families: ['Latin'], file: '/f/Latin-Bold.ttf', face: null, isBold: true, isChinese: false },
    ]);
  });

  it.each([
    ['of variable weight', line('/f/V.ttf', 'V', 'V', '80', '0', 'True', 'TrueType', 'zh-cn')],
    ['that lean', line('/f/I.ttf', 'I', 'I', '80', '100', 'False', 'TrueType', 'zh-cn')],
    ['too thin for text', line('/f/T.ttf', 'T', 'T', '0', '0', 'False', 'TrueType', 'zh-cn')],
    ['of another format', line('/f/P.pfb', 'P', 'P', '80', '0', 'False', 'Type 1', 'zh-cn')],
  ])('leave out those %s', (_, listed) => {
    expect(facesOfList(listed)).toEqual([]);
  });

  it('are looked for where systems keep them, without fontconfig', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xiaohao-fonts-'));
    try {
      expect(await facesIn([folder, join(folder, 'nothing')])).toEqual([]);
      writeFileSync(join(folder, 'simsun.ttc'), '');
      expect(await facesIn([folder])).toEqual([
        {
          families: ['宋体', 'SimSun'],
          file: join(folder, 'simsun.ttc'),
          face: 'SimSun',
          isBold: false,
          isChinese: true,
        },
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
