/**
 * A backup is gzip over lines of JSON, so that any machine can read it without a PostgreSQL tool of the same version:
 * first a head, then `row` lines grouped by table in the order of their foreign keys, then the files in pieces, last an
 * `end` line with the counts. A file without its `end` line is incomplete and refused.
 */
export type BackupLine =
  | { type: 'head'; format: 1; product: 'xiaohao'; takenAt: string; migrations: string[] }
  | { type: 'row'; table: string; row: RawJson }
  | { type: 'file'; key: string; piece: string }
  | { type: 'end'; rows: number; files: number };

/** A row as PostgreSQL wrote it; never parsed here, so that no number loses a digit. */
export type RawJson = string;

const rowLine = /^\{"type":"row","table":"([a-z_]+)","row":(.*)\}$/s;

export function formatLine(line: BackupLine): string {
  if (line.type !== 'row') return `${JSON.stringify(line)}\n`;
  return `{"type":"row","table":"${line.table}","row":${line.row}}\n`;
}

export function parseLine(text: string): BackupLine {
  const row = rowLine.exec(text);
  return row ? { type: 'row', table: row[1]!, row: row[2]! } : (JSON.parse(text) as BackupLine);
}

export const backupFormat = 1;
