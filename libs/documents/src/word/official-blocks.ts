/** A piece of text; `key` names the figure it prints, so that a page can lead from it to what stands behind. */
export interface TextRun {
  text: string;
  key?: string;
  bold?: boolean;
}

export type HeadingLevel = 1 | 2 | 3 | 4;

export interface TableColumn {
  heading: string;
  /** Share of the line's width; the shares of a table are added up. */
  width: number;
  align?: 'left' | 'center' | 'right';
}

/** What an official document is made of, free of any layout. Texts may hold template tags. */
export type DocumentBlock =
  | { kind: 'heading'; level: HeadingLevel; runs: TextRun[] }
  | { kind: 'paragraph'; runs: TextRun[] }
  | { kind: 'table'; columns: TableColumn[]; rows: TextRun[][][]; note?: string }
  | { kind: 'pageBreak' }
  /** 附件说明, one line below the text; one name alone gets no number. */
  | { kind: 'attachmentNote'; names: string[] }
  /** Begins an attachment on a new page. */
  | { kind: 'attachment'; label: string; title: string }
  /** `tag` is what is written where the name of the unit stands, when a later filling is to put it there. */
  | { kind: 'signature'; unit: string; day: string; sealed?: boolean; tag?: string };

export interface OfficialDocument {
  /** Lines are broken by sense where the writer puts `\n`. */
  title: string;
  addressee?: string;
  blocks: DocumentBlock[];
}
