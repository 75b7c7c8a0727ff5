import { readingOptions, writtenLedger } from '../../../../../test/support/written-ledgers.js';
import { readSheets } from '../ledger-reader.js';

describe('who reported', () => {
  const head = '序号｜举报内容｜责任单位｜整改时限｜整改情况';
  const ticket = (no: number) => `${no}｜夜间倒灌${no}｜危化科｜2026年12月底｜整改中`;
  const identity = /王秘密|赵暗号|1391234|1370000|柳荫巷/;
  const readAll = async (rows: readonly string[]) =>
    readSheets(await writtenLedger(rows), '台账.xlsx', readingOptions({ today: '2026-07-10' }));

  it.each([
    [
      'in labels above the header',
      ['台账', '被督导单位：云栖镇｜举报人：王秘密｜联系电话：13912345678', head, ticket(1)],
    ],
    ['in one cell with others', ['台账', '举报人：王秘密　联系电话：13912345678　被督导单位：云栖镇', head, ticket(1)]],
    ['its telephone first', ['台账', '联系电话：13912345678，举报人：王秘密｜被督导单位：云栖镇', head, ticket(1)]],
    ['between rows', [head, ticket(1), '责任领导：陆建平｜举报人：赵暗号｜联系电话：13700001111｜｜', ticket(2)]],
    ['alone between rows', [head, ticket(1), '举 报 人：赵暗号', '联系电话：13700001111', ticket(2)]],
    [
      'beside its label',
      [
        '台账',
        '被督导单位：｜云栖镇｜举报人：｜王秘密｜',
        '联系电话：｜13912345678｜住址：｜柳荫巷｜',
        head,
        ticket(1),
      ],
    ],
    [
      'in a cell of the table',
      [head, '1｜夜间倒灌（举报人：王秘密，电话：13912345678）｜危化科｜2026年12月底｜整改中'],
    ],
    [
      'in a labelled cell',
      [`${head}｜责任分工`, `${ticket(1)}｜责任领导：陆建平；责任人：孟繁；来电人：王秘密；联系电话：13912345678`],
    ],
    [
      'in a form',
      [
        '举报核查表',
        '问题名称｜夜间倒灌｜责任单位｜危化科',
        '举报人：王秘密｜｜联系电话：13912345678｜',
        '整改时限｜2026年12月底｜整改情况｜整改中',
        '来电人｜赵暗号｜住址｜柳荫巷',
      ],
    ],
  ])('is kept nowhere: %s', async (_, rows) => {
    const kept = await readAll(rows);
    expect(JSON.stringify(kept)).not.toMatch(identity);
    expect(kept.rows.length).toBeGreaterThan(0);
    expect(kept.rows.at(-1)!.preview.title).toContain('夜间倒灌');
    expect(kept.sheets[0]!.facts?.title ?? '').not.toContain('举报人');
  });

  const labels =
    '控告人： 爆料人： 报料人： 线索提供人： 提供线索人： 信访群众： 来电市民： 举报方： 反映问题人： 举报人名： 举报人1： 举报人甲： 举报人/联系电话： 来电人姓名/电话： 【举报人】 [举报人] 举报人—— 举报人- 举报人= 举\u200b报人： 举\u200f报人： 举\u00ad报人： 举报人¶';
  it.each(labels.split(' '))('is kept nowhere behind %j', async (label) => {
    const rows = [
      '台账',
      `（${label}王秘密）`,
      `${head}｜备注`,
      `1｜夜间倒灌。¶${label}王秘密｜危化科｜2026年12月底｜整改中¶${label}王秘密｜${label}王秘密`,
      `${label}王秘密`,
      ticket(2),
    ];
    const kept = await readAll(rows);
    expect(JSON.stringify(kept)).not.toMatch(identity);
    expect(kept.rows.map(({ preview }) => preview.title).at(-1)).toBe('夜间倒灌2');
  });

  it.each(['第一举报人', '投诉举报人', '12345来电人', '信访件来信人', '控告人', '线索提供人', '来电市民'])(
    'is kept nowhere under %s',
    async (heading) => {
      const kept = await readAll([`${head}｜${heading}｜联系电话`, `${ticket(1)}｜王秘密｜13912345678`]);
      expect(JSON.stringify(kept)).not.toMatch(identity);
    },
  );

  it.each(['来访群众：3批12人', '约谈举报人¶了解到阀门未关', '反映方面：阀门未关', '举报方式：电话'])(
    'is not meant by %s',
    async (text) => {
      const { rows } = await readAll([`${head}｜备注`, `${ticket(1)}｜${text}`]);
      expect(JSON.stringify(rows)).toContain(text.split(/[：¶]/).at(-1));
    },
  );

  it('leaves whom it was reported of and what was answered', async () => {
    const { rows } = await readAll([`${head}｜备注`, `${ticket(1)}｜被举报人：某气站；已回复举报人：满意`]);
    expect(JSON.stringify(rows)).toMatch(/某气站.*满意/);
  });

  it('is told to be withheld', async () => {
    const { rows } = await readAll([head, '1｜夜间倒灌。举报人：王秘密｜危化科｜2026年12月底｜整改中']);
    expect(rows[0]!.preview.issues.map(({ code }) => code)).toContain('reporterWithheld');
    expect(rows[0]!.preview.title).toBe('夜间倒灌。举报人：＊＊＊');
  });
});
