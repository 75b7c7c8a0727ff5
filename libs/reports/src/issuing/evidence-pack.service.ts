import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { writeArchive, writeWorkbook, type ArchivePart, type RowInput } from '@xiaohao/documents';
import { AppError } from '@xiaohao/errors';
import { FileStore, safeFileName } from '@xiaohao/files';
import { annexWords, packWords, reportWords } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import {
  countHiddenTickets,
  listProvenTickets,
  type PackedEvidence,
  type ProvenTicket,
} from './evidence-pack.queries.js';
import { periodLabel } from '../building/report-annex.js';
import { proofSheet, rowOf, type ProofColumn } from '../building/proof-sheet.js';
import type { ReportView } from '../report.queries.js';
import { ReportService } from '../report.service.js';

/** So many tickets are asked for at once while a pack goes out. */
const pageRows = 100;
/** Characters of a ticket's title in the name of its folder: paths of old systems end at 260. */
const titleLength = 30;

const zh = (word: keyof typeof packWords) => packWords[word][0];

interface IndexLine {
  ticket: ProvenTicket;
  evidence: PackedEvidence | null;
  path: string | null;
  state: string;
}

const indexColumns: readonly ProofColumn<IndexLine>[] = [
  { heading: annexWords.no[0], width: 15, center: true, content: ({ ticket }) => ticket.no },
  { heading: annexWords.ticket[0], width: 32, content: ({ ticket }) => ticket.title },
  { heading: annexWords.leadUnit[0], width: 20, center: true, content: ({ ticket }) => ticket.leadUnit },
  {
    heading: annexWords.status[0],
    width: 9,
    center: true,
    content: ({ ticket }) => reportWords[`state${ticket.state}`][0],
  },
  { heading: zh('figures'), width: 36, content: ({ ticket }) => ticket.figures.join('、') },
  { heading: zh('path'), width: 54, content: ({ path }) => path },
  // Apart from the path: LibreOffice breaks no lines in a cell that leads somewhere.
  {
    heading: zh('open'),
    width: 8,
    center: true,
    content: ({ path }) => (path ? zh('open') : null),
    file: ({ path }) => path,
  },
  { heading: zh('round'), width: 6, center: true, content: ({ evidence }) => evidence?.round ?? null },
  { heading: zh('by'), width: 9, center: true, content: ({ evidence }) => evidence?.by ?? null },
  { heading: zh('at'), width: 18, center: true, content: ({ evidence }) => evidence?.at ?? null },
  // On one line, cut by what stands behind it: nobody reads it, programs do.
  { heading: zh('sha256'), width: 22, oneLine: true, content: ({ evidence }) => evidence?.sha256 ?? null },
  { heading: zh('state'), width: 16, content: ({ state }) => state },
];

/** All that proves a report in one archive: the document, the annex, the evidence of every ticket it counts, an index. */
@Injectable()
export class EvidencePackService {
  private readonly log = new Logger(EvidencePackService.name);

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(ReportService) private readonly reports: ReportService,
  ) {}

  /**
   * For this reader: what they may not see is only counted. Streams, one file at a time.
   * @throws notFound, reportNotReady
   */
  async pack(actor: Actor, id: string): Promise<{ name: string; stream: Readable }> {
    const report = await this.reports.get(actor, id);
    if (report.status !== 'ready') throw new AppError('reportNotReady');
    const title = zh('title').replace('{name}', report.template.name).replace('{period}', periodLabel(report.period));
    return { name: `${title}.zip`, stream: writeArchive(this.parts(actor, report, title), report.knownAt) };
  }

  private async *parts(actor: Actor, report: ReportView, title: string): AsyncGenerator<ArchivePart> {
    const document = await this.reports.document(report.id);
    yield { name: `${zh('document')}.docx`, content: document.stream };
    yield { name: `${zh('annex')}.xlsx`, content: (await this.reports.annex(actor, report.id)).stream };
    const lines: IndexLine[] = [];
    for await (const ticket of this.tickets(actor, report.id)) {
      if (ticket.evidence.length === 0) lines.push({ ticket, evidence: null, path: null, state: zh('none') });
      for (const [at, evidence] of ticket.evidence.entries()) {
        const path = pathOf(ticket, evidence, at + 1);
        const content = await this.contentOf(evidence);
        if (content) yield { name: path, content };
        lines.push({ ticket, evidence, path: content && path, state: stateOf(evidence, content !== null) });
      }
    }
    const hidden = await countHiddenTickets(this.db, actor, report.id);
    const options = { createdAt: report.createdAt, creator: actor.name };
    const sheet = proofSheet(zh('index'), title, indexColumns, indexRows(lines, hidden), zh('indexNote'));
    yield { name: `${zh('index')}.xlsx`, content: writeWorkbook([sheet], options) };
  }

  private async *tickets(actor: Actor, reportId: string): AsyncGenerator<ProvenTicket> {
    let after: string | null = null;
    do {
      const page: ProvenTicket[] = await listProvenTickets(this.db, actor, reportId, { limit: pageRows, after });
      yield* page;
      after = page.length === pageRows ? page.at(-1)!.no : null;
    } while (after !== null);
  }

  /** Whole and checked, or null: one damaged file shall not keep people from the others, and stands in the index. */
  private async contentOf({ fileId, name }: PackedEvidence): Promise<Buffer | null> {
    try {
      return await this.files.read(fileId);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'fileAltered') throw error;
      this.log.error(`evidence ${fileId} (${name}) is altered or lost`);
      return null;
    }
  }
}

function* indexRows(lines: readonly IndexLine[], hidden: number): Generator<RowInput> {
  for (const line of lines) yield rowOf(indexColumns, line);
  if (hidden > 0) yield { cells: [null, annexWords.hidden[0].replace('{count}', String(hidden))] };
}

function pathOf({ no, title }: ProvenTicket, { name }: PackedEvidence, at: number): string {
  const words = [...title.replace(/[/\\]/g, ' ')].slice(0, titleLength).join('');
  const folder = safeFileName(`${no} ${words}`);
  return `${zh('evidence')}/${folder}/${String(at).padStart(2, '0')} ${safeFileName(name)}`;
}

function stateOf({ afterClosing }: PackedEvidence, whole: boolean): string {
  if (!whole) return zh('altered');
  return zh(afterClosing ? 'later' : 'whole');
}
