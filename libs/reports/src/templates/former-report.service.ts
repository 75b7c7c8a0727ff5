import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { execute, newId, select } from '@xiaohao/database';
import { parsePeriod, type Figure, type NumberChoice, type OwnNames } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { FileStore, safeFileName } from '@xiaohao/files';
import { listIndicators } from '@xiaohao/indicators';
import type { Actor } from '@xiaohao/org';
import { loadFigureBook } from '../figures/definitions/figure-book.queries.js';
import {
  findFormerReport,
  keepDecisions,
  listFormerReports,
  type DecisionChange,
  type Decisions,
  type FormerReportRow,
  type KeptFormerReport,
} from './former-report.queries.js';
import type { LearningChoice } from './learned-periods.js';
import { ReportTemplateService, type ReportTemplateRow } from './report-template.service.js';
import { LastRead } from './last-read.js';
import { findOwnNames } from './own-names.queries.js';
import { KeyBook } from './template-keys.js';
import { assertReportReadable } from './report-lines.js';
import { checkedTemplateName } from './template-name.js';
import { reader, templateMaker } from './former-report-reader.js';
import type { Binding, Reading } from './former-report-reading.js';

export interface BindingOrder {
  bindings: readonly Binding[];
  /** Words of the period that stay, by their index. */
  literal?: readonly number[] | undefined;
  /** Of the template; default: that of the file. One that has become a template keeps the name it has. */
  name?: string | undefined;
}

/** How it is to be read; what is not said goes by what was decided before. */
export interface ReadingChoice {
  numbers?: NumberChoice | undefined;
  period?: string | undefined;
}

export interface FormerReport extends Reading {
  id: string;
  name: string;
  /** The template it became, if it did. */
  templateId: string | null;
  decisions: (Decisions & { by: string | null; at: Date }) | null;
}

/** More than a report has; what is kept of one is bounded by it. */
const decisionLimit = 4000;
const listed = 20;
/** As many as people of a bureau work on at a time. */
const keptReadings = 8;

/** Reports of former years: read, bound to figures by a person, made into templates. */
@Injectable()
export class FormerReportService {
  private readonly lastRead = new LastRead<Reading>(keptReadings);

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(ReportTemplateService) private readonly templates: ReportTemplateService,
  ) {}

  /** Keeps a former report (.docx or .txt) and reads it. Nothing is kept of a file that cannot be read. */
  async add(actor: Actor, fileName: string, content: Buffer, choice: ReadingChoice = {}): Promise<FormerReport> {
    const name = safeFileName(fileName);
    const [figures, names, reading] = [await this.figures(), await findOwnNames(this.db), learningChoice(choice)];
    await assertReportReadable(name, content);
    const task = { name, content, figures, choice: reading, names };
    const learned = await reader.run(task, { whose: actor.personId });
    const row = { id: newId(), name, templateId: null };
    const file = await this.db.transaction(async (tx) => {
      const { id: fileId } = await this.files.store(content, { name, createdBy: actor.personId }, tx);
      await execute(tx, 'insert into former_report (id, name, file_id, created_by) values ($1, $2, $3, $4)', [
        row.id,
        name,
        fileId,
        actor.personId,
      ]);
      return fileId;
    });
    this.lastRead.keep(readingKey(file, figures, names, reading), Promise.resolve(learned));
    return { ...row, ...learned, decisions: null };
  }

  /** The last ones, those that became a template too. */
  list(): Promise<FormerReportRow[]> {
    return listFormerReports(this.db, listed);
  }

  /** As it is asked for; read anew where the bureau's figures have changed since, or others were looked at meanwhile. */
  async get(id: string, choice: ReadingChoice = {}): Promise<FormerReport> {
    const { fileId, name, templateId, decisions, decidedBy, decidedAt } = await this.find(id);
    const [figures, names] = [await this.figures(), await findOwnNames(this.db)];
    const reading = learningChoice(choice, decisions);
    const learned = await this.lastRead.of(readingKey(fileId, figures, names, reading), async () =>
      reader.run({ name, content: await this.files.read(fileId), figures, choice: reading, names }),
    );
    const kept = decidedAt === null ? null : { chosen: {}, ...decisions, by: decidedBy, at: decidedAt };
    return { id, name, templateId, ...learned, decisions: kept };
  }

  /**
   * Keeps what somebody has decided, so that it can be gone on with later.
   * @throws inputWrong for a place there cannot be, or more than there can be
   */
  async decide(actor: Actor, id: string, change: DecisionChange): Promise<void> {
    const { decisions } = await this.find(id);
    const wrong = (reason: string) => new AppError('inputWrong', { field: 'chosen', fieldLabel: '各处的选择', reason });
    for (const [place, key] of Object.entries(change.chosen ?? {})) {
      if (!/^\d{1,7}:\d{1,9}$/.test(place)) throw wrong(`没有“${place.slice(0, 30)}”这样的位置`);
      if (key !== null && (typeof key !== 'string' || key === '' || key.length > 100))
        throw wrong('指标名应为 1 至 100 个字');
    }
    if (Object.keys({ ...decisions.chosen, ...change.chosen }).length > decisionLimit)
      throw wrong(`最多 ${decisionLimit} 处`);
    learningChoice(change);
    await keepDecisions(this.db, id, actor.personId, change);
  }

  /**
   * Makes a template of it with the figures a person has chosen; places not named keep their text, and so do the words
   * of the period named in `literal`. Doing it again makes the next version. `choice` is what the places were counted by.
   * @throws inputWrong for a place or a figure there is not, or a place named twice
   */
  async bind(
    actor: Actor,
    id: string,
    { bindings, literal = [], name: wanted }: BindingOrder,
    choice: ReadingChoice = {},
  ): Promise<ReportTemplateRow> {
    const { name, fileId, templateCode, decisions } = await this.find(id);
    const content = await this.files.read(fileId);
    const reading = learningChoice(choice, decisions);
    const chosen = await this.checkedBindings(bindings);
    const made = await templateMaker.run({ name, content, chosen, literal, choice: reading });
    const file = Buffer.from(made);
    const templateName =
      templateCode ?? (wanted === undefined ? name.replace(/\.(docx|txt)$/i, '') : checkedTemplateName(wanted));
    return this.templates.add(actor, `${templateName}.docx`, file, {
      nameIn: async (tx) => {
        // Of those who make it a template at once, the later ones find the name the first one gave it.
        await select(tx, 'select 1 from former_report where id = $1::uuid for update', [id]);
        return (await findFormerReport(tx, id))?.templateCode ?? null;
      },
      also: async (tx, template) => {
        await execute(tx, 'update former_report set template_id = $2 where id = $1', [id, template.id]);
      },
    });
  }

  private async checkedBindings(bindings: readonly Binding[]): Promise<Map<number, string>> {
    const book = new KeyBook(await loadFigureBook(this.db), await listIndicators(this.db));
    const chosen = new Map<number, string>();
    bindings.forEach(({ index, key }, at) => {
      const wrong = (reason: string) =>
        new AppError('inputWrong', { field: `bindings.${at}`, fieldLabel: `第 ${index} 处`, reason });
      if (chosen.has(index)) throw wrong('重复指定');
      const figure = book.find(key);
      if (figure === null) throw wrong(`没有指标“${key}”`);
      chosen.set(index, figure);
    });
    return chosen;
  }

  private async find(id: string): Promise<KeptFormerReport> {
    const row = await findFormerReport(this.db, id);
    if (!row) throw new AppError('notFound', { what: '往期报告' });
    return row;
  }

  /** Those everybody has, those the bureau defined, and its own indicators. */
  private async figures(): Promise<Figure[]> {
    const book = await loadFigureBook(this.db);
    const own = (await listIndicators(this.db)).filter(({ key }) => book.find(key) === null);
    return [
      ...book.figures(),
      ...own.map((indicator): Figure => ({
        ...indicator,
        alias: indicator.name,
        source: 'indicator',
        group: 'bureau',
        display: {},
      })),
    ];
  }
}

/** All that what is read of a report depends on. */
function readingKey(
  fileId: string,
  figures: readonly Figure[],
  names: OwnNames,
  { numbers, period }: LearningChoice,
): string {
  return createHash('sha256')
    .update(JSON.stringify([fileId, figures, names, numbers, period?.code]))
    .digest('base64');
}

/** @throws inputWrong for what is no period */
function learningChoice(asked: ReadingChoice, decided: Partial<Decisions> = {}): LearningChoice {
  const code = asked.period ?? decided.period;
  const period = code === undefined ? undefined : parsePeriod(code);
  if (period === null) {
    const reason = `${code}（如 2025、2025H1、2025Q1、2025-06）`;
    throw new AppError('inputWrong', { field: 'period', fieldLabel: '报告期', reason });
  }
  return { numbers: asked.numbers ?? decided.numbers, period };
}
