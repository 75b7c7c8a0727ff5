/** Signs of the digits 0–9, everyday, in banking form, and as they are mistyped. */
const digitSigns = ['零〇○Oo0', '一壹1', '二贰两俩2', '三叁3', '四肆4', '五伍5', '六陆6', '七柒7', '八捌8', '九玖9'];
const digits: Readonly<Record<string, number>> = Object.fromEntries(
  digitSigns.flatMap((signs, digit) => [...signs].map((sign) => [sign, digit])),
);
const tens: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const contracted: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十' };

/** Every character that may stand in a number written in Chinese, for use inside a character class. */
export const chineseDigitClass = '零〇○一壹二贰两俩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟廿卅';

/**
 * Reads a whole number written in Chinese, by place (二十一 → 21, 一万二千 → 12000) or digit by digit (二〇二一 → 2021);
 * null for anything else. Up to 亿.
 */
export function readChineseNumber(text: string): number | null {
  const spelt = text.replace(/[廿卅]/g, (sign) => contracted[sign] ?? sign);
  if (spelt === '') return null;
  if (![...spelt].some((sign) => sign in tens || sign === '万' || sign === '亿')) return readDigitByDigit(spelt);
  const [upper, lower, ...rest] = spelt.split('亿');
  if (rest.length > 0) return null;
  if (lower === undefined) return readBelowOneHundredMillion(upper!);
  const high = readBelowOneHundredMillion(upper!);
  const low = lower === '' ? 0 : readBelowOneHundredMillion(lower);
  return high === null || low === null ? null : high * 100_000_000 + low;
}

function readBelowOneHundredMillion(text: string): number | null {
  const [upper, lower, ...rest] = text.split('万');
  if (rest.length > 0) return null;
  if (lower === undefined) return readBelowTenThousand(upper!);
  const high = readBelowTenThousand(upper!);
  const low = lower === '' ? 0 : readBelowTenThousand(lower);
  return high === null || low === null ? null : high * 10_000 + low;
}

/** 三百零五, 十五, 一百二十; a leading ten counts once. Places must fall. */
function readBelowTenThousand(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastPlace = 10_000;
  for (const sign of text) {
    const place = tens[sign];
    if (place === undefined) {
      const value = digits[sign];
      if (value === undefined || (digit !== null && digit !== 0)) return null;
      digit = value;
    } else {
      if (place >= lastPlace) return null;
      total += (digit ?? 1) * place;
      lastPlace = place;
      digit = null;
    }
  }
  return text === '' ? null : total + (digit ?? 0);
}

function readDigitByDigit(text: string): number | null {
  const read = [...text].map((sign) => digits[sign]);
  return read.some((digit) => digit === undefined) ? null : Number(read.join(''));
}
