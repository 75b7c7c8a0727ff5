import { cutRuns } from './cut-runs.js';

const runs = [{ text: '消除隐患' }, { text: '1,236', key: 'hazards' }, { text: '条。' }];

it('cuts the text of a block and keeps what each piece prints', () => {
  expect(cutRuns(runs, 0, 6)).toEqual([{ text: '消除隐患' }, { text: '1,', key: 'hazards' }]);
  expect(cutRuns(runs, 6, Infinity)).toEqual([{ text: '236', key: 'hazards' }, { text: '条。' }]);
  expect(cutRuns(runs, 0, 4)).toEqual([{ text: '消除隐患' }]);
  expect(cutRuns(runs, 0, Infinity)).toEqual(runs);
});
