import { documentTexts, inspectTemplate, writeOfficialDocument } from '@xiaohao/documents';
import { FigureBook } from '../figures/definitions/figure-book.js';
import { checkedTemplateKeys, KeyBook, knownIn } from './template-keys.js';
import { proposeRepairs, repairTemplate } from './template-doctor.js';

const book = new KeyBook(new FigureBook(), []);

async function documentOf(...texts: string[]) {
  const blocks = texts.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] }));
  return writeOfficialDocument({ title: '通报', addressee: '各科室：', blocks }, new Date(0));
}

async function examined(...texts: string[]) {
  const file = await documentOf(...texts);
  const { problems } = await inspectTemplate(file, knownIn(book));
  return { file, problems: proposeRepairs(problems, book.words()) };
}

describe('the template doctor', () => {
  it.each([
    ['{巡查问题数}', '{巡察问题数}'],
    ['{publicity_leaflet|万余}', '{publicity_leaflets|万余}'],
    ['{巡察 问题数}', '{巡察问题数}'],
    ['{巡察问题数|整}', '{巡察问题数}'],
    ['{危化罚款|万|千}', '{危化罚款|万}'],
    ['｛巡察问题数｝', '{巡察问题数}'],
  ])('proposes for %s the tag %s', async (tag, proposal) => {
    const { problems } = await examined(`共${tag}个`);
    expect(problems.map((problem) => problem.proposal)).toEqual([proposal]);
  });

  it.each(['共{绿植盆数}盆', '共{巡察问题数个', '共巡察问题数}个'])(
    'leaves to a person what only a person can tell: %s',
    async (text) => {
      const { problems } = await examined(text);
      expect(problems.map((problem) => problem.proposal)).toEqual([null]);
    },
  );

  it('puts all proposals in at once, also twice in one paragraph, and what follows fits', async () => {
    const { file, problems } = await examined('共{巡查问题数}个，完成{巡查问题数}个。', '罚款{危化罚款|两}元。');
    const mended = await repairTemplate(file, problems);
    expect((await documentTexts(mended)).slice(-2)).toEqual([
      '共{巡察问题数}个，完成{巡察问题数}个。',
      '罚款{危化罚款}元。',
    ]);
    expect((await inspectTemplate(mended, knownIn(book))).problems).toEqual([]);
  });

  it('tells with its refusal what stays in the text: numbers no tag prints, and what is claimed in words', async () => {
    const file = await documentOf('共{巡查问题数}个，均已销号。', '演练7场，罚款{危化罚款}元。');
    const left = {
      literals: [{ paragraph: 4, found: '7场', context: '演练【7场】，罚款{危化罚款}元。' }],
      claims: [{ paragraph: 3, found: '均已销号', context: '共{巡查问题数}个，【均已销号】。' }],
    };
    await expect(checkedTemplateKeys(file, book)).rejects.toMatchObject({ details: { left } });
  });

  it('renames a list where it opens and where it closes', async () => {
    const { file, problems } = await examined('{#key_task}{title}{/key_task}');
    const mended = await repairTemplate(file, problems);
    expect((await documentTexts(mended)).at(-1)).toBe('{#key_tasks}{title}{/key_tasks}');
    expect((await inspectTemplate(mended, knownIn(book))).problems).toEqual([]);
  });
});
