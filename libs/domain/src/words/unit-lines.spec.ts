import { readUnitLines, sectionsAtMost } from './unit-lines.js';

const read = (text: string, bureau?: string) => readUnitLines(text.split('\n'), bureau);

describe('pasted sections', () => {
  it('are one on a line, without numbering, blanks and empty lines', () => {
    expect(read('1. 办公室\r\n\n2、危 化 科 \n（三）政策法规、规划财务科\n四、\u200b应急指挥中心。').names).toEqual([
      '办公室',
      '危化科',
      '政策法规、规划财务科',
      '应急指挥中心',
    ]);
  });

  it('may stand beside each other, as in a row of a sheet', () => {
    expect(read('办公室\t危化科，减灾救灾科;非煤矿山科').names).toHaveLength(4);
  });

  it('keep the blanks of other scripts and digits that belong to the name', () => {
    expect(read('Safety  Office\n12350举报中心').names).toEqual(['Safety Office', '12350举报中心']);
  });

  it('count once however often they stand there, and say how often that was', () => {
    expect(read('危化科\n危化 科\n办公室\n危化科')).toEqual({ names: ['危化科', '办公室'], repeated: 2, problems: [] });
  });

  it('that cannot be taken are named with their line', () => {
    const { names, problems } = read(`办公室\n\n${'长'.repeat(51)}\n青河区应急管理局`, '青河区应急管理局');
    expect(names).toEqual(['办公室']);
    expect(problems).toMatchObject([
      { line: 3, problem: 'tooLong' },
      { line: 4, problem: 'isBureau', name: '青河区应急管理局' },
    ]);
  });

  it('end at the limit, and the first line beyond it is named', () => {
    const lines = Array.from({ length: sectionsAtMost + 1 }, (_, at) => `第${at + 1}科`);
    const { names, problems } = readUnitLines(lines);
    expect([names.length, problems]).toEqual([
      sectionsAtMost,
      [{ line: sectionsAtMost + 1, name: `第${sectionsAtMost + 1}科`, problem: 'tooMany' }],
    ]);
  });
});
