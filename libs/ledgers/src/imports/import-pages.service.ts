import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CalendarService, Clock, momentOf } from '@xiaohao/calendar';
import type { Actor } from '@xiaohao/org';
import { deleteProfile, listProfiles, type KeptProfile } from './column-profile.queries.js';
import { acceptedIn } from './import-accepts.js';
import { digestSheet, type SheetDigest } from './import-digest.queries.js';
import { buildOutlineView, rowView, type ImportedRow, type ImportOutlineView } from './import-view.js';
import { getImport, listPreviewsFrom } from './import.queries.js';
import { renewRows } from './import-renewal.js';
import type { RowChoice } from '../reading/preview.js';
import { listUnknownUnits, type UnknownUnit } from './unknown-units.js';
import { decidesNames, deleteAlias, listAliases, type UnitAlias } from './unit-aliases.queries.js';

/** Rows of one sheet that are asked for at once. */
export interface RowsAsked {
  sheet: string;
  decision: RowChoice | null;
  /** The first row of the sheet wanted. */
  from: number;
  limit: number;
}

export interface RowsPage {
  /** Of the import they were read from. */
  version: number;
  items: ImportedRow[];
  /** Where the next page begins; null behind the last. */
  nextFrom: number | null;
}

/** An import part by part, for a page that shows thousands of rows. */
@Injectable()
export class ImportPages {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CalendarService) private readonly calendars: CalendarService,
  ) {}

  /** The import as it is opened: what was judged by other units is judged anew. */
  async outline(actor: Actor, id: string): Promise<ImportOutlineView> {
    const moment = await momentOf(this.clock, this.calendars);
    await renewRows(this.db, actor, id, moment);
    return buildOutlineView(this.db, await getImport(this.db, actor, id));
  }

  async rows(actor: Actor, id: string, { limit, ...asked }: RowsAsked): Promise<RowsPage> {
    const { version, sheets } = await getImport(this.db, actor, id);
    const found = await listPreviewsFrom(this.db, id, { ...asked, limit: limit + 1 });
    const items = found.slice(0, limit).map((row) => rowView(row, sheets));
    return { version, items, nextFrom: found[limit]?.preview.row ?? null };
  }

  async unknownUnits(actor: Actor, id: string): Promise<UnknownUnit[]> {
    return listUnknownUnits(this.db, await getImport(this.db, actor, id), this.clock.today());
  }

  profiles(actor: Actor): Promise<KeptProfile[]> {
    return listProfiles(this.db, actor);
  }

  /** From then on sheets with these headings are read as by themselves. */
  forgetProfile(actor: Actor, id: string): Promise<void> {
    return deleteProfile(this.db, actor, id);
  }

  /** All of them are for those alone who decide on them. */
  async aliases(actor: Actor): Promise<UnitAlias[]> {
    return decidesNames(actor) ? listAliases(this.db) : [];
  }

  /** From then on the name is read as by itself. */
  forgetAlias(actor: Actor, id: string): Promise<void> {
    return deleteAlias(this.db, actor, id);
  }

  async digest(actor: Actor, id: string, sheet: string, decision: RowChoice | null): Promise<SheetDigest> {
    const { accepted = {} } = (await getImport(this.db, actor, id)).options;
    return digestSheet(this.db, id, sheet, decision, acceptedIn(accepted, sheet));
  }
}
