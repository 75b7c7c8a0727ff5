import {
  agrees,
  findPlaces,
  placesOfOthers,
  proposeForReport,
  readChineseNumber,
  trusted,
  unitFit,
  type Day,
  type Figure,
  type FigureProposal,
  type OwnNames,
  type Period,
  type PlaceOfOthers,
  type ReportLine,
} from '@xiaohao/domain';
import { learningWords } from '@xiaohao/messages';
import { contextOf } from '../templates/place-context.js';

/** A number a superior's paper tells of the bureau. */
export interface CircularClaim {
  paragraph: number;
  context: string;
  found: string;
  unit: string;
  /** In the base unit of the figure. */
  value: number;
  /** How far the figure may be off and still be the number as it was written. */
  least: number;
  most: number;
  /** The figure it tells; null where that cannot be told, and why. */
  key: string | null;
  why: string | null;
}

export interface CircularClaims {
  claims: CircularClaim[];
  /** Numbers told of the bureau together with others: nobody's alone. */
  shared: string[];
  /** How many numbers are told of others. */
  others: number;
}

export interface CircularTime {
  period: Period;
  asOf: Day;
}

/** What a paper tells of the bureau, each with the figure it is a number of. */
export function claimsIn(
  lines: readonly ReportLine[],
  figures: readonly Figure[],
  time: CircularTime,
  names: OwnNames,
): CircularClaims {
  const told = placesOfOthers(lines, findPlaces(lines, 'also').places, names);
  const ours = told.filter(
    ({ whose, place }) => whose === 'us' && /\d|[一二两三四五六七八九十百千万]/.test(place.found),
  );
  const counted = figures.filter(({ source, nature }) => source !== 'parameter' && nature !== 'target');
  const proposed = proposeForReport(
    ours.map(({ around }) => around),
    counted,
    1,
    { time, area: null, whose: ours.map(({ whose }) => whose) },
  );
  const context = ({ place }: PlaceOfOthers) => contextOf(lines[place.paragraph - 1]!.text, place);
  return {
    claims: ours.map((one, at) => claimOf(one, context(one), proposed[at]![0])),
    shared: told.filter(({ whose }) => whose === 'shared').map(context),
    others: told.filter(({ whose }) => whose === 'others').length,
  };
}

function claimOf({ place, around }: PlaceOfOthers, context: string, first: FigureProposal | undefined): CircularClaim {
  const { paragraph, found, unit } = place;
  const certain = first && first.confidence >= trusted && agrees(unitFit(around.unit, first.figure.unit));
  const apart = first?.isTold === false ? (first.apart ?? null) : null;
  const why = apart ? learningWords[apart.why][0].replace('{words}', apart.words) : null;
  return {
    paragraph,
    context,
    found,
    unit,
    ...valueOf(place),
    key: certain ? first.figure.key : null,
    why: certain ? null : why,
  };
}

/** 余 and 多 say that something was cut, 约 and 近 that it was rounded; a decimal is as exact as it is written. */
function valueOf({ found, scale, fuzz }: PlaceOfOthers['place']): Pick<CircularClaim, 'value' | 'least' | 'most'> {
  const digits = /\d[\d,，]*(?:\.(\d+))?/.exec(found);
  const number = digits
    ? Number(digits[0].replace(/[,，]/g, ''))
    : (readChineseNumber(found.replace(/[余多约近千万亿]+$/, '')) ?? 0);
  const value = number * scale;
  const half = scale / 10 ** (digits?.[1]?.length ?? 0) / 2;
  if (/[余多]/.test(fuzz)) return { value, least: value, most: value * 1.1 };
  if (fuzz !== '') return { value, least: value * 0.95, most: value * 1.05 };
  return { value, least: value - half, most: value + half };
}
