import { AppError } from '@xiaohao/errors';
import { scanXml } from '../packages/xml-scanner.js';
import { hasForbidden } from '../packages/xml-text.js';
import { documentLimits, DocumentMeasure, documentTooLarge } from '../word/document-limits.js';

/** An element of a part of a .docx, names without prefix, with the attributes a printer looks at. */
export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlNode[];
  text: string;
}

/** Deleted text, former looks and the second writing of a drawing for old programs. */
const leftOut = new Set(
  (
    'Fallback del moveFrom rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tblGridChange ' +
    'trPrChange tcPrChange numberingChange'
  ).split(' '),
);

const edge = ['val', 'sz', 'color', 'w', 'type'];
const attributesOf: Readonly<Record<string, readonly string[]>> = {
  rFonts: ['ascii', 'hAnsi', 'eastAsia', 'hint', 'asciiTheme', 'hAnsiTheme', 'eastAsiaTheme'],
  spacing: ['val', 'line', 'lineRule', 'before', 'after'],
  ind: ['left', 'start', 'right', 'end', 'firstLine', 'hanging', 'leftChars', 'firstLineChars', 'hangingChars'],
  pgSz: ['w', 'h'],
  pgMar: ['top', 'right', 'bottom', 'left', 'header', 'footer'],
  pgNumType: ['start'],
  docGrid: ['type', 'linePitch', 'charSpace'],
  headerReference: ['type', 'id'],
  footerReference: ['type', 'id'],
  style: ['type', 'styleId', 'default'],
  br: ['type'],
  tab: ['val', 'pos'],
  fldChar: ['fldCharType'],
  fldSimple: ['instr'],
  trHeight: ['val', 'hRule'],
  shd: ['fill'],
  gridCol: ['w'],
  footnoteReference: ['id'],
  endnoteReference: ['id'],
  footnote: ['id', 'type'],
  endnote: ['id', 'type'],
  num: ['numId'],
  abstractNum: ['abstractNumId'],
  lvl: ['ilvl'],
  lvlOverride: ['ilvl'],
  blip: ['embed'],
  extent: ['cx', 'cy'],
  latin: ['typeface'],
  ea: ['typeface'],
  font: ['script', 'typeface'],
  sym: ['font', 'char'],
  prstGeom: ['prst'],
  shape: ['style', 'stroked'],
  rect: ['style', 'stroked'],
  roundrect: ['style', 'stroked'],
};
for (const name of ['tblW', 'tblInd', 'tcW', 'top', 'left', 'start', 'bottom', 'right', 'end', 'insideH', 'insideV']) {
  Object.assign(attributesOf, { [name]: edge });
}
const value = ['val'];
const holdsText = new Set(['t', 'instrText', 'title', 'align']);

/**
 * Reads one part as a tree, no larger than a report has.
 * @throws documentTooLarge, archiveBroken for characters no XML may hold
 */
export function readTree(part: string, xml: Buffer): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const measure = new DocumentMeasure();
  const lengths: number[] = [];
  let tables = 0;
  let skipped = 0;
  scanXml(part, xml, {
    takesText: false,
    open(name, tag) {
      if (skipped > 0 || leftOut.has(name)) {
        skipped++;
        return;
      }
      // Rows count as paragraphs: a table of empty ones is as long.
      if (name === 'p' || name === 'tr') measure.addParagraph();
      if (name === 'p') lengths.push(0);
      if (name === 'tbl' && ++tables > documentLimits.tableDepth) {
        throw documentTooLarge('表格嵌套', `${documentLimits.tableDepth} 层`);
      }
      const attributes: Record<string, string> = {};
      for (const wanted of attributesOf[name] ?? value) {
        const found = tag.attribute(wanted);
        if (found !== undefined) attributes[wanted] = found;
      }
      const node = { name, attributes, children: [], text: '' };
      open.at(-1)!.children.push(node);
      open.push(node);
      this.takesText = holdsText.has(name);
    },
    close(name) {
      if (skipped > 0) {
        skipped--;
        return;
      }
      open.pop();
      if (name === 'tbl') tables--;
      else if (name === 'p') lengths.pop();
      else if (holdsText.has(name)) this.takesText = false;
    },
    text(text) {
      if (skipped > 0) return;
      if (hasForbidden(text)) throw new AppError('archiveBroken', { part });
      open.at(-1)!.text += text;
      if (lengths.length === 0) return;
      lengths.push(lengths.pop()! + text.length);
      measure.addText(text.length, lengths.at(-1)!);
    },
  });
  return root.children[0] ?? root;
}

export const child = (node: XmlNode | undefined, name: string) => node?.children.find((one) => one.name === name);

export const valueOf = (node: XmlNode | undefined, name: string): string | undefined =>
  child(node, name)?.attributes['val'];

/** A switch: there without a value it is on; undefined where nothing is said. */
export function isOn(node: XmlNode | undefined, name: string): boolean | undefined {
  const found = child(node, name);
  return found && !/^(?:0|false|off)$/.test(found.attributes['val'] ?? '1');
}

/** Twips as points; undefined for what is no number. */
export function points(written: string | undefined, perPoint = 20): number | undefined {
  const number = written === undefined || written === '' ? Number.NaN : Number(written);
  // Word itself has no longer measure than 22 inches.
  return Number.isFinite(number) ? Math.min(Math.max(number / perPoint, -1_584), 1_584) : undefined;
}
