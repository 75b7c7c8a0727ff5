import { formatFigure } from './figure-text.js';
import { parseTag } from './template-tag.js';

/** The options of `{key|…}` as a template writes them. */
function optionsOf(words: string) {
  const tag = parseTag(words === '' ? 'key' : `key|${words}`);
  if (typeof tag === 'string') throw new Error(`${words}: ${tag}`);
  return tag.options;
}

describe('the text of a figure', () => {
  it.each<[number, string, string]>([
    // plain
    [1236, '', '1236'],
    [93.3, '', '93.3'],
    [0.1 + 0.2, '', '0.3'],
    [1 / 3, '', '0.333333'],
    [-5, '', '-5'],
    // thousands
    [1236, ',', '1,236'],
    [12_345_678.5, '，', '12,345,678.5'],
    [123, ',', '123'],
    [-4321.25, ',|1', '-4,321.3'],
    [12_360, '余|,', '12,000余'],
    [123_456_789, '万|,', '12,345.68'],
    // decimals
    [93.333333, '1', '93.3'],
    [93.35, '1', '93.4'],
    [1.005, '2', '1.01'],
    [100, '1', '100.0'],
    [93.6, '0', '94'],
    [-0.04, '1', '0.0'],
    // scale: the template writes the word
    [15_000, '万', '1.5'],
    // … with two decimals at most, unless some are asked for or nothing were left
    [123_456, '万', '12.35'],
    [467_345, '万', '46.73'],
    [123_456, '万|4', '12.3456'],
    [40, '万', '0.004'],
    [-123_456, '万', '-12.35'],
    [123_456, '万|1', '12.3'],
    [123_456, '1|万', '12.3'],
    [150_000, '万', '15'],
    [3200, '千', '3.2'],
    [250_000_000, '亿', '2.5'],
    [-15_000, '万', '-1.5'],
    // 余 and 多: cut to two leading digits
    [1236, '余', '1200余'],
    [1299, '余', '1200余'],
    [1236, '多', '1200多'],
    [185, '余', '180余'],
    [99_999, '余', '99000余'],
    [36.7, '余', '36余'],
    // … with a scale: the figure writes the word
    [203_000, '万|余', '20余万'],
    [203_000, '余|万', '20余万'],
    [203_000, '余万', '20余万'],
    [203_000, '万余', '20万余'],
    [203_000, '万多', '20万多'],
    [203_000, '万|多', '20多万'],
    [1_236_000, '万余', '120万余'],
    [128_000, '万余', '12万余'],
    [15_600, '万余', '1.5万余'],
    // … 千 and 百 only behind a whole number of them
    [4_780, '千余', '4700余'],
    [4_780, '千|余', '4700余'],
    [4_040, '千余', '4千余'],
    [4_040, '余千', '4余千'],
    [4_000, '千余', '4千'],
    [4_700, '千余', '4700'],
    [12_340, '千余', '12000余'],
    [340, '百余', '340'],
    [345, '百多', '340多'],
    [305, '百余', '3百余'],
    [47_800, '万余', '4.7万余'],
    // … below one unit of the scale: in units
    [5360, '万余', '5300余'],
    [5360, '万|余', '5300余'],
    // … exact: 余 would be untrue, the scale's word stays
    [1200, '余', '1200'],
    [36, '余', '36'],
    [5, '多', '5'],
    [200_000, '万|余', '20万'],
    [200_000, '万余', '20万'],
    [15_000, '万余', '1.5万'],
    // 约: before the number, where it was cut
    [1236, '约', '约1200'],
    [1200, '约', '1200'],
    [2.5, '约', '2.5'],
    [200_000, '万|约', '20'],
    [203_000, '万|约', '约20'],
    [15_600, '约|万', '约1.5'],
    [3.27, '约', '约3.2'],
    // no fuzz on what is negative
    [-1236, '余', '-1236'],
  ])('of %d with |%s is %s', (value, words, text) => {
    expect(formatFigure(value, optionsOf(words))).toBe(text);
  });

  it.each(['', '1', '万', '余', '万余', '约', '万|余|1'])('of zero with |%s is 0', (words) => {
    expect(formatFigure(0, optionsOf(words))).toBe('0');
    expect(formatFigure(-0, optionsOf(words))).toBe('0');
  });

  it('is a blank to fill in where nothing is known, and a dash where a rate has nothing to divide by', () => {
    expect(formatFigure(null, optionsOf('万|余'))).toBe('____');
    expect(formatFigure(Number.NaN, optionsOf(''))).toBe('____');
    expect(formatFigure(null, optionsOf('1'), 'noDenominator')).toBe('—');
  });

  it('is a name or a date as it is', () => {
    expect(formatFigure('清河区', optionsOf('万'))).toBe('清河区');
    expect(formatFigure('', optionsOf(''))).toBe('');
  });

  it('never exceeds the value it stands for', () => {
    for (let value = 1; value < 2_000_000; value = Math.ceil(value * 1.07)) {
      const text = formatFigure(value, optionsOf('余'));
      const printed = Number(text.replace('余', ''));
      expect(printed).toBeLessThanOrEqual(value);
      expect(printed).toBeGreaterThan(value * 0.9);
      expect(text.endsWith('余')).toBe(printed < value);
    }
  });
});
