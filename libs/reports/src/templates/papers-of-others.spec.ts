import { figureTable, trusted, type OwnNames } from '@xiaohao/domain';
import { linesOf } from './report-lines.js';
import { learnLines, likelyBindings } from './template-learning.js';

const names: OwnNames = { bureau: '临江区应急管理局', area: '临江区' };

async function bound(...paragraphs: string[]) {
  const lines = await linesOf('通报.txt', Buffer.from(paragraphs.join('\n')));
  const learned = learnLines(lines, figureTable, {}, names);
  const bindings = likelyBindings(learned);
  return learned.placeholders.flatMap(({ index, found, proposals: [first] }) =>
    bindings.has(index) || (first?.confidence ?? 0) >= trusted ? [`${found} ${bindings.get(index) ?? '?'}`] : [],
  );
}

describe('of a paper from above only what it tells of the bureau is trusted', () => {
  it.each([
    [
      '滨海市安全生产委员会办公室关于2026年上半年隐患排查整治情况的通报',
      '上半年，全市共排查一般隐患1203条，已整改1100条，整改率91.4%；排查重大隐患36条，已整改销号30条。',
      '红河区排查一般隐患400条，已整改380条，整改率95%。临江区排查一般隐患120条，已整改100条，整改率83.3%。',
    ],
    [
      '关于2026年上半年隐患排查整治情况的通报',
      '各县（市、区）应急管理局：',
      '全市共排查一般隐患1203条，已整改1100条，整改率91.4%；重大隐患36条，已整改销号30条。',
      '临江区应急管理局排查一般隐患120条，已整改100条，整改率83.3%；清河县应急管理局排查一般隐患90条，已整改80条。',
      '滨海市应急管理局',
      '2026年7月3日',
    ],
  ])('%s', async (...paragraphs) => {
    expect(await bound(...paragraphs)).toEqual([
      '120 hazards_general',
      '100 hazards_general_done',
      '83.3 hazards_general_rate',
    ]);
  });

  it('of one that tells nothing of the bureau nothing is', async () => {
    const paragraphs = [
      '滨海市应急管理局关于2026年上半年隐患排查整治情况的通报',
      '上半年，全市共排查一般隐患1203条，已整改1100条，整改率91.4%。',
    ];
    expect(await bound(...paragraphs)).toEqual([]);
  });
});

it('its own report is read as its own, whatever it calls itself', async () => {
  const paragraphs = [
    '临江区应急管理局关于2026年上半年工作情况的报告',
    '上半年，全区共排查一般隐患120条，已整改100条，整改率83.3%。',
    '临江区应急管理局',
  ];
  expect(await bound(...paragraphs)).toEqual([
    '120 hazards_general',
    '100 hazards_general_done',
    '83.3 hazards_general_rate',
  ]);
});

it('a report of a neighbour, read as a model, tells of its own area as the bureau of its', async () => {
  const paragraphs = [
    '清河县应急管理局关于2026年上半年工作情况的报告',
    '上半年，全县共排查一般隐患120条，已整改100条，整改率83.3%。',
  ];
  expect((await bound(...paragraphs)).length).toBe(3);
});
