import type { PreviewTicket } from '../reading/preview.js';
import type { Compared } from './update-compared.js';
import { compareProgress } from './update-progress.js';

const today = '2026-07-01';

/** What the import makes of a row without our number, of a ticket 整改中 of which 按计划推进 was last reported. */
function progressOf(told: Partial<PreviewTicket>, by: Compared['by'] = 'words') {
  const ticket = { status: 'in_progress', latestProgress: '按计划推进', latestProgressOn: '2026-06-15' };
  const preview = { progress: null, failedReview: null, filledOn: null, ...told };
  const difference = compareProgress({ ticket, preview, by, moment: { today } } as Compared);
  return difference && difference.to;
}

describe('the progress of a row', () => {
  it.each<[cell: string, taken: string | null]>([
    ['按计划推进', null],
    ['整改中', null],
    ['整改中 40%\n按计划推进', null],
    ['整改中 40%\n又有进展', '又有进展'],
    ['整改中，又有进展', '又有进展'],
    ['挂起\n按计划推进', null],
    ['挂起\n等待批复', '挂起\n等待批复'],
  ])('%j says %j without our number', (progress, taken) => {
    expect(progressOf({ progress })).toBe(taken);
  });

  it('with our number begins with a status of ours, whichever it is', () => {
    expect(progressOf({ progress: '挂起\n等待批复' }, 'no')).toBe('等待批复');
  });

  it('ends with a review that failed', () => {
    const failedReview = { text: '复查结果：不合格', on: '2026-06-20' } as const;
    expect(progressOf({ failedReview })).toBe('复查结果：不合格');
    expect(progressOf({ progress: '已整改', failedReview })).toBe('已整改\n复查结果：不合格');
  });
});
