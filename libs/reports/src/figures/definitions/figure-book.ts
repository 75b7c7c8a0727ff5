import {
  figureTable,
  findFigure,
  isRate,
  type CountRule,
  type Figure,
  type FigureDefinition,
  type FigureGroup,
  type FigureNature,
  type PeriodKind,
} from '@xiaohao/domain';
import { figureDefinitions } from '../figure-definition.js';

/** A figure the bureau defined itself, in one version. */
export interface OwnFigure {
  key: string;
  name: string;
  unit: string;
  nature: FigureNature;
  group: FigureGroup;
  definition: FigureDefinition;
  /** Shown on the dashboard, for the period of this length that holds its day. */
  cardPeriod: PeriodKind | null;
  version: number;
}

/** All figures there were at one time: those of the product, and the bureau's own in their versions of then. */
export class FigureBook {
  private readonly byWord = new Map<string, Figure>();
  private readonly own: ReadonlyMap<string, OwnFigure>;

  constructor(own: readonly OwnFigure[] = []) {
    this.own = new Map(own.map((figure) => [figure.key, figure]));
    for (const figure of own.map(figureOf)) {
      this.byWord.set(figure.key, figure);
      this.byWord.set(figure.alias, figure);
    }
  }

  /** By key or Chinese name; null when there is no such figure. */
  find(word: string): Figure | null {
    return findFigure(word) ?? this.byWord.get(word) ?? null;
  }

  /** What a counted figure counts; undefined for filings and parameters. */
  definition(key: string): FigureDefinition | undefined {
    return Object.hasOwn(figureDefinitions, key) ? figureDefinitions[key] : this.own.get(key)?.definition;
  }

  /** Rules of a counted figure; of a rate, a filing or a parameter none. */
  rules(key: string): readonly CountRule[] {
    return rulesOf(this.definition(key));
  }

  /** Rules of a figure that filings stand in for while there is nothing they could count; empty for all others. */
  replaceableRules(key: string): readonly CountRule[] {
    const definition = this.definition(key);
    return definition && 'rules' in definition && definition.filing === 'instead' ? definition.rules : [];
  }

  /** Null for a figure of the product. */
  findOwn(key: string): OwnFigure | null {
    return this.own.get(key) ?? null;
  }

  figures(): Figure[] {
    return [...figureTable, ...this.ownFigures().map(figureOf)];
  }

  ownFigures(): OwnFigure[] {
    return [...this.own.values()];
  }

  /** The keys with those their rates divide. */
  withParts(keys: readonly string[]): string[] {
    const parts = keys.flatMap((key) => {
      const definition = this.definition(key);
      return isRate(definition) ? definition.rate : [];
    });
    return [...new Set([...keys, ...parts])];
  }
}

export const rulesOf = (definition: FigureDefinition | undefined): readonly CountRule[] =>
  definition && 'rules' in definition ? definition.rules : [];

export function figureOf({ key, name, unit, nature, group, definition }: OwnFigure): Figure {
  const isSum = rulesOf(definition).some(({ counts }) => counts === 'outcomes');
  return {
    key,
    alias: name,
    name,
    unit,
    nature,
    group,
    source: isSum ? 'outcomes' : 'tickets',
    display: isRate(definition) ? { decimals: 1 } : {},
  };
}
