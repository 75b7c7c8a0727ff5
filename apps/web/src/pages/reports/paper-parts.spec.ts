import { partsOf } from './paper-parts.js';

const cell = (row: number, column: number, span = 1, table = 1) => ({ table, row, column, span });

describe('a former report on its page', () => {
  it('has its tables between its paragraphs, cells in their rows and columns', () => {
    const places = [null, cell(4, 0), cell(4, 1, 2), cell(9, 2), null];
    expect(partsOf(places)).toEqual([
      0,
      {
        columns: 3,
        cells: [
          { row: 1, column: 0, span: 1, paragraphs: [1] },
          { row: 1, column: 1, span: 2, paragraphs: [2] },
          { row: 2, column: 2, span: 1, paragraphs: [3] },
        ],
      },
      4,
    ]);
  });

  it('keeps two tables apart, and the paragraphs of one cell together', () => {
    const parts = partsOf([cell(1, 0), cell(1, 0), cell(1, 0, 1, 2)]);
    expect(
      parts.map((part) => (typeof part === 'number' ? part : part.cells.map(({ paragraphs }) => paragraphs))),
    ).toEqual([[[0, 1]], [[2]]]);
  });
});
