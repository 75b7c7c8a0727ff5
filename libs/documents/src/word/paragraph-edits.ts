import { openPackage } from '../packages/office-package.js';
import { copyArchive } from '../packages/package-copy.js';
import { putPart, textOfPart } from '../packages/package-parts.js';
import { escapeXml } from '../packages/xml-text.js';
import { decodeEntities } from '../packages/xml-scanner.js';

/** Text of one paragraph that another text takes the place of. */
export interface ParagraphEdit {
  /** A header or footer by its name in the file; default: the body. */
  part?: string;
  /** From 1, blank paragraphs not counted, as `documentTexts` gives them. */
  paragraph: number;
  start: number;
  end: number;
  text: string;
}

/** A piece of a paragraph's text: one text element of the file, or a character a tab or break stands for. */
interface Piece {
  paragraph: number;
  start: number;
  /** Where its raw text lies in the XML; both null for a tab or break. */
  from: number | null;
  to: number | null;
  text: string;
}

const token = /<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+/g;
const tagForm = /^<(\/?)(?:[\w.-]+:)?([\w.-]+)/;
/** What `readParagraphs` reads as one character. */
const signs: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/**
 * Puts texts into a .docx where others stood; runs, fonts and all else stay as they are. A text that lay over several runs
 * goes into the first of them. Copies of text boxes for old programs are left out: they would keep the former text.
 * @throws fileNotDocument and what `openPackage` throws
 */
export async function editParagraphs(file: Buffer, edits: readonly ParagraphEdit[]): Promise<Buffer> {
  const office = await openPackage(file, 'document');
  const zip = await copyArchive(office.archive);
  for (const part of new Set([office.mainPart, ...edits.flatMap(({ part = [] }) => part)])) {
    const inPart = edits.filter((edit) => (edit.part ?? office.mainPart) === part);
    putPart(zip, part, editXml(textOfPart(zip, part), inPart));
  }
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

interface Replacement {
  from: number;
  to: number;
  text: string;
}

function editXml(xml: string, edits: readonly ParagraphEdit[]): string {
  const { pieces, copies } = readPieces(xml);
  const byParagraph = new Map<number, ParagraphEdit[]>();
  for (const edit of edits) byParagraph.set(edit.paragraph, [...(byParagraph.get(edit.paragraph) ?? []), edit]);
  const texts = numbered(pieces).flatMap((piece) => rewritten(piece, byParagraph.get(piece.paragraph) ?? []));
  const replacements = [...copies, ...texts];
  let result = '';
  let at = 0;
  for (const { from, to, text } of replacements.sort((one, other) => one.from - other.from)) {
    result += xml.slice(at, from) + text;
    at = to;
  }
  return result + xml.slice(at);
}

/** The edits that touch a piece; the text of an edit over several pieces goes into the first of them. */
function rewritten(piece: Piece, edits: readonly ParagraphEdit[]): Replacement[] {
  const { from, to, start, text } = piece;
  if (from === null || to === null) return [];
  const touching = edits.filter((edit) => edit.start < start + text.length && edit.end > start);
  if (touching.length === 0) return [];
  const list = touching.map((edit) => ({
    start: Math.max(0, edit.start - start),
    end: Math.min(text.length, edit.end - start),
    text: edit.start >= start ? edit.text : '',
  }));
  return [{ from, to, text: escapeXml(changed(text, list)) }];
}

function changed(text: string, list: readonly { start: number; end: number; text: string }[]): string {
  return [...list]
    .sort((a, b) => b.start - a.start)
    .reduce((done, { start, end, text: put }) => done.slice(0, start) + put + done.slice(end), text);
}

/**
 * The texts of all paragraphs in the order of the file; `paragraph` counts every one, blank ones too. `copies` are the
 * second forms of text boxes, to be left out.
 */
function readPieces(xml: string): { pieces: Piece[]; copies: Replacement[] } {
  const pieces: Piece[] = [];
  const copies: Replacement[] = [];
  const open: { paragraph: number; length: number }[] = [];
  let count = 0;
  let inText = false;
  let inRun = false;
  let copyDepth = 0;
  let copyFrom = 0;
  const add = (text: string, from: number | null, to: number | null) => {
    const place = open.at(-1);
    if (!place) return;
    pieces.push({ paragraph: place.paragraph, start: place.length, from, to, text });
    place.length += text.length;
  };
  for (const { 0: part, index } of xml.matchAll(token)) {
    const tag = part.startsWith('<') ? tagForm.exec(part) : null;
    const closed = part.endsWith('/>');
    if (tag?.[2] === 'Fallback' && !closed) {
      if (!tag[1] && copyDepth++ === 0) copyFrom = index;
      if (tag[1] && --copyDepth === 0) copies.push({ from: copyFrom, to: index + part.length, text: '' });
    }
    if (copyDepth > 0) continue;
    if (!tag) {
      if (inText && !part.startsWith('<')) add(decodeEntities(part), index, index + part.length);
      continue;
    }
    const [, slash, name] = tag;
    if (name === 'p') {
      if (slash) open.pop();
      else {
        count += 1;
        if (!closed) open.push({ paragraph: count, length: 0 });
      }
    } else if (name === 't') inText = !slash && !closed;
    else if (name === 'r') inRun = !slash && !closed;
    else if (!slash && signs[name!] && (name === 'tab' ? inRun : !/type="(?:page|column)"/.test(part))) {
      add(signs[name!]!, null, null);
    }
  }
  return { pieces, copies };
}

/** Renumbers the paragraphs that have text as `documentTexts` counts them. */
function numbered(pieces: Piece[]): Piece[] {
  const written = [...new Set(pieces.filter(({ text }) => /\S/.test(text)).map(({ paragraph }) => paragraph))];
  const numbers = new Map(written.sort((a, b) => a - b).map((paragraph, at) => [paragraph, at + 1]));
  return pieces.flatMap((piece) => {
    const paragraph = numbers.get(piece.paragraph);
    return paragraph === undefined ? [] : [{ ...piece, paragraph }];
  });
}
