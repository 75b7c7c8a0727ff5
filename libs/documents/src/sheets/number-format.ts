/** Built-in number formats as a Chinese Excel or WPS shows them; 27–36 and 50–58 are the East Asian dates. */
const builtInFormats: Record<number, string> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export function builtInFormat(id: number): string {
  return builtInFormats[id] ?? 'General';
}

type Piece = { literal: string } | { token: string };

/** Quoted, escaped and bracketed parts of a format are no tokens; `_x` and `*x` are spacing. */
function pieces(section: string): Piece[] {
  const found: Piece[] = [];
  const matcher =
    /"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)[^\]]*\]|(\[[hms]+\])|\[[^\]]*\]|(AM\/PM|A\/P|上午\/下午)|(([ymdhsea])\7*)|(.)/gisu;
  for (const match of section.matchAll(matcher)) {
    const [, quoted, escaped, currency, elapsed, halves, run, , other] = match;
    const token = elapsed ?? halves ?? run;
    if (token !== undefined) found.push({ token: token.toLowerCase() });
    else found.push({ literal: quoted ?? escaped ?? currency ?? other ?? '' });
  }
  return found;
}

export interface ReadFormat {
  /** Shows years, months or days; a pure time of day does not. */
  isDay: boolean;
  show(value: number): string;
}

/** Reads a number format once; a sheet uses few formats for many cells. */
export function readFormat(format: string, date1904 = false): ReadFormat {
  const general = /^([^;]*?)(?:General|G\/通用格式)([^;]*)/i.exec(format);
  if (general) {
    const [before, after] = [literals(pieces(general[1]!)), literals(pieces(general[2]!))];
    return { isDay: false, show: (value) => before + showGeneral(value) + after };
  }
  if (format === '' || format.split(';')[0]!.includes('@')) return { isDay: false, show: showGeneral };
  const system = /\[\$-F([48])00\]/i.exec(format)?.[1];
  const first = system ? (system === '8' ? builtInFormat(31) : builtInFormat(21)) : (format.split(';')[0] ?? '');
  const parts = pieces(first);
  const isNumber = /[0#?]/.test(literals(parts).replace(/\.0+/, ''));
  const tokens = parts.filter((part) => 'token' in part);
  if (isNumber || tokens.length === 0) return { isDay: false, show: (value) => showNumber(value, format) };
  const dated = markMinutes(parts);
  return {
    isDay: dated.some((part) => 'token' in part && /^[yed]/.test(part.token)) || dated.some(isMonth),
    show: (value) => showDate(value, dated, date1904),
  };
}

const literals = (parts: Piece[]) => parts.map((part) => ('literal' in part ? part.literal : '')).join('');
const isMonth = (part: Piece) => 'token' in part && /^m+$/.test(part.token);

/** `m` after hours or before seconds means minutes; written `n` from here on. */
function markMinutes(parts: Piece[]): Piece[] {
  const tokens = parts.filter((part): part is { token: string } => 'token' in part).map((part) => part.token);
  let index = -1;
  return parts.map((part) => {
    if (!('token' in part)) return part;
    index++;
    const near = /^\[?h/.test(tokens[index - 1] ?? '') || /^\[?s/.test(tokens[index + 1] ?? '');
    return /^m{1,2}$/.test(part.token) && near ? { token: part.token.replace(/m/g, 'n') } : part;
  });
}

/** Excel computes with 15 digits; the noise behind them is never what a person typed. */
function showGeneral(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) < 1e21 && Number.isInteger(rounded) ? BigInt(rounded).toString() : String(rounded);
}

function showNumber(value: number, format: string): string {
  const sections = format.split(';');
  const negative = value < 0 && sections.length > 1;
  const section = (value === 0 && sections.length > 2 ? sections[2] : negative ? sections[1] : sections[0]) ?? '';
  const flat = pieces(section)
    .map((part) => ('literal' in part ? part.literal : part.token))
    .join('');
  const core = /[#0?](?:[#0?,]*[#0?])?(?:\.([0#?]+))?/.exec(flat);
  if (!core || /E[+-]|\//i.test(flat)) return core ? showGeneral(value) : flat;
  const percent = flat.includes('%') ? 100 : 1;
  const required = (core[1]?.match(/0/g) ?? []).length;
  const leading = core[0].replace(/\..*/, '').replace(/[^0]/g, '').length;
  const plain = fixed(Math.abs(Number((value * percent).toPrecision(15))), core[1]?.length ?? 0, required);
  const digits = plain.replace(/^\d+/, (whole) => whole.padStart(leading, '0'));
  const grouped = /[#0],[#0]/.test(core[0])
    ? digits.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))
    : digits;
  const sign = value < 0 && !negative ? '-' : '';
  return (sign + flat.slice(0, core.index) + grouped + flat.slice(core.index + core[0].length)).trim();
}

function fixed(value: number, decimals: number, required: number): string {
  const text = (Math.round(Number((value * 10 ** decimals).toPrecision(15))) / 10 ** decimals).toFixed(decimals);
  let optional = decimals - required;
  let end = text.length;
  while (optional-- > 0 && text[end - 1] === '0') end--;
  return text.slice(0, end).replace(/\.$/, '');
}

const dayMs = 86_400_000;

/** Excel counts days from 1899-12-31 and believes in a 29 February 1900 (serial 60); the 1904 system starts on 1904-01-01. */
function instantOf(serial: number, date1904: boolean): Date | null {
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  if (!(serial >= 0) || days >= 2_958_466 || (!date1904 && Math.floor(serial) === 60)) return null;
  return new Date(Date.UTC(1899, 11, 30) + Math.round((days * dayMs) / 1000) * 1000);
}

/** The calendar day of a serial number, `YYYY-MM-DD`; null outside what a sheet can show. */
export function serialDay(serial: number, date1904 = false): string | null {
  if (serial < 1 && !date1904) return null;
  return instantOf(serial, date1904)?.toISOString().slice(0, 10) ?? null;
}

/** 2021-09-30 → 44469 (1900 system, days from March 1900 on). */
export function daySerial(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / dayMs);
}

function showDate(serial: number, parts: Piece[], date1904: boolean): string {
  const at = instantOf(serial, date1904);
  if (!at) return showGeneral(serial);
  const halves = parts.some((part) => 'token' in part && /\//.test(part.token));
  return parts
    .map((part) => ('literal' in part ? part.literal : showToken(part.token, at, serial, halves)))
    .join('')
    .trim();
}

const weekdays = '日一二三四五六';
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function showToken(token: string, at: Date, serial: number, halves: boolean): string {
  const two = (value: number) => String(value).padStart(token.length > 1 ? 2 : 1, '0');
  const hours = at.getUTCHours();
  switch (token[0]) {
    case 'y':
      return token.length > 2 ? String(at.getUTCFullYear()) : String(at.getUTCFullYear()).slice(2);
    case 'e':
      return String(at.getUTCFullYear());
    case 'm':
      return token.length > 2 ? months[at.getUTCMonth()]! : two(at.getUTCMonth() + 1);
    case 'd':
      return token.length > 2 ? `星期${weekdays[at.getUTCDay()]}` : two(at.getUTCDate());
    case 'h':
      return two(halves ? hours % 12 || 12 : hours);
    case 'n':
      return two(at.getUTCMinutes());
    case 's':
      return two(at.getUTCSeconds());
    case '[':
      return String(Math.floor(serial * (token[1] === 'h' ? 24 : token[1] === 'm' ? 1440 : 86_400) + 1e-6));
    case '上':
      return hours < 12 ? '上午' : '下午';
    case 'a':
      if (token.includes('/')) return hours < 12 ? 'AM' : 'PM';
      return `${token.length > 3 ? '星期' : ''}${weekdays[at.getUTCDay()]}`;
    default:
      return '';
  }
}
