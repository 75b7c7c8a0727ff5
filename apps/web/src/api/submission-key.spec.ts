import { submissionAnswered, submissionKey } from './submission-key.js';

const comment = '/api/tickets/1/comments';

describe('the key of a submission', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is the same for a double click, before the answer and just after it', () => {
    const key = submissionKey(comment, '知悉');
    expect(submissionKey(comment, '知悉')).toBe(key);
    submissionAnswered(key);
    expect(submissionKey(comment, '知悉')).toBe(key);
  });

  it('is another for the same words meant anew', () => {
    const key = submissionKey(comment, '已到现场');
    submissionAnswered(key);
    jest.advanceTimersByTime(2_100);
    expect(submissionKey(comment, '已到现场')).not.toBe(key);
  });

  it('stays while no answer came, so that sending again does not do it twice', () => {
    const key = submissionKey(comment, '断网了');
    jest.advanceTimersByTime(60_000);
    expect(submissionKey(comment, '断网了')).toBe(key);
  });

  it('is another for other words and other places, and none where it would not count', () => {
    const key = submissionKey(comment, '一');
    expect(submissionKey(comment, '二')).not.toBe(key);
    expect(submissionKey('/api/tickets/2/comments', '一')).not.toBe(key);
    expect(submissionKey('/api/auth/login', '一')).toBeNull();
    expect(submissionKey('/api/tickets/1/actions', '一')).toBeNull();
    expect(submissionKey('/api/tickets/1/evidence?onSite=true', '一')).not.toBeNull();
  });
});
