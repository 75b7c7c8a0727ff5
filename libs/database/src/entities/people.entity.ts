import { Column, Entity, PrimaryColumn } from 'typeorm';

export type UnitType = 'bureau' | 'section' | 'town' | 'member' | 'enterprise' | 'group' | 'external';

@Entity('unit')
export class Unit {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text') name: string;
  @Column('text') type: UnitType;
  @Column('integer', { default: 0 }) sort: number;
  @Column('date', { nullable: true }) closedOn: string | null;
  /** The unit its work went to when it was closed. */
  @Column('uuid', { nullable: true }) mergedIntoId: string | null;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
}

@Entity('person')
export class Person {
  @PrimaryColumn('uuid') id: string;
  @Column('text') username: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) passwordHash: string | null;
  @Column('boolean', { default: false }) mustChangePassword: boolean;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  /** Belongs to the demo bureau: refused beyond loopback. */
  @Column('boolean', { default: false }) demo: boolean;
  @Column('timestamp with time zone', { precision: 3, nullable: true }) disabledAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
}

/** A role held in a unit from–to; a person may hold several. */
@Entity('post')
export class Post {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('uuid') unitId: string;
  @Column('text') role: string;
  @Column('date') fromOn: string;
  @Column('date', { nullable: true }) toOn: string | null;
  /** The post this one stands in for while its holder is on leave. */
  @Column('uuid', { nullable: true }) actingForPostId: string | null;
}

/** A unit that a group stands for, from–to. */
@Entity('group_member')
export class GroupMember {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') groupId: string;
  @Column('uuid') unitId: string;
  @Column('date') fromOn: string;
  @Column('date', { nullable: true }) toOn: string | null;
}

/** A unit a deputy's post is in charge of. */
@Entity('post_charge')
export class PostCharge {
  @PrimaryColumn('uuid') postId: string;
  @PrimaryColumn('uuid') unitId: string;
}

/** Who changed which account, post or unit when; insert-only for the application. */
@Entity('people_event')
export class PeopleEvent {
  @PrimaryColumn('bigint', { generated: 'identity' }) id: string;
  @Column('timestamp with time zone', { precision: 3, default: () => 'clock_timestamp()' }) at: Date;
  @Column('text') action: string;
  @Column('uuid') actorId: string;
  @Column('text') actorName: string;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('uuid', { nullable: true }) unitId: string | null;
  /** Names as they were then; never a password. */
  @Column('jsonb', { default: {} }) details: Record<string, unknown>;
}

@Entity('bureau_parameter')
export class BureauParameter {
  @PrimaryColumn('text') key: string;
  @Column('text', { nullable: true }) value: string | null;
  @Column('uuid', { nullable: true }) changedBy: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** A stored file; its content lies in `libs/files`, addressed by `storageKey`. */
@Entity('file')
export class StoredFile {
  @PrimaryColumn('uuid') id: string;
  @Column('text') sha256: string;
  @Column('bigint') sizeBytes: string;
  @Column('text') mediaType: string;
  @Column('text') name: string;
  @Column('text') storageKey: string;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
}
