import { isShortUnitName } from './unit-short-names.js';

/** What the bureau is called by those who write of it. */
export interface OwnNames {
  /** 临江区应急管理局; null where it has not said so. */
  bureau: string | null;
  /** The area it is of: 临江区, or the city of a city's bureau. */
  area: string | null;
}

/** An office or an area a text names. */
export interface NamedOffice {
  start: number;
  end: number;
  whose: 'us' | 'other';
}

const han = '[\\u4e00-\\u9fff]';
const office =
  '(?<![全我本格布结当时])局|厅|(?<=发改|住建|卫健|国资|城管|经信|政法|纪|科|农|[省市县区旗])委(?![托派任办员会])|委员会|办公室|督查室|(?:安委|政府|府|整改|督查|两|党委)办(?![理结毕公])|检察院|法院|公司|集团|管委会|(?<![城乡集])镇|(?<![城家下回])乡(?!镇|村)|街道(?:办事处)?|[支大总]队|中心(?!组)|开发区';
/** 临江区12条: an area that something is told of. */
const told = '(?=\\s*[\\d*＊（(：:、，和及]|排查|发现|上报|整改|完成|办结|已|共|累计|承办|报送|$)';
const officeForm = new RegExp(`${han}(?:${office})|全[国省市县区旗州]|${han}{2}[县区旗市]${told}`, 'g');
/** So long a name ends with its office at most. */
const longest = 24;
const level = /[省市县区旗州盟]$/;
/** Behind a stop a name of another area may stand in front of 区应急管理局; these words are none. */
const otherArea = new RegExp(`(?:^|[^\\u4e00-\\u9fff]|[和与及])(${han}{1,4})$`);
/** 红河区应急局; 城市管理局 is of no 城市. */
const namedArea = new RegExp(`^(${han}{1,6}?[省市县区旗州盟])(${han}{2,})$`);
const leadingWords =
  /(?:其中|以及|包括|截至|目前|对|由|向|是|有|批评|表扬|约谈|督促|责成|要求|根据|按照|涉及|收到|我|本|除|如)$/;

/** The offices and areas a text names, in its order; whether it is the bureau itself goes by its full name and all short ones. */
export function namedOffices(text: string, names: OwnNames): NamedOffice[] {
  return [...text.matchAll(officeForm)].map(({ index, 0: found }): NamedOffice => {
    const end = index + found.length;
    const own = ownStart(text, end, names);
    return own === null ? { start: index, end, whose: 'other' } : { start: own, end, whose: 'us' };
  });
}

/** Where the name of the bureau begins that ends there; null where another's does. */
function ownStart(text: string, end: number, { bureau, area }: OwnNames): number | null {
  for (let start = Math.max(0, end - longest); start < end - 1; start++) {
    const name = text.slice(start, end);
    if (!isOwn(name, bureau, area)) continue;
    const before = text.slice(Math.max(0, start - 8), start);
    if (name === bureau) return start;
    return name === area || isOfArea(name, before) ? start : null;
  }
  return null;
}

function isOwn(name: string, bureau: string | null, area: string | null): boolean {
  if (name === area) return true;
  if (bureau === null) return false;
  const isName = (words: string) => words === bureau || isShortUnitName(words, bureau);
  const [, ofArea, rest] = namedArea.exec(name) ?? [];
  return isName(name) && (ofArea === area || rest === undefined || !isName(rest));
}

/** 市应急管理局 and 红河区应急管理局 are others, though 应急管理局 is short for ours. */
function isOfArea(name: string, before: string): boolean {
  if (level.test(before)) return false;
  const [, area] = otherArea.exec(before) ?? [];
  return area === undefined || !/^[省市县区旗州盟]/.test(name) || leadingWords.test(area);
}

/** Whether a heading of a row or column names the bureau, or its area, alone. */
export function namesUsAlone(heading: string, names: OwnNames): boolean {
  const words = heading.replace(/\s|[（(][^（()）]*[）)]|^[\d一二三四五六七八九十]+[、.．]?/g, '');
  if (
    names.area !== null &&
    words.length > 1 &&
    (words === names.area || `${words}${names.area.slice(-1)}` === names.area)
  )
    return true;
  const found = namedOffices(words, names);
  return found.length > 0 && found.every(({ whose }) => whose === 'us');
}

/** Nothing is known of the bureau. */
export const nameless: OwnNames = { bureau: null, area: null };
