import type { TextLook } from './looks.js';
import { child, type XmlNode } from './xml-tree.js';

/** A piece of a formula written in a line. */
export interface FormulaPart {
  text: string;
  raised: TextLook['raised'];
}

const plain = (text: string): FormulaPart => ({ text, raised: null });
/** Says how the formula looks, or parts it. */
const isLook = (name: string) => name.endsWith('Pr') || /^(?:bookmark|proofErr)/.test(name);

/** A simple formula as text: fractions with a stroke, raised and lowered signs; null where it needs more than a line. */
export function linearFormula(nodes: readonly XmlNode[]): FormulaPart[] | null {
  const parts: FormulaPart[] = [];
  for (const node of nodes.filter(({ name }) => !isLook(name))) {
    const found = partsOf(node);
    if (found === null) return null;
    parts.push(...found);
  }
  return parts;
}

function partsOf(node: XmlNode): FormulaPart[] | null {
  const inside = (name: string) => linearFormula(child(node, name)?.children ?? []);
  switch (node.name) {
    case 'oMath':
      return linearFormula(node.children);
    case 'r':
      return node.children.filter(({ name }) => !isLook(name)).every(({ name }) => name === 't')
        ? [plain(node.children.map(({ text }) => text).join(''))]
        : null;
    case 'f':
      return child(child(node, 'fPr'), 'type')?.attributes['val'] === 'noBar'
        ? null
        : joined(grouped(inside('num')), [plain('/')], grouped(inside('den')));
    case 'sSup':
      return joined(grouped(inside('e')), moved(inside('sup'), 'superscript'));
    case 'sSub':
      return joined(grouped(inside('e')), moved(inside('sub'), 'subscript'));
    case 'd':
      return delimited(node);
    default:
      return null;
  }
}

/** Brackets around one thing. */
function delimited(node: XmlNode): FormulaPart[] | null {
  const inner = node.children.filter(({ name }) => name === 'e');
  const look = child(node, 'dPr');
  const sign = (name: string, usual: string) => plain(child(look, name)?.attributes['val'] ?? usual);
  if (inner.length !== 1) return null;
  return joined([sign('begChr', '(')], linearFormula(inner[0]!.children), [sign('endChr', ')')]);
}

const joined = (...lists: (FormulaPart[] | null)[]): FormulaPart[] | null =>
  lists.every((list) => list !== null) ? lists.flat() : null;

/** In brackets where it is more than a number or a word. */
function grouped(parts: FormulaPart[] | null): FormulaPart[] | null {
  const text = parts?.map((part) => part.text).join('') ?? '';
  return parts === null || /^(?:[\p{L}\p{N}.,%]*|\([^()]*\))$/u.test(text) ? parts : [plain('('), ...parts, plain(')')];
}

/** Raised signs are not raised again. */
const moved = (parts: FormulaPart[] | null, raised: TextLook['raised']) =>
  parts !== null && parts.every((part) => part.raised === null) ? parts.map((part) => ({ ...part, raised })) : null;
