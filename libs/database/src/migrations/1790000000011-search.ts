import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a ticket can be found by, as one normalised text per ticket, and an index over its grams. Kept by triggers of the
 * owner, whatever writes the ticket or its progress; beside the ticket, so that a change of status rewrites none of it.
 * The index holds every character, every pair of neighbours and, of runs of letters and digits, every three, for pairs
 * of digits stand in all numbers. Grams are not stored: only the index reads them.
 */
export class Search1790000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function search_text(raw text) returns text language sql immutable parallel safe strict as $$
        select lower(regexp_replace(normalize(raw, nfkc), '\\s+', ' ', 'g')) $$;
      comment on function search_text is 'As searchWords of libs/tickets writes a query: width, case and blanks count for nothing';

      create function search_grams(body text) returns text[] language sql immutable parallel safe strict cost 5000 as $$
        select coalesce(array_agg(a) filter (where a <> ' '), '{}')
          || coalesce(array_agg(a || b) filter (where a <> ' ' and b <> ' '), '{}')
          || coalesce(array_agg(a || b || d) filter (where ascii(a) between 33 and 126 and ascii(b) between 33 and 126
            and ascii(d) between 33 and 126), '{}')
        from (select string_to_array(body, null) as c) chars, unnest(c, c[2:], c[3:]) as near(a, b, d) $$;
      comment on function search_grams is 'The twin of searchGrams of libs/tickets';

      create table ticket_search (
        ticket_id uuid primary key references ticket on delete cascade,
        body text not null
      );
      revoke insert, update, delete on ticket_search from xiaohao_app;

      -- The newest progress first: of more than 100,000 characters only the oldest words are lost.
      create function refresh_ticket_search(ids uuid[]) returns void language sql as $$
        insert into ticket_search as kept (ticket_id, body)
        select t.id, search_text(left(concat_ws(' ', t.no, t.their_no, t.title, t.description, t.site, p.texts,
          case when p.has_latest is not true then t.latest_progress end), 100000))
        from ticket t left join lateral (
          select string_agg(e.text, ' ' order by e.reported_on desc, e.created_at desc, e.id) as texts,
            bool_or(e.text = t.latest_progress) as has_latest
          from progress_entry e where e.ticket_id = t.id) p on true
        where t.id = any(ids)
        on conflict (ticket_id) do update set body = excluded.body where kept.body <> excluded.body $$;

      create function search_new_tickets() returns trigger language plpgsql security definer set search_path from current as $$
        begin perform refresh_ticket_search(array(select id from fresh)); return null; end $$;
      create function search_ticket() returns trigger language plpgsql security definer set search_path from current as $$
        begin perform refresh_ticket_search(array[new.id]); return null; end $$;
      create function search_new_progress() returns trigger language plpgsql security definer set search_path from current as $$
        begin
          perform refresh_ticket_search(array(select distinct f.ticket_id from fresh f
            join ticket_search s on s.ticket_id = f.ticket_id where strpos(s.body, search_text(f.text)) = 0));
          return null;
        end $$;
      create function search_progress() returns trigger language plpgsql security definer set search_path from current as $$
        begin perform refresh_ticket_search(array[old.ticket_id]); return null; end $$;

      select refresh_ticket_search(array(select id from ticket));
      -- A short pending list: who fills it pays for emptying it, and that is to go unnoticed.
      create index ticket_search_grams_idx on ticket_search using gin (search_grams(body)) with (gin_pending_list_limit = 512);
      -- Without statistics every search is planned alike, through the index: only here the grams are ever computed.
      alter index ticket_search_grams_idx alter column 1 set statistics 0;

      create trigger ticket_search_insert after insert on ticket referencing new table as fresh
        for each statement execute function search_new_tickets();
      create trigger ticket_search_update after update of no, their_no, title, description, site, latest_progress on ticket
        for each row when ((old.no, old.their_no, old.title, old.description, old.site, old.latest_progress)
          is distinct from (new.no, new.their_no, new.title, new.description, new.site, new.latest_progress))
        execute function search_ticket();
      create trigger progress_entry_search_insert after insert on progress_entry referencing new table as fresh
        for each statement execute function search_new_progress();
      create trigger progress_entry_search_update after update of text on progress_entry
        for each row when (old.text <> new.text) execute function search_progress();
      create trigger progress_entry_search_delete after delete on progress_entry
        for each row execute function search_progress();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger progress_entry_search_delete on progress_entry;
      drop trigger progress_entry_search_update on progress_entry;
      drop trigger progress_entry_search_insert on progress_entry;
      drop trigger ticket_search_update on ticket;
      drop trigger ticket_search_insert on ticket;
      drop function search_progress();
      drop function search_new_progress();
      drop function search_ticket();
      drop function search_new_tickets();
      drop function refresh_ticket_search(uuid[]);
      drop table ticket_search;
      drop function search_grams(text);
      drop function search_text(text);
    `);
  }
}
