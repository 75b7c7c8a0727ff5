import { breakPages, linesPerSheet, type BlockSize } from './page-breaks.js';

const text = (lines: number): BlockSize => ({ lines, isWhole: false, keepsNext: false });
const heading: BlockSize = { lines: 1, isWhole: true, keepsNext: true };
const table = (rows: number[], tail = 0.7): BlockSize => ({
  lines: 1,
  isWhole: true,
  keepsNext: false,
  table: { head: 1.5, rows, tail },
});
const signature: BlockSize = { lines: 3, isWhole: true, keepsNext: false };

/** `0:1-5` is lines 1 to 4 of the first block. */
const sheets = (...blocks: BlockSize[]) =>
  breakPages(blocks).map((pieces) => pieces.map(({ block, from, to }) => `${block}:${from}-${to}`).join(' '));

describe('breaking a report into sheets', () => {
  it('keeps on one sheet what fits its 22 lines', () => {
    expect(sheets(text(10), text(12))).toEqual(['0:0-10 1:0-12']);
  });

  it('tears a long paragraph at the end of a sheet and goes on with it on the next', () => {
    expect(sheets(text(18), text(9))).toEqual(['0:0-18 1:0-4', '1:4-9']);
  });

  it('tears a paragraph longer than two sheets twice', () => {
    expect(sheets(text(50))).toEqual(['0:0-22', '0:22-44', '0:44-50']);
  });

  it('fills every sheet, even where one line is left over', () => {
    expect(sheets(text(21), text(5))).toEqual(['0:0-21 1:0-1', '1:1-5']);
    expect(sheets(text(23))).toEqual(['0:0-22', '0:22-23']);
  });

  it('takes headings along to the sheet where their text begins', () => {
    expect(sheets(text(20), heading, heading, text(6))).toEqual(['0:0-20', '1:0-1 2:0-1 3:0-6']);
    expect(sheets(text(19), heading, heading, text(6))).toEqual(['0:0-19 1:0-1 2:0-1 3:0-1', '3:1-6']);
  });

  it('never tears a signature', () => {
    expect(sheets(text(20), signature)).toEqual(['0:0-20', '1:0-3']);
  });

  it('tears a table between its rows, with its heading on each sheet and the line below it as its last row', () => {
    expect(sheets(text(10), table([3, 3, 5, 1]), text(1))).toEqual(['0:0-10 1:0-2', '1:2-5 2:0-1']);
    expect(sheets(table(Array.from({ length: 30 }, () => 1)))).toEqual(['0:0-20', '0:20-31']);
    expect(sheets(text(19), table([3]))).toEqual(['0:0-19', '1:0-2']);
    expect(sheets(text(18), heading, table([3]))).toEqual(['0:0-18', '1:0-1 2:0-2']);
    expect(sheets(text(16), table([4], 2), text(2))).toEqual(['0:0-16 1:0-1', '1:1-2 2:0-2']);
  });

  it('begins behind a table only what has a whole line left', () => {
    expect(sheets(text(10), table([8.3]), text(2))).toEqual(['0:0-10 1:0-2 2:0-1', '2:1-2']);
    expect(sheets(text(10), table([9.3]), text(2))).toEqual(['0:0-10 1:0-2', '2:0-2']);
  });

  it('never carries the last row of a table over alone', () => {
    expect(sheets(text(10), table([4, 4, 3]))).toEqual(['0:0-10 1:0-1', '1:1-4']);
    expect(sheets(text(14), table([4, 4]))).toEqual(['0:0-14', '1:0-3']);
  });

  it('loses no line and overfills no sheet, whatever comes', () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below;
    for (let round = 0; round < 60; round++) {
      const blocks = Array.from(
        { length: 1 + random(30) },
        () => [heading, signature, text(1 + random(60))][random(3)]!,
      );
      const broken = breakPages(blocks);
      for (const pieces of broken) {
        const used = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
        expect(used).toBeGreaterThan(0);
        expect(used).toBeLessThanOrEqual(linesPerSheet);
      }
      blocks.forEach(({ lines }, at) => {
        const pieces = broken.flat().filter(({ block }) => block === at);
        expect(pieces.map(({ from }) => from)).toEqual([0, ...pieces.map(({ to }) => to).slice(0, -1)]);
        expect(pieces.at(-1)!.to).toBe(lines);
      });
    }
  });
});
