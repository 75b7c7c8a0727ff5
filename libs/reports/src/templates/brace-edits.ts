import type { ParagraphEdit } from '@xiaohao/documents';

const tags = { '{': '{brace_open}', '}': '{brace_close}' };

/** Braces of a former report are words of its own: in the template they are printed by tags, and are none themselves. */
export function braceEdits(texts: readonly string[], taken: readonly ParagraphEdit[], part?: string): ParagraphEdit[] {
  const edits = new Map<number, ParagraphEdit[]>();
  for (const edit of taken) edits.set(edit.paragraph, [...(edits.get(edit.paragraph) ?? []), edit]);
  return texts.flatMap((text, at) =>
    [...text.matchAll(/[{}]/g)]
      .filter(({ index }) => !edits.get(at + 1)?.some(({ start, end }) => start <= index && index < end))
      .map(({ 0: brace, index }) => ({
        paragraph: at + 1,
        start: index,
        end: index + 1,
        text: tags[brace as keyof typeof tags],
        ...(part === undefined ? {} : { part }),
      })),
  );
}
