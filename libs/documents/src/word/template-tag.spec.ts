import { parseTag } from './template-tag.js';

describe('a tag', () => {
  it.each([
    ['inspection_issues', 'inspection_issues'],
    ['  巡察问题数  ', '巡察问题数'],
    ['5·12日期（区）', '5·12日期（区）'],
    ['key | 万 | 1', 'key'],
    ['key｜１｜余', 'key'],
  ])('{%s} names %s', (content, key) => {
    expect(parseTag(content)).toMatchObject({ kind: 'value', key });
  });

  it('takes its options in any order', () => {
    expect(parseTag('a|万|1|余')).toEqual(parseTag('a|余|1|万'));
    expect(parseTag('a|万|余')).toEqual(parseTag('a|余万'));
    expect(parseTag('a|万余')).not.toEqual(parseTag('a|万|余'));
  });

  it('opens and closes a list', () => {
    expect(parseTag('#key_tasks')).toMatchObject({ kind: 'open', key: 'key_tasks' });
    expect(parseTag('^key_tasks')).toMatchObject({ kind: 'openNone', key: 'key_tasks' });
    expect(parseTag('/ key_tasks')).toMatchObject({ kind: 'close', key: 'key_tasks' });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['#', 'empty'],
    ['|万', 'empty'],
    ['two words', 'keyWrong'],
    ['a+b', 'keyWrong'],
    ['@raw', 'keyWrong'],
    ['a[0]', 'keyWrong'],
    ['a|', 'optionUnknown'],
    ['a|兆', 'optionUnknown'],
    ['a|12', 'optionUnknown'],
    ['a|万|千', 'optionTwice'],
    ['a|余|约', 'optionTwice'],
    ['a|1|2', 'optionTwice'],
    ['#list|万', 'optionOnList'],
    ['^list|万', 'optionOnList'],
  ])('{%s} is refused: %s', (content, fault) => {
    expect(parseTag(content)).toBe(fault);
  });
});
