import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { newId } from '@xiaohao/database';
import { kindsCoordinatedBy, type TicketKind } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { layoutChoices, type LayoutFieldCode } from './layout-fields.js';
import type { OwnForm } from './own-form.js';
import { readOwnForm, type ReadForm } from './own-form-reader.js';
import {
  deleteOwnLayout,
  getOwnLayout,
  insertOwnLayout,
  isNameTaken,
  listOwnLayouts,
  updateOwnLayout,
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

export interface LayoutEdit {
  name?: string;
  /** By column letters what fills it from now on. */
  fields?: Readonly<Record<string, string>>;
}

export interface LayoutReading extends ReadForm {
  choices: LayoutFieldCode[];
}

/** The bureau's own ledger layouts: uploaded as an empty workbook, looked over, kept by whoever coordinates the kind. */
@Injectable()
export class OwnLayoutService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  list(): Promise<OwnLayout[]> {
    return listOwnLayouts(this.db);
  }

  /** What the workbook would become; nothing is kept. */
  async read(actor: Actor, { file, kind, headerRows }: LayoutUpload): Promise<LayoutReading> {
    assertCoordinates(actor, kind);
    if (headerRows?.some((row, at) => at > 0 && row <= headerRows[at - 1]!)) {
      const reason = '表头各行应从上到下写，不能重复，如 2,3';
      throw new AppError('inputWrong', { field: 'headerRows', fieldLabel: '表头所在行', reason });
    }
    return { ...(await readOwnForm(file, kind, headerRows)), choices: layoutChoices(kind) };
  }

  /** `fields`: by column letters what fills it where a person chose otherwise. */
  async keep(
    actor: Actor,
    upload: LayoutUpload & { name: string; fields: Readonly<Record<string, string>> },
  ): Promise<OwnLayout> {
    const { form, choices } = await this.read(actor, upload);
    const id = newId();
    const { kind, name, fields } = upload;
    const layout = { id, kind, name, form: filledAs(form, fields, choices) };
    const added = await insertOwnLayout(this.db, layout, actor.personId);
    if (!added) throw new AppError('duplicate', { what: `版式“${name}”` });
    return getOwnLayout(this.db, id);
  }

  /** Its name and what fills its columns; what is not sent stays. Another look takes another upload. */
  async edit(actor: Actor, id: string, version: number, { name, fields = {} }: LayoutEdit): Promise<OwnLayout> {
    return this.db.transaction(async (tx) => {
      const present = await getOwnLayout(tx, id, 'for update of l');
      assertCoordinates(actor, present.kind);
      if (present.version !== version) throw new AppError('stale', { version: present.version });
      const form = filledAs(present.form, fields, layoutChoices(present.kind));
      const next = { ...present, form, name: name ?? present.name };
      if (await isNameTaken(tx, next)) throw new AppError('duplicate', { what: `版式“${next.name}”` });
      await updateOwnLayout(tx, next, actor.personId, this.clock.now());
      return getOwnLayout(tx, id);
    });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    assertCoordinates(actor, (await getOwnLayout(this.db, id)).kind);
    await deleteOwnLayout(this.db, id);
  }
}

/** The form with these columns filled as a person chose; a column or a content there is not is refused. */
function filledAs(
  form: OwnForm,
  fields: Readonly<Record<string, string>>,
  choices: readonly LayoutFieldCode[],
): OwnForm {
  const unknown = Object.keys(fields).find((letters) => !form.columns.some((column) => column.letters === letters));
  if (unknown !== undefined) {
    throw new AppError('inputWrong', { field: unknown, fieldLabel: `${unknown} 列`, reason: '版式里没有这一列' });
  }
  const columns = form.columns.map((column) => {
    const chosen = Object.hasOwn(fields, column.letters) ? fields[column.letters] : undefined;
    if (chosen === undefined) return column;
    const field = choices.find((choice) => choice === chosen);
    if (!field) {
      const fieldLabel = `${column.letters} 列`;
      throw new AppError('inputWrong', { field: column.letters, fieldLabel, reason: `没有“${chosen}”这一项内容` });
    }
    return { ...column, field };
  });
  return { ...form, columns };
}

function assertCoordinates(actor: Actor, kind: TicketKind): void {
  if (!kindsCoordinatedBy(actor.roles).includes(kind)) throw new AppError('forbidden', { kind });
}
