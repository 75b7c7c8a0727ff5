import type { MigrationInterface, QueryRunner } from 'typeorm';
import { followColumns } from '../temporal-history.js';

const acceptedColumns = `accepted_version integer, add column accepted_value numeric(18,4), add column accepted_note text,
  add column accepted_filed_by uuid, add column accepted_filed_at timestamptz(3), add column accepted_by uuid,
  add column accepted_at timestamptz(3)`;

/** Filings are submitted and accepted; what was accepted stands while a correction waits. Who files what. */
export class FilingStates1790000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const former = `accepted_version = version, accepted_value = value, accepted_note = note, accepted_filed_by = filed_by,
      accepted_filed_at = updated_at, accepted_at = updated_at`;
    await runner.query(`
      alter table indicator_filing
        add column status text not null default 'accepted' check (status in ('draft','submitted','accepted','returned')),
        add column reason text, add column ${acceptedColumns};
      alter table indicator_filing_history
        add column status text not null default 'accepted', add column reason text, add column ${acceptedColumns};
      -- What stood before filings had to be accepted counted as it was, then as now.
      alter table indicator_filing disable trigger indicator_filing_record;
      update indicator_filing set ${former};
      alter table indicator_filing enable trigger indicator_filing_record;
      update indicator_filing_history set ${former};
      alter table indicator_filing alter column status set default 'submitted',
        add check ((accepted_version is null) = (accepted_value is null)),
        add check (status <> 'accepted' or accepted_version is not null);
      alter table indicator_filing_history alter column status drop default;
      create index indicator_filing_period_idx on indicator_filing (period);
      comment on column indicator_filing.reason is 'Why it was returned; of a returned filing alone';
      comment on column indicator_filing.accepted_version is 'The version reports count; a later one waits to be accepted';

      create table filing_event (
        id bigint generated always as identity primary key,
        filing_id uuid not null references indicator_filing,
        version integer not null,
        action text not null,
        value numeric(18,4) not null,
        note text,
        reason text,
        actor_id uuid,
        actor_name text not null,
        at timestamptz(3) not null default now()
      );
      create index filing_event_filing_id_idx on filing_event (filing_id, id);
      grant select, insert on filing_event to xiaohao_app;
      revoke update, delete on filing_event from xiaohao_app;

      create table filing_evidence (
        id uuid primary key,
        filing_id uuid not null references indicator_filing,
        version integer not null,
        file_id uuid not null references file,
        added_by uuid references person,
        added_at timestamptz(3) not null default now()
      );
      create index filing_evidence_filing_id_idx on filing_evidence (filing_id, id);
      comment on column filing_evidence.version is 'The version of the filing it was given with';

      create table filing_duty (
        key text not null references indicator,
        unit_id uuid not null references unit,
        every text not null check (every in ('month','quarter','half','year')),
        set_by uuid references person,
        set_at timestamptz(3) not null default now(),
        primary key (key, unit_id)
      );
      comment on table filing_duty is 'Which unit is to file an indicator, and for which length of period';
    `);
    await followColumns(runner, 'indicator_filing');
  }

  async down(runner: QueryRunner): Promise<void> {
    const columns = ['status', 'reason', 'accepted_version', 'accepted_value', 'accepted_note', 'accepted_filed_by'];
    const drops = [...columns, 'accepted_filed_at', 'accepted_by', 'accepted_at'].map((name) => `drop column ${name}`);
    await runner.query(`
      drop table filing_duty, filing_evidence, filing_event;
      drop index indicator_filing_period_idx;
      alter table indicator_filing ${drops.join(', ')};
      alter table indicator_filing_history ${drops.join(', ')};
    `);
    await followColumns(runner, 'indicator_filing');
  }
}
