import { select, type Queryable } from '@xiaohao/database';
import { isRate, type CountRule, type FigureDefinition } from '@xiaohao/domain';
import { rulesOf, type FigureBook, type OwnFigure } from './figure-book.js';
import type { DefinitionNames } from './figure-sentence.js';

/** A figure of the bureau's own in one version, with who made it so. */
export interface OwnFigureRow extends OwnFigure {
  owner: { id: string; name: string } | null;
  retired: boolean;
  reason: string | null;
  updatedBy: string | null;
  updatedAt: Date;
}

const columns = `d.key, d.name, d.unit, d.nature, d.figure_group as "group", d.definition, d.version,
  case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as owner,
  d.card_period as "cardPeriod", d.retired, d.reason, p.name as "updatedBy", d.updated_at as "updatedAt"`;
const joins = `left join unit u on u.id = d.owner_unit_id left join person p on p.id = d.updated_by`;

/** In the order they were made, those given up too. */
export function listOwnFigures(db: Queryable): Promise<OwnFigureRow[]> {
  return select<OwnFigureRow>(
    db,
    `select ${columns} from figure_definition d ${joins} order by d.retired, d.created_at, d.key`,
  );
}

export async function findOwnFigure(db: Queryable, key: string): Promise<OwnFigureRow | null> {
  const [row] = await select<OwnFigureRow>(db, `select ${columns} from figure_definition d ${joins} where d.key = $1`, [
    key,
  ]);
  return row ?? null;
}

/** Every version of a figure, the latest first. */
export function listFigureVersions(db: Queryable, key: string): Promise<OwnFigureRow[]> {
  return select<OwnFigureRow>(
    db,
    `select ${columns} from figure_definition_history d ${joins} where d.key = $1 order by d.version desc`,
    [key],
  );
}

/** Whether an indicator, a definition in use or one given up goes by the key or the name; `except` is not looked at. */
export async function findWordTaken(
  db: Queryable,
  words: { key: string; name: string },
  except: string | null,
): Promise<'key' | 'name' | null> {
  const [row] = await select<{ taken: 'key' | 'name' }>(
    db,
    `select case when t.key = $1 then 'key' else 'name' end as taken
     from (select key, name from figure_definition where key is distinct from $3
       union all select key, name from indicator) t
     where t.key in ($1, $2) or t.name in ($1, $2) order by 1 limit 1`,
    [words.key, words.name, except],
  );
  return row?.taken ?? null;
}

/** The rows a definition names by id or code; what it names beyond these does not exist. */
export interface NamedRow {
  id: string;
  name: string;
  sort: 'unit' | 'source' | 'campaign' | 'outcomeType';
  /** Of an outcome type: what its amounts are in. */
  unit: string | null;
}

export function listNamed(db: Queryable, definitions: readonly FigureDefinition[]): Promise<NamedRow[]> {
  const rules = definitions.flatMap(rulesOf);
  const all = (of: (rule: CountRule) => readonly string[] | undefined) => [
    ...new Set(rules.flatMap((rule) => of(rule) ?? [])),
  ];
  return select<NamedRow>(
    db,
    `select id::text, name, 'unit' as sort, null as unit from unit where id = any($1::uuid[])
     union all select id::text, name, 'source', null from source where id = any($2::uuid[])
     union all select id::text, name, 'campaign', null from campaign where id = any($3::uuid[])
     union all select code, name, 'outcomeType', unit from outcome_type where code = any($4::text[])`,
    [
      all(({ units }) => units),
      all(({ sources }) => sources),
      all(({ campaigns }) => campaigns),
      all(({ outcomeTypes }) => outcomeTypes),
    ],
  );
}

/** Names for the sentences of these definitions; a rate may divide what only `figures` or departments know. */
export async function loadDefinitionNames(
  db: Queryable,
  definitions: readonly FigureDefinition[],
  figures: FigureBook,
): Promise<DefinitionNames> {
  const named = new Map((await listNamed(db, definitions)).map(({ id, name }) => [id, name]));
  const parts = definitions.flatMap((definition) => (isRate(definition) ? definition.rate : []));
  const filed = await select<{ key: string; name: string }>(
    db,
    'select key, name from indicator where key = any($1::text[]) union all select key, name from figure_definition where key = any($1::text[])',
    [parts.filter((key) => figures.find(key) === null)],
  );
  const others = new Map(filed.map(({ key, name }) => [key, name]));
  return {
    of: (id) => named.get(id) ?? id,
    figure: (key) => figures.find(key)?.name ?? others.get(key) ?? key,
  };
}
