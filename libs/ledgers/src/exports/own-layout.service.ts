import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '@xiaohao/database';
import { kindsCoordinatedBy, type TicketKind } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { layoutChoices, type LayoutFieldCode } from './layout-fields.js';
import { readOwnForm, type ReadForm } from './own-form-reader.js';
import {
  deleteOwnLayout,
  getOwnLayout,
  insertOwnLayout,
  listOwnLayouts,
  type OwnLayout,
} from './own-layout.queries.js';

/** Bytes an empty workbook with headings may have. */
export const layoutLimitBytes = 5_000_000;

export interface LayoutUpload {
  file: Buffer;
  kind: TicketKind;
  /** Where a person pointed at the header. */
  headerRows?: readonly number[];
}

export interface LayoutReading extends ReadForm {
  choices: LayoutFieldCode[];
}

/** The bureau's own ledger layouts: uploaded as an empty workbook, looked over, kept by whoever coordinates the kind. */
@Injectable()
export class OwnLayoutService {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  list(): Promise<OwnLayout[]> {
    return listOwnLayouts(this.db);
  }

  /** What the workbook would become; nothing is kept. */
  async read(actor: Actor, { file, kind, headerRows }: LayoutUpload): Promise<LayoutReading> {
    assertCoordinates(actor, kind);
    return { ...(await readOwnForm(file, kind, headerRows)), choices: layoutChoices(kind) };
  }

  /** `fields`: by column letters what fills it where a person chose otherwise. */
  async keep(
    actor: Actor,
    upload: LayoutUpload & { name: string; fields: Readonly<Record<string, string>> },
  ): Promise<OwnLayout> {
    const { form, choices } = await this.read(actor, upload);
    const columns = form.columns.map((column) => {
      const chosen = Object.hasOwn(upload.fields, column.letters) ? upload.fields[column.letters] : undefined;
      if (chosen === undefined) return column;
      const field = choices.find((choice) => choice === chosen);
      if (!field) {
        const fieldLabel = `${column.letters} 列`;
        throw new AppError('inputWrong', { field: column.letters, fieldLabel, reason: `没有“${chosen}”这一项内容` });
      }
      return { ...column, field };
    });
    const id = newId();
    const { kind, name } = upload;
    const added = await insertOwnLayout(this.db, { id, kind, name, form: { ...form, columns } }, actor.personId);
    if (!added) throw new AppError('duplicate', { what: `版式“${name}”` });
    return getOwnLayout(this.db, id);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    assertCoordinates(actor, (await getOwnLayout(this.db, id)).kind);
    await deleteOwnLayout(this.db, id);
  }
}

function assertCoordinates(actor: Actor, kind: TicketKind): void {
  if (!kindsCoordinatedBy(actor.roles).includes(kind)) throw new AppError('forbidden', { kind });
}
