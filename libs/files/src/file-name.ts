const longest = 120;

/**
 * A name as people typed it, without what could lead elsewhere or mislead the eye: folders, control characters,
 * direction marks (which show `gnp.exe` as `exe.png`), characters that Windows refuses.
 */
export function safeFileName(name: string): string {
  const own = name.normalize('NFC').split(/[/\\]/).at(-1)!;
  const clean = own
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return shorten(clean || '未命名');
}

/** Cuts the stem, never the ending, and never within a character. */
function shorten(name: string): string {
  const letters = [...name];
  if (letters.length <= longest) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
  return letters.slice(0, longest - [...ending].length).join('') + ending;
}
