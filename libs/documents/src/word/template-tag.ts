export type FuzzWord = '余' | '多' | '约';

export interface FigureOptions {
  scale: { word: string; factor: number } | null;
  decimals: number | null;
  fuzz: FuzzWord | null;
  /** `20万余` instead of `20余万`. */
  fuzzAfterScale: boolean;
  /** `12,345`. */
  grouped: boolean;
}

export const plainOptions: FigureOptions = {
  scale: null,
  decimals: null,
  fuzz: null,
  fuzzAfterScale: false,
  grouped: false,
};

export interface TemplateTag {
  /**
   * A figure or parameter; the beginning of a block that is repeated per row of a list, or stands unless a figure is 0; the
   * beginning of one that stands where the list is empty or the figure 0; the end of either.
   */
  kind: 'value' | 'open' | 'openNone' | 'close';
  key: string;
  options: FigureOptions;
}

export type TagFault = 'empty' | 'keyWrong' | 'optionUnknown' | 'optionTwice' | 'optionOnList';

const scaleFactors: Record<string, number> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
const optionForm = /^(?:([百千万亿])([余多])?|([余多])([百千万亿])|([余多约])|(\d)|(,))$/;
/** Letters of any script, digits, underscore, dot and the brackets and dots of Chinese names. */
const keyForm = /^[\p{L}\p{N}_][\p{L}\p{N}_.·、（）()-]*$/u;

const kinds: Readonly<Record<string, TemplateTag['kind']>> = {
  '#': 'open',
  '＃': 'open',
  '^': 'openNone',
  '/': 'close',
  '／': 'close',
};

/** Reads what stands between the braces; a full-width bar or digit counts as its half-width form. */
export function parseTag(content: string): TemplateTag | TagFault {
  const [head, ...words] = content.split(/[|｜]/).map((word) => word.trim());
  const sign = head![0];
  const kind = kinds[sign ?? ''] ?? 'value';
  const key = (kind === 'value' ? head! : head!.slice(1)).trim();
  if (key === '') return 'empty';
  if (!keyForm.test(key)) return 'keyWrong';
  if (kind !== 'value' && words.length > 0) return 'optionOnList';
  const options = parseOptions(words);
  return typeof options === 'string' ? options : { kind, key, options };
}

function parseOptions(words: string[]): FigureOptions | TagFault {
  const options = { ...plainOptions };
  for (const word of words) {
    const match = optionForm.exec(word.normalize('NFKC'));
    if (!match) return 'optionUnknown';
    const [, scaleFirst, fuzzAfter, fuzzBefore, scaleSecond, fuzzAlone, decimals, comma] = match;
    const scale = scaleFirst ?? scaleSecond;
    const fuzz = fuzzAfter ?? fuzzBefore ?? fuzzAlone;
    if (
      (scale && options.scale) ||
      (fuzz && options.fuzz) ||
      (decimals && options.decimals !== null) ||
      (comma && options.grouped)
    ) {
      return 'optionTwice';
    }
    if (scale) options.scale = { word: scale, factor: scaleFactors[scale]! };
    if (fuzz) options.fuzz = fuzz as FuzzWord;
    if (fuzzAfter) options.fuzzAfterScale = true;
    if (decimals) options.decimals = Number(decimals);
    if (comma) options.grouped = true;
  }
  return options;
}
