import { findPlaces } from './figure-places.js';

const lines = (count: number, text: string) => Array.from({ length: count }, () => ({ text, cell: null }));

describe('the places of a former report', () => {
  it.each([
    ['places', '开展检查3次', { places: 10, numbers: Infinity }],
    ['numbers of any kind', '2025年6月30日', { places: Infinity, numbers: 10 }],
  ])('are looked for no further than the limit of %s', (_, text, limits) => {
    const { stopped, places, numbers } = findPlaces(lines(1000, text), 'unstarred', limits);
    expect(stopped).toBe(true);
    expect(places.length + numbers.length).toBeLessThan(20);
  });

  it('are all found within the limits', () => {
    const { stopped, places } = findPlaces(lines(10, '开展检查3次'), 'unstarred', { places: 10, numbers: 10 });
    expect([stopped, places.length]).toEqual([false, 10]);
  });
});
