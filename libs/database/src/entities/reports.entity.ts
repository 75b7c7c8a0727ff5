import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A figure one department files for one period; a correction is its next version, former ones stay in the history. */
@Entity('indicator_filing')
export class IndicatorFiling {
  @PrimaryColumn('uuid') id: string;
  @Column('text') key: string;
  @Column('uuid') unitId: string;
  @Column('text') period: string;
  @Column('numeric', { precision: 18, scale: 4 }) value: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true }) filedBy: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) updatedAt: Date;
  @Column('text', { default: 'submitted' }) status: 'draft' | 'submitted' | 'accepted' | 'returned';
  /** Why it was returned. */
  @Column('text', { nullable: true }) reason: string | null;
  /** What reports count, while a later version waits to be accepted. */
  @Column('integer', { nullable: true }) acceptedVersion: number | null;
  @Column('numeric', { precision: 18, scale: 4, nullable: true }) acceptedValue: string | null;
  @Column('text', { nullable: true }) acceptedNote: string | null;
  @Column('uuid', { nullable: true }) acceptedFiledBy: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) acceptedFiledAt: Date | null;
  @Column('uuid', { nullable: true }) acceptedBy: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) acceptedAt: Date | null;
}

@Entity('report_template')
export class ReportTemplate {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('integer', { default: 1 }) version: number;
  @Column('uuid', { nullable: true }) fileId: string | null;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
  /** Not offered any more; the same for all versions. */
  @Column('timestamp with time zone', { precision: 3, nullable: true }) archivedAt: Date | null;
}

/** One build. Once `finalizedAt` is set the database refuses every change but its withdrawal. */
@Entity('report')
export class Report {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') templateId: string;
  @Column('text') period: string;
  /** Effective dates count up to the end of this day. */
  @Column('date') asOf: string;
  /** Record time: what was known at this instant. */
  @Column('timestamp with time zone', { precision: 3 }) knownAt: Date;
  @Column('jsonb', { default: {} }) parameters: Record<string, string>;
  @Column('text') status: 'queued' | 'running' | 'ready' | 'failed';
  @Column('integer', { default: 0 }) progress: number;
  @Column('jsonb', { nullable: true }) failure: Record<string, unknown> | null;
  @Column('jsonb', { default: {} }) definitions: Record<string, unknown>;
  /** The document as blocks, so that the page shows what the paper says. */
  @Column('jsonb', { nullable: true }) content: unknown;
  @Column('jsonb', { default: [] }) checks: unknown[];
  @Column('uuid', { nullable: true }) fileId: string | null;
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) finalizedAt: Date | null;
  @Column('uuid', { nullable: true }) finalizedBy: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) withdrawnAt: Date | null;
  @Column('uuid', { nullable: true }) withdrawnBy: string | null;
  @Column('text', { nullable: true }) withdrawReason: string | null;
  /** How far the draft is on its way to the chief. */
  @Column('text', { default: 'draft' }) review: 'draft' | 'submitted' | 'returned';
  /** Why it was returned. */
  @Column('text', { nullable: true }) reviewReason: string | null;
  @Column('uuid', { nullable: true }) submittedBy: string | null;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) submittedAt: Date | null;
  /** Numbers typed over by hand, by key. */
  @Column('jsonb', { default: {} }) overrides: Record<
    string,
    { value: number; reason: string; by: string; at: string }
  >;
  /** The build it follows. */
  @Column('uuid', { nullable: true }) previousId: string | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
}
