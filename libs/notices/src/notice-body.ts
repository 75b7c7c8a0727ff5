import type { Day } from '@xiaohao/domain';

/** A ticket as a message shows it. A confidential one carries no title: mails travel open. */
export interface NoticeTicket {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly dueOn: Day | null;
  /** How late, how soon, or what else is the matter. */
  readonly note: string;
  readonly handler: string | null;
  /** Where it opens, if not at the ticket of that id. */
  readonly link?: string;
}

/** Tickets one by one, by unit. */
export interface NoticeList {
  readonly form: 'list';
  readonly rule: string;
  readonly level: number;
  readonly title: string;
  readonly sections: readonly { readonly unit: string; readonly tickets: readonly NoticeTicket[] }[];
}

/** One line per unit, for those who look at many units; the numbers stay with it so that each count can be opened. */
export interface NoticeTable {
  readonly form: 'table';
  readonly rule: string;
  readonly level: number;
  readonly title: string;
  readonly sections: readonly { readonly unit: string; readonly tickets: readonly string[]; readonly note: string }[];
}

export interface NoticeLines {
  readonly form: 'lines';
  readonly lines: readonly string[];
}

export type NoticeBlock = NoticeList | NoticeTable | NoticeLines;

/** What a message says, kept as facts; page and mail each write it in their own way. */
export interface NoticeBody {
  readonly heading: string;
  readonly blocks: readonly NoticeBlock[];
}

/** The numbers a block speaks of, by unit, in its order. */
export function blockSections(block: NoticeBlock): { unit: string; tickets: string[] }[] {
  if (block.form === 'lines') return [];
  if (block.form === 'table') return block.sections.map(({ unit, tickets }) => ({ unit, tickets: [...tickets] }));
  return block.sections.map(({ unit, tickets }) => ({ unit, tickets: tickets.map(({ no }) => no) }));
}

/** How many different tickets the body speaks of. */
export function countTickets(body: NoticeBody): number {
  return new Set(body.blocks.flatMap((block) => blockSections(block).flatMap(({ tickets }) => tickets))).size;
}

/**
 * The body with only those tickets that `keep` wants; sections and blocks that run empty go.
 * Null when tickets were spoken of and none is left.
 */
export function keepTickets(
  body: NoticeBody,
  keep: (no: string, rule: string, id?: string) => boolean,
): NoticeBody | null {
  if (countTickets(body) === 0) return body;
  const blocks = body.blocks.map((block) => keepInBlock(block, keep)).filter((block) => block !== null);
  const kept = { ...body, blocks };
  return countTickets(kept) > 0 ? kept : null;
}

function keepInBlock(block: NoticeBlock, keep: (no: string, rule: string, id?: string) => boolean): NoticeBlock | null {
  if (block.form === 'lines') return block;
  if (block.form === 'table') {
    const sections = block.sections
      .map((section) => ({ ...section, tickets: section.tickets.filter((no) => keep(no, block.rule)) }))
      .filter(({ tickets }) => tickets.length > 0);
    return sections.length > 0 ? { ...block, sections } : null;
  }
  const sections = block.sections
    .map((section) => ({ ...section, tickets: section.tickets.filter(({ no, id }) => keep(no, block.rule, id)) }))
    .filter(({ tickets }) => tickets.length > 0);
  return sections.length > 0 ? { ...block, sections } : null;
}
