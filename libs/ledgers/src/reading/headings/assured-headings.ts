import { assurances, type Assurance } from '@xiaohao/domain';

const head = '五[个项]?(?:落实|到位)';
/** 五落实, 整改“五落实”情况: its columns say yes or no to a demand; their own words would mislead. */
export const assuredHead = /^.{0,12}五[个项]?[“”"]?(?:落实|到位)/;

const settled = '(?:落实|到位)';
const under = (words: string) =>
  new RegExp(`^.{0,12}${head}.{0,12}(?:${words})(?:人员?|单位|物资|要求|保障)?(?:是否)?已?${settled}*(?:情况|与否)?$`);
const alone = (words: string) =>
  new RegExp(
    `^(?:是否)?(?:(?:整改|治理)?(?:${words})(?:是否|已)?${settled}{1,2}(?:情况|与否)?|(?:落实|明确)(?:整改|治理)?(?:${words}))$`,
  );

interface AssuredHeading {
  code: Assurance;
  /** Below 五落实, or behind it. */
  under: RegExp;
  /** A column of its own: 资金是否落实. */
  alone: RegExp;
}

const assuredHeadings: readonly AssuredHeading[] = assurances.map(({ code, words }) => ({
  code,
  under: under(words),
  alone: alone(words),
}));

/** Of headings without spaces, `-` between a head and what stands below it. */
const bare = (heading: string) => heading.normalize('NFKC').replace(/[\s()（）【】[\]“”"'-]/g, '');
const longest = 40;

/** Which of the five a column under that head tells; null where it is none of them. */
export function assuredUnder(heading: string): Assurance | null {
  const text = bare(heading.slice(0, longest));
  return assuredHeadings.find((one) => one.under.test(text))?.code ?? null;
}

/** 资金是否落实, 落实责任: of a column that stands alone. */
export function assuredAlone(heading: string): Assurance | null {
  const text = bare(heading.slice(0, longest));
  return assuredHeadings.find((one) => one.alone.test(text))?.code ?? null;
}

/** So many of the five, each a column, are meant as such, whatever one of them would mean elsewhere. */
const enough = 3;

export function areAssured(headings: readonly string[]): boolean {
  return new Set(headings.map(assuredAlone).filter((code) => code !== null)).size >= enough;
}

/** 资金是否落实 is never how far the whole is; 措施是否落实 may be. */
export const assuredOnlyPart = /^(?:整改|治理)?(?:责任人?|资金|经费|应急预案|预案)是否已?(?:落实|到位)$/;

const all = new RegExp(`^(?:是否)?(?:做到)?.{0,8}${head}(?:是否)?(?:落实|到位|完成)*(?:情况|与否)?$`);

/** 五落实情况: one column for all five. */
export const tellsAllAssured = (heading: string): boolean => all.test(bare(heading.slice(0, longest)));
