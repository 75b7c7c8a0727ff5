import { reasonAgainst } from './filing-input.js';

describe('a figure that is filed', () => {
  it.each([0, 12, 0.1, 1.2345, 1234567.8901, 0.0001, 99_999_999_999_999])('may be %d', (value) => {
    expect(reasonAgainst(value)).toBeNull();
  });

  it.each([1e-320, 0.00001, 1.23456, 0.1 + 0.2, 12.00000000001])('has at most four decimals, not %d', (value) => {
    expect(reasonAgainst(value)).toBe('最多四位小数');
  });
});
