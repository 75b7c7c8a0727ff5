import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('ledger_import')
export class LedgerImport {
  @PrimaryColumn('uuid') id: string;
  @Column('text') status: 'queued' | 'running' | 'ready' | 'failed' | 'committing' | 'committed' | 'undone';
  @Column('integer', { default: 0 }) progress: number;
  @Column('uuid') fileId: string;
  @Column('text') fileName: string;
  @Column('text') kind: string;
  @Column('jsonb', { default: {} }) options: Record<string, unknown>;
  @Column('jsonb', { default: [] }) sheets: unknown[];
  @Column('jsonb', { default: [] }) ignored: unknown[];
  @Column('jsonb', { default: {} }) counts: Record<string, number>;
  @Column('jsonb', { default: [] }) madeUnits: unknown[];
  @Column('jsonb', { nullable: true }) failure: Record<string, unknown> | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('uuid') createdBy: string;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
  @Column('uuid', { nullable: true }) committedBy: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) committedAt: Date | null;
}

/** One ticket as read from the sheet, still to be confirmed. */
@Entity('ledger_import_row')
export class LedgerImportRow {
  @PrimaryColumn('uuid') importId: string;
  @PrimaryColumn('integer') no: number;
  @Column('jsonb') ticket: Record<string, unknown>;
  @Column('text') decision: string;
  @Column('uuid', { nullable: true }) ticketId: string | null;
  /** Of the ticket, written by PostgreSQL: its place in the file, and what it may share with other rows. */
  @Column({ type: 'text', insert: false, update: false, select: false }) sheet: string;
  @Column({ type: 'integer', insert: false, update: false, select: false }) sheetRow: number;
  @Column({ type: 'text', insert: false, update: false, select: false }) key: string;
  @Column({ type: 'uuid', nullable: true, insert: false, update: false, select: false }) knownId: string | null;
}

/** What a person made of the headings of a sheet, for the next file with the same. */
@Entity('ledger_profile')
export class LedgerProfile {
  @PrimaryColumn('uuid') id: string;
  @Column('text') shape: string;
  /** The town whose imports are read by it; null: those of the offices. */
  @Column('uuid', { nullable: true }) unitId: string | null;
  @Column('text', { array: true }) headings: string[];
  @Column('text', { array: true }) meanings: string[];
  @Column('text') fileName: string;
  @Column('text') sheet: string;
  @Column('uuid') keptBy: string;
  @Column('timestamp with time zone', { precision: 3 }) keptAt: Date;
}

@Entity('message')
export class Message {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('text') ruleCode: string;
  @Column('integer', { default: 0 }) level: number;
  @Column('date') forOn: string;
  @Column('text') subject: string;
  @Column('jsonb') body: unknown;
  @Column('text', { nullable: true }) link: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) readAt: Date | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) acknowledgedAt: Date | null;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
}

/** One message on one channel; `sent` is written once and is never taken back. */
@Entity('delivery')
export class Delivery {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') messageId: string;
  @Column('text') channel: string;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text') status: 'queued' | 'sent' | 'failed' | 'dropped';
  @Column('integer', { default: 0 }) attempts: number;
  @Column('text', { nullable: true }) mailMessageId: string | null;
  @Column('text', { nullable: true }) failure: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) sentAt: Date | null;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
}
