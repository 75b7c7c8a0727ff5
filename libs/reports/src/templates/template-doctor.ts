import { nearestWord } from '@xiaohao/domain';
import {
  documentTexts,
  editParagraphs,
  parseTag,
  type ParagraphEdit,
  type ProblemHint,
  type TemplateProblem,
} from '@xiaohao/documents';
import { listFields, listNames } from '../building/list-blocks.queries.js';

/** What a template may say: the words of tags, keys and names alike. */
export type KnownWords = readonly string[];

export interface ProposedProblem extends TemplateProblem {
  /** The tag as it was most likely meant; null where only a person can tell. */
  proposal: string | null;
}

type Repair = (tag: string, words: KnownWords) => string | null;

const inside = (tag: string) => tag.replace(/^\{|\}$/g, '');
const withBraces = (content: string) => (typeof parseTag(content) === 'string' ? null : `{${content}}`);

/** How each fault is mended; a hint that is missing here needs a person. */
const repairs: Partial<Record<ProblemHint, Repair>> = {
  notKnown: (tag, words) => {
    const [word, ...options] = inside(tag).split(/[|｜]/);
    const meant = nearestWord(word!.trim(), [...words, ...listFields]);
    return meant && withBraces([meant, ...options].join('|'));
  },
  listNotKnown: (tag) => {
    const meant = nearestWord(inside(tag).slice(1).trim(), listNames);
    return meant && `{#${meant}}`;
  },
  fullWidthBrace: (tag) => withBraces(tag.replace(/[{}｛｝]/g, '')),
  keyWrong: (tag, words) => {
    const [word, ...options] = inside(tag).split(/[|｜]/);
    const plain = word!.replace(/[^\p{L}\p{N}_]/gu, '');
    const meant = words.includes(plain) ? plain : nearestWord(plain, words);
    return meant && withBraces([meant, ...options].join('|'));
  },
  optionUnknown: (tag) => withoutFaultyOptions(inside(tag)),
  optionTwice: (tag) => withoutFaultyOptions(inside(tag)),
  optionOnList: (tag) => withBraces(inside(tag).split(/[|｜]/)[0]!),
  overLines: (tag) => withBraces(inside(tag).replace(/\s+/g, '')),
};

/** Keeps each option that can stand with those before it. */
function withoutFaultyOptions(content: string): string | null {
  const [word, ...options] = content.split(/[|｜]/);
  const kept = options.reduce((list, option) => {
    const more = [...list, option];
    return typeof parseTag([word, ...more].join('|')) === 'string' ? list : more;
  }, new Array<string>());
  return withBraces([word, ...kept].join('|'));
}

/** Each problem with the tag as it should be, where that can be told. */
export function proposeRepairs(problems: readonly TemplateProblem[], words: KnownWords): ProposedProblem[] {
  return problems.map((problem) => ({
    ...problem,
    proposal: problem.tag.endsWith('…') ? null : (repairs[problem.hint]?.(problem.tag, words) ?? null),
  }));
}

/** Puts every proposal for the body into the Word file; layout and all else stay. What has none stays as it is. */
export async function repairTemplate(file: Buffer, problems: readonly ProposedProblem[]): Promise<Buffer> {
  const texts = await documentTexts(file);
  const next = new Map<number, number>();
  const edits = problems.flatMap(({ part, paragraph, tag, proposal }): ParagraphEdit[] => {
    const text = texts[paragraph - 1];
    if (part !== 'body' || proposal === null || text === undefined) return [];
    const start = text.indexOf(tag, next.get(paragraph) ?? 0);
    if (start < 0) return [];
    const end = start + tag.length;
    next.set(paragraph, end);
    return [{ paragraph, start, end, text: proposal }, ...closingEdit(texts, paragraph, tag, proposal)];
  });
  return editParagraphs(file, edits);
}

/** A list that gets another name is closed by it too. */
function closingEdit(texts: readonly string[], from: number, tag: string, proposal: string): ParagraphEdit[] {
  if (!tag.startsWith('{#')) return [];
  const closing = tag.replace('#', '/');
  const at = texts.findIndex((text, index) => index >= from - 1 && text.includes(closing));
  if (at < 0) return [];
  const start = texts[at]!.indexOf(closing);
  return [{ paragraph: at + 1, start, end: start + closing.length, text: proposal.replace('#', '/') }];
}
