import { readDeadline } from '../deadlines/deadline-reader.js';
import { readPersonNames, readPersons } from './person-names.js';
import { readableLength } from './readable-text.js';
import { contradictingStates } from './status-states.js';
import { agreesToEnd, readVerdict } from './status-verdict.js';
import { readStatusWords } from './status-words.js';
import { readUnitNames } from './unit-names.js';
import { partUnitsAndPersons, takePersons } from './units-with-persons.js';

const calendar = { isWorkingDay: () => true, holidayName: () => null };
type Readers = Record<string, (text: string) => unknown>;

/** What tells how far a matter is: the beginning and the end of a text decide. */
const ofStates: Readers = {
  readStatusWords,
  contradictingStates,
  agreesToEnd,
  readVerdict: (text) => {
    const { says, basic } = readVerdict([text], readStatusWords)!;
    return [says, basic];
  },
};
/** Deadlines and lists of names: the beginning decides, if anything. */
const ofLists: Readers = {
  readUnitNames,
  readPersons,
  readPersonNames,
  partUnitsAndPersons,
  takePersons,
  readDeadline: (text) => readDeadline({ value: text, text }, { calendar }).deadline.kind,
};
/** Each of these once had a pattern try the whole rest of a text from each of its characters on. */
const fillers = ['1', '①', '13800000000', '第', '（', '已', '完成', '未', '1处', '已销号', '待验收，', '年', ' ', '1 '];
const filled = (filler: string) => filler.repeat(20_000).slice(0, 30_000);

describe('the longest text of a cell', () => {
  it.each(Object.entries(ofStates))('is read by %s at its beginning and its end, whatever lies between', (_, read) => {
    const [begins, ends] = ['经研究，'.repeat(readableLength), '，已全部整改到位。'.repeat(readableLength)];
    const readings = fillers.map((filler) => read(begins + filled(filler) + ends));
    expect(readings).toEqual(readings.map(() => read(begins + ends)));
  });

  it.each(Object.entries(ofLists))('is read by %s at its beginning alone', (_, read) => {
    const begins = '应急局、'.repeat(readableLength);
    const readings = fillers.map((filler) => read(begins + filled(filler)));
    expect(readings).toEqual(readings.map(() => read(begins)));
  });

  it('says at its end what became of the matter', () => {
    const story = '该单位组织人员逐项排查，'.repeat(300);
    expect(readStatusWords(`${story}已全部整改到位。`)?.says).toBe('completed');
    expect(readStatusWords(`已整改完成。${story}`)?.says).toBe(
      readStatusWords('已整改完成。该单位组织人员逐项排查，')?.says,
    );
  });
});
