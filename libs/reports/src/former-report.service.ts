import { basename } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { execute, newId, select } from '@xiaohao/database';
import { findPlaces, type Figure, type NumberChoice } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { FileStore } from '@xiaohao/files';
import { listIndicators } from '@xiaohao/indicators';
import type { Actor } from '@xiaohao/org';
import { loadFigureBook } from './definitions/figure-book.queries.js';
import { ReportTemplateService, type ReportTemplateRow } from './report-template.service.js';
import { KeyBook } from './template-keys.js';
import { learnLines, likelyBindings, linesOf, templateOfReport, type LearnedReport } from './template-learning.js';

export interface Binding {
  /** Of the place, from 1. */
  index: number;
  key: string;
}

export interface FormerReport extends LearnedReport {
  id: string;
  name: string;
  /** The template it became, if it did. */
  templateId: string | null;
  /** Its text, blank paragraphs left out: `paragraph` of a place counts these from 1. */
  paragraphs: string[];
  /** The first proposals that are more than a guess. */
  bindings: Binding[];
}

interface Row {
  id: string;
  name: string;
  fileId: string;
  templateId: string | null;
}

/** Reports of former years: read, bound to figures by a person, made into templates. */
@Injectable()
export class FormerReportService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(ReportTemplateService) private readonly templates: ReportTemplateService,
  ) {}

  /** Keeps a former report (.docx or .txt) and reads it. Nothing is kept of a file that cannot be read. */
  async add(actor: Actor, fileName: string, content: Buffer, numbers?: NumberChoice): Promise<FormerReport> {
    const name = basename(fileName).slice(-150);
    const learned = await this.read(name, content, numbers);
    const row = { id: newId(), name, templateId: null };
    await this.db.transaction(async (tx) => {
      const { id: fileId } = await this.files.store(content, { name, createdBy: actor.personId }, tx);
      await execute(tx, 'insert into former_report (id, name, file_id, created_by) values ($1, $2, $3, $4)', [
        row.id,
        name,
        fileId,
        actor.personId,
      ]);
    });
    return { ...row, ...learned };
  }

  /** `numbers` is chosen anew each time it is read: places are counted by it. */
  async get(id: string, numbers?: NumberChoice): Promise<FormerReport> {
    const { fileId, ...row } = await this.find(id);
    return { ...row, ...(await this.read(row.name, await this.files.read(fileId), numbers)) };
  }

  /**
   * Makes a template of it with the figures a person has chosen; places not named keep their text. Doing it again makes
   * the next version. `numbers` is what the places were counted by.
   * @throws inputWrong for a place or a figure there is not, or a place named twice
   */
  async bind(
    actor: Actor,
    id: string,
    bindings: readonly Binding[],
    numbers?: NumberChoice,
  ): Promise<ReportTemplateRow> {
    const { name, fileId } = await this.find(id);
    const content = await this.files.read(fileId);
    const { places } = findPlaces(await linesOf(name, content), numbers);
    const book = new KeyBook(await loadFigureBook(this.db), await listIndicators(this.db));
    const chosen = new Map<number, string>();
    bindings.forEach(({ index, key }, at) => {
      const wrong = (reason: string) =>
        new AppError('inputWrong', { field: `bindings.${at}`, fieldLabel: `第 ${index} 处`, reason });
      if (index > places.length) throw wrong(`这份报告只有 ${places.length} 处`);
      if (chosen.has(index)) throw wrong('重复指定');
      const figure = book.find(key);
      if (figure === null) throw wrong(`没有指标“${key}”`);
      chosen.set(index, figure);
    });
    const file = await templateOfReport(name, content, chosen, { numbers });
    const template = await this.templates.add(actor, `${name.replace(/\.(docx|txt)$/i, '')}.docx`, file);
    await execute(this.db, 'update former_report set template_id = $2 where id = $1', [id, template.id]);
    return template;
  }

  private async find(id: string): Promise<Row> {
    const [row] = await select<Row>(
      this.db,
      `select id, name, file_id as "fileId", template_id as "templateId" from former_report where id = $1::uuid`,
      [id],
    );
    if (!row) throw new AppError('notFound', { what: '往期报告' });
    return row;
  }

  private async read(
    name: string,
    content: Buffer,
    numbers?: NumberChoice,
  ): Promise<Omit<FormerReport, 'id' | 'name' | 'templateId'>> {
    const lines = await linesOf(name, content);
    const figures = await this.figures();
    const byKey = new Map(figures.map((figure) => [figure.key, figure]));
    const learned = learnLines(lines, figures, { numbers });
    const bindings = [...likelyBindings(learned, (key) => byKey.get(key) ?? null)].map(([index, key]) => ({
      index,
      key,
    }));
    return { ...learned, bindings, paragraphs: lines.map(({ text }) => text) };
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
