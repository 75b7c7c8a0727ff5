import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { newId, ReportTemplate, select, execute, type Queryable } from '@xiaohao/database';
import { documentParagraphs, inspectTemplate, withAcceptedChanges } from '@xiaohao/documents';
import type { Day } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { FileStore, safeFileName } from '@xiaohao/files';
import { listIndicators } from '@xiaohao/indicators';
import { systemActor, type Actor } from '@xiaohao/org';
import { loadFigureBook } from '../figures/definitions/figure-book.queries.js';
import { builtInTemplates, loadBuiltIn, writeBuiltIn } from './built-in-templates.js';
import { blocksOfParagraphs } from '../building/report-content.js';
import type { LoadedTemplate } from './template-document.js';
import { leftReader } from './former-report-reader.js';
import { leftPlaces, type LeftWords } from './literal-places.js';
import { proposeRepairs, repairTemplate } from './template-doctor.js';
import { addTemplateEvent, lockTemplateName, setArchived } from './template-keeping.queries.js';
import { checkedTemplateKeys, KeyBook, knownIn } from './template-keys.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface ReportTemplateRow {
  id: string;
  code: string;
  name: string;
  version: number;
  fileId: string | null;
  archivedAt: Date | null;
}

const columns = `id, code, name, version, file_id as "fileId", archived_at as "archivedAt"`;

interface AddOptions {
  freeWords?: readonly string[];
  repair?: boolean;
  /** The name it has to have, as found under a lock of the caller's; null for that of the file. */
  nameIn?: (tx: EntityManager) => Promise<string | null>;
  also?: (tx: EntityManager, template: ReportTemplateRow) => Promise<void>;
}

@Injectable()
export class ReportTemplateService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(FileStore) private readonly files: FileStore,
  ) {}

  /** By id, or the latest version by code. Within a transaction it is asked on that one's connection. */
  async get(idOrCode: string, db: Queryable = this.db): Promise<ReportTemplateRow> {
    const [row] = await select<ReportTemplateRow>(
      db,
      `select ${columns} from report_template where ${uuid.test(idOrCode) ? 'id = $1::uuid' : 'code = $1'}
       order by version desc limit 1`,
      [idOrCode],
    );
    if (!row) throw new AppError('notFound', { what: `报告模板 ${idOrCode}` });
    return row;
  }

  /**
   * Takes a Word file as a template; the same name again is its next version, the same content the version there is.
   * Tracked changes are accepted and tags checked first: nothing is kept of a template that could not be filled. `freeWords` are tags the caller
   * will answer with parameters of the build; with `repair` the proposals for what is wrong are put in first; `also`
   * is done in the same transaction. An archived template is offered again by its next version.
   */
  async add(
    actor: Actor,
    fileName: string,
    given: Buffer,
    { freeWords = [], repair = false, nameIn, also }: AddOptions = {},
  ): Promise<ReportTemplateRow> {
    const book = new KeyBook(await loadFigureBook(this.db), await listIndicators(this.db), new Set(freeWords));
    const clean = await withAcceptedChanges(given);
    const file = repair ? await repaired(clean, book) : clean;
    await checkedTemplateKeys(file, book);
    const named =
      safeFileName(fileName)
        .replace(/\.docx$/i, '')
        .trim()
        .slice(0, 100)
        .replace(/\p{Surrogate}$/u, '') || '模板';
    if (builtInTemplates.some((template) => template.name === named)) {
      throw new AppError('duplicate', { what: `系统自带的模板“${named}”（请改文件名后再上传）` });
    }
    const sha256 = createHash('sha256').update(file).digest('hex');
    const createdBy = actor.personId === systemActor.personId ? null : actor.personId;
    return this.db.transaction(async (tx) => {
      const name = (await nameIn?.(tx)) ?? named;
      await lockTemplateName(tx, name);
      const [last] = await select<ReportTemplateRow & { sha256: string | null }>(
        tx,
        `select t.id, t.code, t.name, t.version, t.file_id as "fileId", t.archived_at as "archivedAt", f.sha256
         from report_template t left join file f on f.id = t.file_id
         where t.code = $1 order by t.version desc limit 1`,
        [name],
      );
      if (last && last.sha256 === null) throw new AppError('duplicate', { what: `模板 ${name}` });
      if (last?.archivedAt) await setArchived(tx, actor, last, false);
      if (last?.sha256 === sha256) {
        await also?.(tx, last);
        return { ...last, archivedAt: null };
      }
      const stored = await this.files.store(file, { name: `${name}.docx`, createdBy }, tx);
      const version = (last?.version ?? 0) + 1;
      const row = { id: newId(), code: name, name, version, fileId: stored.id, archivedAt: null };
      await tx.insert(ReportTemplate, { ...row, createdBy });
      await addTemplateEvent(tx, actor, row.code, 'add', { version });
      await also?.(tx, row);
      return row;
    });
  }

  /** What stays in it as it is written, whatever the report; nothing of those of the system. */
  async left(id: string): Promise<LeftWords> {
    const { fileId } = await this.get(id);
    if (fileId === null) return { literals: [], claims: [] };
    return leftReader.run({ template: await this.files.read(fileId) });
  }

  /** As a Word file to look at and to go on with. */
  async document(id: string): Promise<{ name: string; file: Buffer }> {
    const { name, code, fileId } = await this.get(id);
    return { name: `${name}.docx`, file: fileId === null ? await writeBuiltIn(code) : await this.files.read(fileId) };
  }

  /** The file to fill and its text; `signature` is what a built-in one is signed with. */
  async load(
    template: ReportTemplateRow,
    signature: { unit: string; day: Day },
    db: Queryable = this.db,
  ): Promise<LoadedTemplate> {
    if (template.fileId === null) return loadBuiltIn(template.code, signature);
    const file = await this.files.read(template.fileId, db);
    const paragraphs = await documentParagraphs(file);
    return { file, blocks: blocksOfParagraphs(paragraphs), ...leftPlaces(paragraphs) };
  }
}

/** The file with every proposal in place; as it was where nothing is wrong. */
async function repaired(file: Buffer, book: KeyBook): Promise<Buffer> {
  const { problems } = await inspectTemplate(file, knownIn(book));
  return problems.length === 0 ? file : repairTemplate(file, proposeRepairs(problems, book.words()));
}

/** The rows of the built-in templates. Bears to run at every start. */
export async function seedReportTemplates(tx: EntityManager | Queryable): Promise<void> {
  const rows = builtInTemplates.map(({ code, name, version }) => ({ id: newId(), code, name, version }));
  await execute(
    tx,
    `insert into report_template (id, code, name, version)
     select id, code, name, version from jsonb_to_recordset($1::jsonb) r (id uuid, code text, name text, version int)
     on conflict (code, version) do nothing`,
    [JSON.stringify(rows)],
  );
}
