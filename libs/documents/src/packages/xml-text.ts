const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
const suspicious = /[<>&"\r\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;
const escapes: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

const forbiddenOnce = new RegExp(forbidden.source, 'u');

export const hasForbidden = (text: string): boolean => forbiddenOnce.test(text);

/** Drops what XML 1.0 cannot hold (control characters, halves of surrogate pairs) and makes every line end `\n`. */
export function legalText(text: string): string {
  return suspicious.test(text) ? text.replace(/\r\n?/g, '\n').replace(forbidden, '') : text;
}

/** A text as XML content or attribute value. */
export function escapeXml(text: string): string {
  return suspicious.test(text) ? legalText(text).replace(/[<>&"]/g, (sign) => escapes[sign]!) : text;
}

/** A text of a sheet: Excel writes control characters as `_x000D_`; those no text may hold are dropped. */
export function cellText(raw: string): string {
  if (!raw.includes('_x')) return legalText(raw);
  return legalText(raw.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))));
}
