import { meantAmong, type SameWords, type ToldOfMatter } from './same-words.js';

const ticket = (no: string, told: Partial<SameWords> = {}): SameWords => {
  return { id: no, no, theirNo: null, item: '党的建设', site: '', raisedOn: '2026-03-01', ...told };
};
const row = (told: Partial<ToldOfMatter> = {}): ToldOfMatter => ({
  kind: 'inspection_issue',
  theirNo: null,
  item: '党的建设',
  site: null,
  raisedOn: '2026-03-01',
  raisedOnFrom: 'row',
  ...told,
});
const meant = (same: readonly SameWords[], told: ToldOfMatter) => {
  const { one, several } = meantAmong(same, told);
  return one ? [one.no, one.by] : several.map(({ no }) => no);
};

describe('a row with the words of tickets of its source', () => {
  it('means the one that agrees in all it says, the first of equals', () => {
    expect(meant([ticket('1'), ticket('2')], row())).toEqual(['1', 'words']);
    expect(meant([ticket('1', { item: '安全生产' }), ticket('2')], row())).toEqual(['2', 'words']);
  });

  it('in another category means the only one there is, and none of several', () => {
    const edited = row({ item: '另一类' });
    expect(meant([ticket('1')], edited)).toEqual(['1', 'alike']);
    expect(meant([ticket('1'), ticket('2', { item: '安全生产' })], edited)).toEqual(['1', '2']);
  });

  it('of a ledger without categories means the only one, and none of several', () => {
    expect(meant([ticket('1')], row({ item: null }))).toEqual(['1', 'alike']);
    expect(meant([ticket('1'), ticket('2', { item: '安全生产' })], row({ item: null }))).toEqual(['1', '2']);
  });

  it('at another place, or under another number of theirs, is another matter', () => {
    expect(meant([ticket('1', { site: '甲厂' })], row({ site: '乙厂' }))).toEqual([]);
    expect(meant([ticket('1', { site: '甲厂' })], row())).toEqual(['1', 'alike']);
    expect(meant([ticket('1', { theirNo: 'A1' })], row({ theirNo: 'A2' }))).toEqual([]);
    expect(meant([ticket('1', { theirNo: 'A1' })], row())).toEqual(['1', 'words']);
    expect(meant([ticket('1')], row({ theirNo: 'A2' }))).toEqual(['1', 'words']);
  });

  it('as a hazard of another day is another matter, where the file tells its day', () => {
    const found = row({ kind: 'hazard', raisedOn: '2026-07-01' });
    expect(meant([ticket('1')], found)).toEqual([]);
    expect(meant([ticket('1')], { ...found, raisedOnFrom: 'importDay' })).toEqual(['1', 'words']);
    const twice = [ticket('1'), ticket('2', { raisedOn: '2026-06-01' })];
    expect(meant(twice, { ...found, raisedOnFrom: 'importDay' })).toEqual(['1', '2']);
    expect(meant(twice, { ...found, raisedOn: '2026-06-01' })).toEqual(['2', 'words']);
  });
});
