import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { execute, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { ReportTemplateService, type ReportTemplateRow } from './report-template.service.js';
import { checkedTemplateName } from './template-name.js';
import {
  addTemplateEvent,
  listTemplates,
  lockTemplateName,
  setArchived,
  type KeptTemplate,
} from './template-keeping.queries.js';

/** How a bureau's own templates are named, put away and taken up again; each step is told by whom and when. */
@Injectable()
export class TemplateKeepingService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ReportTemplateService) private readonly templates: ReportTemplateService,
  ) {}

  list(archived = false): Promise<KeptTemplate[]> {
    return listTemplates(this.db, archived);
  }

  /**
   * All versions get the name; a file uploaded under it is the next version.
   * @throws duplicate for a name another template has, archived ones too
   */
  async rename(actor: Actor, id: string, wanted: string): Promise<ReportTemplateRow> {
    const name = checkedTemplateName(wanted);
    return this.change(id, name, async (tx, { code }) => {
      if (code === name) return;
      const [taken] = await select(tx, 'select 1 from report_template where code = $1 or name = $1', [name]);
      if (taken) throw new AppError('duplicate', { what: `模板“${name}”` });
      await execute(tx, 'update report_template set code = $2, name = $2 where code = $1', [code, name]);
      await addTemplateEvent(tx, actor, name, 'rename', { from: code, to: name });
    });
  }

  /** Not offered any more; reports built with it stay as they are, and so does its file. */
  archive(actor: Actor, id: string): Promise<ReportTemplateRow> {
    return this.change(id, null, (tx, template) => setArchived(tx, actor, template, true));
  }

  restore(actor: Actor, id: string): Promise<ReportTemplateRow> {
    return this.change(id, null, (tx, template) => setArchived(tx, actor, template, false));
  }

  /** @throws templateBuiltIn for one that is not the bureau's own */
  private async change(
    id: string,
    newName: string | null,
    work: (tx: EntityManager, template: ReportTemplateRow) => Promise<void>,
  ): Promise<ReportTemplateRow> {
    await this.db.transaction(async (tx) => {
      const template = await this.templates.get(id, tx);
      if (template.fileId === null) throw new AppError('templateBuiltIn', { name: template.name });
      // In one order, whichever of two names is the new one.
      for (const name of [template.code, newName ?? template.code].sort()) await lockTemplateName(tx, name);
      // Somebody may have renamed it before the lock was ours.
      await work(tx, await this.templates.get(id, tx));
    });
    return this.templates.get(id);
  }
}
