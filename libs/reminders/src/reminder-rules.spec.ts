import { audiencesFor, blockTitle, reminderRuleSeed, ruleSentence } from './reminder-rules.js';

it('the rules a bureau starts with read like this', () => {
  const lines = reminderRuleSeed.map(
    (rule) => `${rule.level} ${rule.code}: ${ruleSentence(rule)}${rule.off ? '（停用）' : ''}`,
  );
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "6 weekly_overdue: 每周一 08:30（遇假日顺延）逾期周报，通知承办人、科室负责人、分管领导、局长/书记
    6 daily_overdue: 每个工作日逾期日报，通知承办人、科室负责人（停用）
    1 due_in_15: 到期前第 15 天，通知承办人、科室负责人
    2 due_in_7: 到期前第 7 天，通知承办人、科室负责人
    3 due_in_3: 到期前第 3 天，通知承办人、科室负责人
    4 due_in_1: 到期前第 1 天，通知承办人、科室负责人
    5 due_today: 到期当天，通知承办人、科室负责人
    6 overdue_1: 逾期第 1 天，通知承办人、科室负责人
    7 overdue_3: 逾期第 3 天，通知分管领导
    8 overdue_5: 逾期第 5 天，通知局长/书记
    3 review_waiting_3: 待审核满 3 天，通知审核人
    5 review_waiting_7: 待审核满 7 天，通知审核人
    4 unresolved_deadline: 每周一 08:30（遇假日顺延）时限待明确，通知归口办公室
    4 suspension_review: 挂起事项到复核日期，通知归口办公室
    3 ongoing_review: 长期坚持事项到复核日期，通知科室负责人、归口办公室
    5 review_late_7: 复核日期过后第 7 天，通知归口办公室、分管领导
    4 instruction_in_1: 批示答复期限前第 1 天，通知答复人
    6 instruction_late_1: 批示逾期未答复第 1 天，通知答复人、提出人
    7 instruction_late_7: 批示逾期未答复第 7 天，通知答复人、提出人
    2 spread_in_3: 举一反三答复期限前第 3 天，通知答复人
    6 spread_late_1: 举一反三逾期未答复第 1 天，通知答复人
    7 spread_late_7: 举一反三逾期未答复第 7 天，通知答复人、提出人
    3 filing_in_3: 填报期限前第 3 天仍未填报，通知填报人
    6 filing_late_1: 填报期限后第 1 天仍未填报，通知填报人
    7 filing_late_5: 填报期限后第 5 天仍未填报，通知填报人、局办公室
    6 filing_urge: 在“审定与催报”中点催报，通知填报人"
  `);
});

it('each rule has a heading of its own in a message', () => {
  expect(reminderRuleSeed.map(({ moment }) => blockTitle(moment)).join(' | ')).toMatchInlineSnapshot(
    `"逾期事项周报 | 逾期事项日报 | 15 天内到期 | 7 天内到期 | 3 天内到期 | 1 天内到期 | 今日到期 | 逾期催办（已满 1 天） | 逾期催办（已满 3 天） | 逾期催办（已满 5 天） | 待您审核（已满 3 天） | 待您审核（已满 7 天） | 时限待明确的事项 | 挂起事项今日复核 | 长期坚持事项今日复核 | 复核日期已过 7 天 | 批示待答复 | 批示逾期未答复（已满 1 天） | 批示逾期未答复（已满 7 天） | 举一反三自查待答复 | 举一反三自查逾期未答复（已满 1 天） | 举一反三自查逾期未答复（已满 7 天） | 填报即将到期 | 填报逾期（已满 1 天） | 填报逾期（已满 5 天） | 催报"`,
  );
});

it('the later a rule falls, the higher its level', () => {
  const fromDue = reminderRuleSeed.flatMap(({ moment, level }) => {
    if (moment.type === 'due') return [{ days: 0, level }];
    if (moment.type === 'before_due') return [{ days: -moment.days, level }];
    return moment.type === 'after_due' ? [{ days: moment.days, level }] : [];
  });
  expect([...fromDue].sort((a, b) => a.days - b.days)).toEqual([...fromDue].sort((a, b) => a.level - b.level));
});

it('only a review has a reviewer to tell', () => {
  for (const { moment, audience } of reminderRuleSeed) {
    expect(audiencesFor(moment)).toEqual(expect.arrayContaining([...audience]));
    expect(audiencesFor(moment).includes('reviewer')).toBe(moment.type === 'in_review');
  }
});
