import { daysMeant } from './two-days.js';

it('a cell read two ways offers both of its days, any other none', () => {
  const message = '“9.3”有两种读法：2026-09-03、2026-09-30，请改成完整日期';
  expect(daysMeant({ code: 'deadlineAmbiguous', message })).toEqual(['2026-09-03', '2026-09-30']);
  expect(daysMeant({ code: 'doneOnTold', message: '按 2026-05-18 计' })).toEqual([]);
});
