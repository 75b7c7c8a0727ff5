import type { ContentColumn, TableTemplate, TemplateBlock } from '../building/report-content.js';

export const title = (text: string): TemplateBlock => ({ kind: 'title', text });
export const heading = (level: 1 | 2 | 3 | 4, text: string): TemplateBlock => ({ kind: 'heading', level, text });
export const paragraph = (text: string): TemplateBlock => ({ kind: 'paragraph', text });

type Column = TableTemplate['columns'][number];

/** `width` is in characters of the table's size; a line has about 37 of them. */
export const column = (
  heading: string,
  width: number,
  text: string,
  align: ContentColumn['align'] = 'center',
): Column => ({ heading, width, align, text });

export const table = (list: string, columns: readonly Column[], note?: string): TableTemplate => ({
  kind: 'table',
  list,
  columns,
  ...(note ? { note } : {}),
});
