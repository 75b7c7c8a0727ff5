import { nextPlace } from './check-keys.js';

const places = [
  { row: 5, cell: 'AA5' },
  { row: 7, cell: 'B7' },
  { row: 5, cell: 'C5' },
  { row: 7, cell: 'B7' },
];

describe('the next finding', () => {
  it('follows in the order of the sheet, whatever order the findings are told in', () => {
    const first = nextPlace(places, null, 1);
    const second = nextPlace(places, first, 1);
    const third = nextPlace(places, second, 1);
    expect([first, second, third].map((place) => place?.cell)).toEqual(['C5', 'AA5', 'B7']);
  });

  it('begins anew behind the last, and goes back', () => {
    expect(nextPlace(places, { row: 7, cell: 'B7' }, 1)?.cell).toBe('C5');
    expect(nextPlace(places, { row: 7, cell: 'B7' }, -1)?.cell).toBe('AA5');
    expect(nextPlace([], { row: 7, cell: 'B7' }, 1)).toBeNull();
  });

  it('starts from any cell', () => {
    expect(nextPlace(places, { row: 6, cell: null }, 1)?.cell).toBe('B7');
  });
});
