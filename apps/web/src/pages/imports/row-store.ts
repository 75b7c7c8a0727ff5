import { answered, api } from '../../api/client.js';
import type { RowChoice } from '../../api/import-outline.js';
import type { PreviewTicket } from '../../api/imports.js';

/** After a call that failed it is tried again this much later. */
const againAfterMs = 3_000;

const keyOf = (sheet: string, row: number) => `${row} ${sheet}`;

/** The rows of one version of an import that were fetched so far; the page asks for those it shows. */
export class RowStore {
  private readonly rows = new Map<string, PreviewTicket>();
  private readonly asked = new Set<string>();
  private readonly watchers = new Set<() => void>();
  private changes = 0;

  constructor(
    private readonly id: string,
    private version: number,
    /** Told when the server has a later version than this. */
    private readonly onStale: () => void,
    /** Rows of the version before, shown until those of this one are here: nothing flickers, nothing jumps. */
    private readonly former: ReadonlyMap<string, PreviewTicket> = new Map(),
  ) {}

  /** For the next version of the same import. */
  next(version: number): RowStore {
    return new RowStore(this.id, version, this.onStale, new Map([...this.former, ...this.rows]));
  }

  isOf(id: string, version = this.version): boolean {
    return this.id === id && this.version === version;
  }

  get(sheet: string, row: number): PreviewTicket | undefined {
    return this.rows.get(keyOf(sheet, row)) ?? this.former.get(keyOf(sheet, row));
  }

  readonly revision = (): number => this.changes;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };

  /** What an edit changed; from now on the rows are those of its version. */
  apply(version: number, tickets: readonly PreviewTicket[]): void {
    this.version = version;
    this.keep(tickets);
  }

  /** Fetches those of these rows that are not here; they follow each other among the rows with that decision. */
  async want(sheet: string, decision: RowChoice | null, rows: readonly number[]): Promise<void> {
    const missing = rows.filter((row) => !this.rows.has(keyOf(sheet, row)) && !this.asked.has(keyOf(sheet, row)));
    if (missing.length === 0) return;
    const { version } = this;
    const forget = () => missing.forEach((row) => this.asked.delete(keyOf(sheet, row)));
    missing.forEach((row) => this.asked.add(keyOf(sheet, row)));
    const limit = rows.length - rows.indexOf(missing[0]!);
    const query = { sheet, decision: decision ?? undefined, from: missing[0]!, limit };
    try {
      const page = await answered(api.GET('/api/imports/{id}/rows', { params: { path: { id: this.id }, query } }));
      forget();
      if (page.version > this.version) this.onStale();
      // An edit came in between: whoever still shows the rows asks again.
      else this.keep(page.version === this.version && version === this.version ? page.items : []);
    } catch {
      setTimeout(() => {
        forget();
        this.tell();
      }, againAfterMs);
    }
  }

  private keep(tickets: readonly PreviewTicket[]): void {
    for (const ticket of tickets) this.rows.set(keyOf(ticket.sheet, ticket.row), ticket);
    this.tell();
  }

  private tell(): void {
    this.changes += 1;
    for (const watcher of this.watchers) watcher();
  }
}
