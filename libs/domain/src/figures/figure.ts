/** Where a figure's value comes from: counted tickets, sums of their outcomes, a department's filing, a parameter. */
export type FigureSource = 'tickets' | 'outcomes' | 'indicator' | 'parameter';

/**
 * flow: happened within the period, quarters add up · stock: what there is at its end · cumulative: all up to its end ·
 * target: planned for the period that follows.
 */
export type FigureNature = 'flow' | 'stock' | 'cumulative' | 'target';

/** Headings under which figures are filed and listed. */
export const figureGroups = [
  'safety',
  'party',
  'rectification',
  'enforcement',
  'supervision',
  'publicity',
  'fire_flood',
  'relief',
  'duty',
  'plan',
  'bureau',
] as const;
export type FigureGroup = (typeof figureGroups)[number];

/** How a template usually prints the figure; an option of the tag, never a change of the value. */
export interface FigureDisplay {
  readonly scale?: '万' | '千';
  readonly decimals?: number;
  readonly fuzz?: '余' | '约' | '多';
}

export interface Figure {
  readonly key: string;
  /** Short Chinese name, unique; `{巡察问题数}` in a template is `{inspection_issues}`. */
  readonly alias: string;
  readonly name: string;
  /** Base unit of the stored value (元, 人, 份); empty for names and dates. */
  readonly unit: string;
  readonly source: FigureSource;
  readonly nature: FigureNature;
  readonly group: FigureGroup;
  readonly display: FigureDisplay;
}

/** Whether a figure may go by it; what every object has under its name is none. */
export const isFigureKey = (key: string): boolean => /^[a-z][a-z0-9_]{1,59}$/.test(key) && !(key in {});
