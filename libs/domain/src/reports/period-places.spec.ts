import { parsePeriod } from '../calendar/day.js';
import { findPeriodPlaces } from './period-places.js';
import { periodOfReport } from './report-period.js';

const linesOf = (text: string) => text.split('\n').map((line) => ({ text: line, cell: null }));
const periodOfText = (text: string) => periodOfReport(text.split('\n'));

/** The text with the names of its places in them. */
function tagged(text: string, code?: string): string {
  const period = code ? { period: parsePeriod(code)!, hasYear: true } : periodOfText(text);
  return linesOf(text)
    .map(({ text: line }, at) =>
      findPeriodPlaces(linesOf(text), period)
        .filter(({ paragraph }) => paragraph === at + 1)
        .reduceRight((done, { start, end, key }) => `${done.slice(0, start)}{${key}}${done.slice(end)}`, line),
    )
    .join('\n');
}

describe('the period of a former report', () => {
  it.each([
    ['某局2025年上半年工作总结及下半年工作打算', '2025H1'],
    ['某局2025年度上半年工作总结和2025年下半年重点工作安排', '2025H1'],
    ['关于二〇二五年上半年工作情况的报告', '2025H1'],
    ['防风险 促提升\n——某局2023年度工作总结', '2023'],
    ['2024年工作总结和2025年工作计划', '2024'],
    ['2025年半年工作总结', '2025H1'],
    ['2025年第三季度安全形势分析', '2025Q3'],
    ['2025年1—6月工作情况', '2025H1'],
    ['2025年6月督办情况通报', '2025-06'],
    ['上半年工作推进情况\n（某局，2024年7月）', '2024H1'],
    ['下半年工作总结\n各项工作完成。\n某局\n2026年1月8日', '2025H2'],
    ['年度工作总结\n2023年，各项工作完成。比2022年少两起。', '2023'],
    ['工作汇报\n现将1至6月工作报告如下。\n某局\n2023年7月5日', '2023H1'],
  ])('is read from title, first sentences and signature: %s', (text, code) => {
    expect(periodOfText(text).period?.code).toBe(code);
  });

  it.each([
    ['2025年二季度暨上半年工作情况的报告', ['2025Q2', '2025H1']],
    ['工作情况汇报\n2025年上半年开展检查。2024年下半年问题已整改。', ['2025H1', '2024H2']],
    ['上半年工作总结\n2024年立项，2025年建成。', ['2024H1', '2025H1']],
  ])('is asked for where several may be meant: %s', (text, codes) => {
    const { period, candidates } = periodOfText(text);
    expect([period, candidates.map(({ code }) => code)]).toEqual([null, codes]);
  });

  it.each(['关于前三季度工作情况的汇报\n四季度再接再厉。', '工作情况汇报\n召开党委会3次。'])(
    'is left open where nothing tells it: %s',
    (text) => {
      expect(periodOfText(text)).toMatchObject({ period: null, candidates: [] });
    },
  );
});

describe('the words of its own period in a former report', () => {
  it.each([
    ['2025H1', '2025年上半年工作总结及2025年下半年打算', '{period_label}工作总结及{next_period_label}打算'],
    ['2025H1', '上半年检查3次，下半年重点工作', '{period_word}检查3次，{next_period_word}重点工作'],
    ['2025H1', '截至2025年6月30日已办结；截至6月底共5件', '截至{as_of_date}已办结；截至{as_of_date}共5件'],
    ['2025H1', '到6月底，累计建成5个；到6月30日已办结3件', '到{as_of_date}，累计建成5个；到{as_of_date}已办结3件'],
    [
      '2025H1',
      '至6月底，完成八成；6月底已建成5个；6月底，全区共5个',
      '至{as_of_date}，完成八成；{as_of_date}已建成5个；{as_of_date}，全区共5个',
    ],
    ['2025H1', '截至二季度末共5件；截至上半年底共5件', '截至{as_of_date}共5件；截至{period_word}底共5件'],
    ['2025H1', '自1月1日起至6月30日止', '自{period_start}起至{as_of_date}止'],
    ['2025H1', '今年前六个月，前6个月共3起', '今年{period_word}，{period_word}共3起'],
    ['2025H1', '2025上半年工作总结', '{period_label}工作总结'],
    ['2025H1', '截至6月20日共5件，截至6月20日办结3件', '截至{as_of_date}共5件，截至{as_of_date}办结3件'],
    ['2025H1', '2025年1至6月，今年1—6月份共3起', '{year}年{period_months}，今年{period_months}份共3起'],
    ['2025H1', '2025年1月1日至6月30日', '{period_start}至{as_of_date}'],
    ['2025H1', '比2024年同期少3起，2024年上半年8起', '比{last_year}年同期少3起，{last_year}年{period_word}8起'],
    ['2025H1', '2025年以来，2025年一季度检查', '{year}年以来，{year}年一季度检查'],
    ['2025H1', '报告如下。\n某局\n2025年7月5日', '报告如下。\n某局\n{document_date}'],
    ['2025H1', '报告如下。\n某局\n二〇二五年七月五日', '报告如下。\n某局\n{document_date}'],
    ['2025H1', '某局办公室 2025年7月5日印发', '某局办公室 {document_date}印发'],
    ['2025H1', '去年上半年8起', '去年{period_word}8起'],
    [
      '2025H1',
      '统计时点：2025年6月30日，数据自年初到2025年6月30日止',
      '统计时点：{as_of_date}，数据自年初到{as_of_date}止',
    ],
    ['2025H1', '为2026年工作打好基础', '为{next_year}年工作打好基础'],
    ['2025H1', '2025年完成规划，2026年启动修订', '{year}年完成规划，{next_year}年启动修订'],
    ['2025H1', '2025年上半年编制，力争2026年上半年印发', '{period_label}编制，力争{next_year}年上半年印发'],
    ['2025H1', '2025年完成规划。计划2026年印发。', '{year}年完成规划。计划2026年印发。'],
    ['2025H1', '下半年完成规划，2026年印发。', '{next_period_word}完成规划，2026年印发。'],
    ['2025H1', '2025年推进三年行动（2024—2026年）', '{year}年推进三年行动（2024—2026年）'],
    ['2025', '2025年度总结，全年3起，2026年工作安排', '{year}年度总结，{period_word}3起，{next_year}年工作安排'],
    ['2025Q3', '三季度3起，第四季度打算', '{period_word}3起，{next_period_word}打算'],
    ['2025Q4', '明年一季度打算', '{next_period_word}打算'],
    ['2025-06', '2025年6月，6月份办结，7月份计划', '{period_label}，{period_word}份办结，{next_period_word}份计划'],
  ])('are tagged in a report of %s: %s', (code, text, wanted) => {
    expect(tagged(text, code)).toBe(wanted);
  });

  it.each([
    ['2025H1', '依据《关于做好2025年上半年总结的通知》（某办发〔2025〕27号）'],
    ['2025H1', '2025年3月7日发生事故，4月19日批复，6月30日召开大会。'],
    ['2025H1', '2024年9月至11月，区委巡察；2024年12月20日反馈。'],
    ['2025H1', '治本攻坚三年行动（2024—2026年），2021年修订的安全生产法'],
    ['2025H1', '全年检查120家次，9月底前完成，12月31日前总结。前三季度'],
    ['2025H1', '2024年立案的3起已经办结，第三季度集中清查。'],
    ['2025H1', '去年下半年遗留的2件已办结，上年下半年、前年下半年的也已办结。'],
    ['2025Q3', '去年四季度遗留的2件已办结。'],
    ['2025H1', '2025年6月30日前，完成预案修订；于2025年6月30日召开大会；到2025年6月30日前完成。'],
    ['2025H1', '计划2026年建成投用。'],
    ['2025H1', '于2025年3月18日启动，2026年建成。'],
    ['2025H1', '截至2024年12月底累计建成5个'],
    ['2025H1', '到6月底前完成整改；到7月底，完成采购；报到6月底，已满'],
    ['2025Q3', '前三季度共3起'],
    ['2025H1', '6月底前已部署；6月底召开大会；6月30日，全区动员；提前6个月完成'],
    ['2025H1', '四、明年重点工作\n（一）上半年完成改造，下半年验收，1—6月巡查，截至6月30日完成。'],
    ['2025', '四、明年工作思路\n全年检查3次，1—12月巡查。'],
    ['2025Q4', '前一季度共3起'],
    ['2025H2', '明年上半年完成验收'],
    ['2025', '普查办要求2025年底前完成；省厅部署在2025年12月31日前办结。'],
    ['2025', '关于2025年区委巡察反馈意见整改情况的通报；2025年县委第二轮巡察发现问题'],
    ['2025-12', '2025年12月底前完成，2025年12月前办结'],
  ])('are left where they are days, documents and other periods, in a report of %s: %s', (code, text) => {
    expect(tagged(text, code)).toBe(text);
  });

  it('follow where the time before next year is planned too', () => {
    const text = '三、下半年及明年打算\n下半年完成改造。';
    expect(tagged(text, '2025H1')).toBe('三、{next_period_word}及明年打算\n{next_period_word}完成改造。');
  });

  it('are dated at the end of the body, however many notes stand behind it', () => {
    const notes = Array.from({ length: 9 }, (_, at) => ({
      text: '注于2025年7月5日',
      cell: null,
      note: { part: 'word/footnotes.xml', paragraph: at + 1 },
    }));
    const places = findPeriodPlaces([...linesOf('报告如下。\n某局\n2025年7月4日'), ...notes], {
      period: parsePeriod('2025H1'),
      hasYear: true,
    });
    expect(places.map(({ paragraph, key }) => [paragraph, key])).toEqual([[3, 'document_date']]);
  });

  it('are tagged without a year too, where the text names none', () => {
    expect(tagged('上半年工作报告\n召开党委会*次。')).toBe('{period_word}工作报告\n召开党委会*次。');
  });

  it.each([
    ['of digits', '2'.repeat(100_000)],
    ['of years', '2025年'.repeat(20_000)],
    ['of brackets', '《'.repeat(50_000)],
    ['of numerals', '一'.repeat(100_000)],
  ])('come to an end in the longest paragraph a document may have, one %s', (_, text) => {
    const found = findPeriodPlaces(linesOf(text), { period: parsePeriod('2025H1'), hasYear: true });
    expect(found.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
    expect(periodOfText(text)).not.toBeUndefined();
  });
});
