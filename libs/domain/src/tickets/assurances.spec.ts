import { assurances, readAllAssured, readAssured } from './assurances.js';

describe('whether something is assured', () => {
  it.each(
    (
      '是|有|√|✓|☑|Y|已落实|落实|已落实到位|落实到位|到位|已到位|均已落实|全部落实|已明确|已制定|已编制|已安排|已筹措|√已落实|' +
      '已落实（12万元）|已落实，责任人已明确|已落实。|已 落 实|有，12万元|已制定：现场处置方案'
    ).split('|'),
  )('is said by %s', (text) => {
    expect(readAssured(text)).toBe(true);
  });

  it.each(
    '否 无 没有 × ✗ N 未落实 尚未落实 暂未落实 未到位 待落实 未制定 未明确 未安排 未完全落实 未落实（缺资金）'.split(
      ' ',
    ),
  )('is denied by %s', (text) => {
    expect(readAssured(text)).toBe(false);
  });

  it.each(
    '部分落实 基本落实 正在落实 已部分落实 已落实，资金尚缺3万元 未落实，已上报 12万元 责任人：钱进 12月底前 不需要 ○ 见附件 落实中 已完成 无需资金'.split(
      ' ',
    ),
  )('is left open by %s', (text) => {
    expect(readAssured(text)).toBeNull();
  });

  const all = (value: boolean) => Object.fromEntries(assurances.map(({ code }) => [code, value]));

  it.each([
    '是',
    '√',
    '已落实',
    '五落实均已到位',
    '“五落实”已落实',
    '五项全部落实',
    '责任、措施、资金、时限、预案均已落实',
  ])('of all five is said by %s', (text) => {
    expect(readAllAssured(text)).toEqual(all(true));
  });

  it('of all five is told part by part', () => {
    expect(readAllAssured('责任、措施已落实，资金未落实；预案：已制定')).toEqual({
      assuredDuty: true,
      assuredMeasure: true,
      assuredFunds: false,
      assuredPlan: true,
    });
    expect(readAllAssured('责任√ 措施√ 资金× 时限√ 预案√')).toEqual({ ...all(true), assuredFunds: false });
  });

  it.each(['否', '未落实', '部分落实', '责任已落实，其他正在落实', '责任人钱进', '见附件'])(
    'of all five is left open by %s',
    (text) => {
      expect(readAllAssured(text)).toBeNull();
    },
  );
});
