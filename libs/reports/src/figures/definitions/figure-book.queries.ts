import { select, type Queryable } from '@xiaohao/database';
import { FigureBook, type OwnFigure } from './figure-book.js';

const columns = `d.key, d.name, d.unit, d.nature, d.figure_group as "group", d.definition,
  d.card_period as "cardPeriod", d.version`;

/** The figures as they are defined now; those given up are not among them. */
export async function loadFigureBook(db: Queryable): Promise<FigureBook> {
  return new FigureBook(
    await select<OwnFigure>(
      db,
      `select ${columns} from figure_definition d where not d.retired order by d.created_at, d.key`,
    ),
  );
}

/** The figures as they were defined at that instant. */
export async function loadFigureBookKnownAt(db: Queryable, knownAt: Date): Promise<FigureBook> {
  return new FigureBook(
    await select<OwnFigure>(
      db,
      `select ${columns} from figure_definition_history d
       where d.recorded_from <= $1 and d.recorded_to > $1 and not d.retired order by d.created_at, d.key`,
      [knownAt],
    ),
  );
}

/** Keys and names of figures that were ever defined and are not among these: given up, or not yet there. */
export async function listUnusable(db: Queryable, figures: FigureBook): Promise<string[]> {
  const rows = await select<{ key: string; name: string }>(db, 'select key, name from figure_definition');
  return rows.filter(({ key }) => figures.findOwn(key) === null).flatMap(({ key, name }) => [key, name]);
}
