import type { Numbering } from './numbering.js';
import type { StyleSheet } from './style-sheet.js';

/** What paragraphs of a part refer to. */
export interface Surroundings {
  styles: StyleSheet;
  numbering: Numbering;
  /** A picture of the part by its link; null where it is of a kind that cannot be printed. */
  picture(id: string): Buffer | null;
  /** The number a footnote or endnote has in print. */
  note(kind: 'footnote' | 'endnote', id: string): number;
  /** Of the note that is being read. */
  ownNote?: number;
  /** Of the paragraph being read, from 1, blank ones too. */
  paragraphs: { count: number };
  /** Style of the table around. */
  table?: string;
}
