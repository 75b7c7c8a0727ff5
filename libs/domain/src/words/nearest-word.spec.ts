import { nearestWord } from './nearest-word.js';

const words = ['党委会次数', '党建专题会次数', 'publicity_leaflets', 'publicity_boards', '巡察问题数'];

describe('the word somebody meant', () => {
  it.each([
    ['党委会议次数', '党委会次数'],
    ['publicity_leaflet', 'publicity_leaflets'],
    ['巡查问题数', '巡察问题数'],
    ['党委会次数', '党委会次数'],
  ])('%s is %s', (written, meant) => {
    expect(nearestWord(written, words)).toBe(meant);
  });

  it.each(['绿植', '', 'x', '会'])('of %j nothing is said', (written) => {
    expect(nearestWord(written, words)).toBeNull();
  });
});
