import { AppError } from '@xiaohao/errors';
import { type ParagraphLook, readParagraphLook, readTextLook, type TextLook } from './looks.js';
import type { Block, Inline, Paragraph } from './print-document.js';
import type { Surroundings } from './surroundings.js';
import { symbolSign } from './symbol-signs.js';
import { linearFormula } from './formulas.js';
import { emu, framed, textBoxes } from './text-boxes.js';
import { readTable } from './table-reader.js';
import { child, points, valueOf, type XmlNode } from './xml-tree.js';

/** Elements that only stand around others. */
const wrappers = new Set([
  'sdt',
  'sdtContent',
  'customXml',
  'smartTag',
  'ins',
  'moveTo',
  'hyperlink',
  'bdo',
  'dir',
  'AlternateContent',
  'Choice',
]);

export function readBlocks(nodes: readonly XmlNode[], around: Surroundings): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (node.name === 'p') return readParagraph(node, around);
    if (node.name === 'tbl') return [readTable(node, around, readBlocks)];
    if (wrappers.has(node.name)) return readBlocks(node.children, around);
    if (node.name === 'oMathPara') throw unprintable('公式', around);
    return [];
  });
}

/** A paragraph and, below it, the text boxes that hang on it; one of nothing else gives way to them. */
function readParagraph(node: XmlNode, around: Surroundings): Block[] {
  around.paragraphs.count++;
  const pPr = child(node, 'pPr');
  const style = valueOf(pPr, 'pStyle') ?? '';
  const base = around.styles.paragraph(style || undefined, around.table);
  const own = readParagraphLook(pPr);
  const numbering = {
    list: own.numbering?.list ?? base.paragraph.numbering.list,
    level: own.numbering?.level ?? base.paragraph.numbering.level,
  };
  const label = numbering.list === null || numbering.list === '0' ? null : around.numbering.next(numbering);
  const look: ParagraphLook = { ...base.paragraph, ...label?.indent, ...own };
  const mark = { ...base.text, ...readTextLook(child(pPr, 'rPr'), around.styles.theme) };
  const inlines: Inline[] = [];
  if (label) {
    inlines.push({ kind: 'text', text: label.text, look: { ...mark, ...label.look } });
    if (label.separator === 'tab') inlines.push({ kind: 'tab', look: mark });
    if (label.separator === 'space') inlines.push({ kind: 'text', text: ' ', look: mark });
  }
  const boxes: Block[] = [];
  new RunReader(base.text, around, inlines, boxes).read(node.children);
  const paragraph: Paragraph = { kind: 'paragraph', style, look, mark, inlines };
  return boxes.length > 0 && inlines.length === 0 ? boxes : [paragraph, ...boxes];
}

/** A field: its code, then what it showed last. */
interface Field {
  code: string;
  shows: boolean;
  isNumber: boolean;
}

class RunReader {
  private readonly fields: Field[] = [];

  constructor(
    private readonly base: TextLook,
    private readonly around: Surroundings,
    private readonly inlines: Inline[],
    private readonly boxes: Block[],
  ) {}

  read(nodes: readonly XmlNode[]): void {
    for (const node of nodes) {
      if (node.name === 'r') this.run(node);
      else if (node.name === 'fldSimple') {
        const of = numberField(node.attributes['instr'] ?? '');
        if (of) this.inlines.push({ kind: 'field', of, look: this.base });
        else this.read(node.children);
      } else if (node.name === 'oMath' || node.name === 'oMathPara') this.formula(node);
      else if (wrappers.has(node.name)) this.read(node.children);
    }
  }

  private run(run: XmlNode): void {
    const { styles } = this.around;
    const rPr = child(run, 'rPr');
    const look = { ...this.base, ...styles.characters(valueOf(rPr, 'rStyle')), ...readTextLook(rPr, styles.theme) };
    for (const node of run.children) this.piece(node, look);
  }

  private piece(node: XmlNode, look: TextLook): void {
    const field = this.fields.at(-1);
    if (node.name === 'fldChar') return this.fieldSign(node, look);
    if (node.name === 'instrText') {
      if (field) field.code += node.text;
      return undefined;
    }
    if (look.hidden || this.fields.some(({ shows, isNumber }) => !shows || isNumber)) return undefined;
    return this.inline(node, look);
  }

  private fieldSign(node: XmlNode, look: TextLook): void {
    const type = node.attributes['fldCharType'];
    const field = this.fields.at(-1);
    if (type === 'begin') this.fields.push({ code: '', shows: false, isNumber: false });
    else if (type === 'separate' && field) {
      field.shows = true;
      field.isNumber = numberField(field.code) !== null;
    } else if (type === 'end' && field) {
      this.fields.pop();
      const of = numberField(field.code);
      if (of) this.inlines.push({ kind: 'field', of, look });
    }
  }

  private inline(node: XmlNode, look: TextLook): void {
    const { inlines, around } = this;
    const text = (text: string) => inlines.push({ kind: 'text', text: look.caps ? text.toUpperCase() : text, look });
    switch (node.name) {
      case 't':
        return void text(node.text);
      case 'noBreakHyphen':
        return void text('\u2011');
      case 'sym':
        return void text(this.symbol(node));
      // Of a word with its sounds above it only the word.
      case 'ruby':
        return this.read(child(node, 'rubyBase')?.children ?? []);
      case 'tab':
      case 'ptab':
        return void inlines.push({ kind: 'tab', look });
      case 'br':
      case 'cr': {
        const isLine = (node.attributes['type'] ?? 'textWrapping') === 'textWrapping';
        return void inlines.push({ kind: 'break', of: isLine ? 'line' : 'page', look });
      }
      case 'footnoteReference':
      case 'endnoteReference': {
        const kind = node.name === 'footnoteReference' ? 'footnote' : 'endnote';
        const number = around.note(kind, node.attributes['id'] ?? '');
        return void inlines.push({ kind: 'note', number, look: { ...look, raised: 'superscript' } });
      }
      case 'footnoteRef':
      case 'endnoteRef':
        return void inlines.push({
          kind: 'text',
          text: String(around.ownNote ?? ''),
          look: { ...look, raised: 'superscript' },
        });
      case 'AlternateContent':
      case 'Choice':
        return node.children.forEach((one) => this.inline(one, look));
      case 'drawing':
      case 'pict':
        return this.drawing(node);
      case 'object':
        throw unprintable('图形或嵌入对象', around);
      default:
    }
  }

  private drawing(node: XmlNode): void {
    const { around, boxes, inlines } = this;
    const found = textBoxes(node);
    if (found) for (const box of found) boxes.push(framed(box, readBlocks(box.content.children, around)));
    else if (node.name === 'drawing') inlines.push(readPicture(node, around));
    else throw unprintable('图形或嵌入对象', around);
  }

  private formula({ name, children }: XmlNode): void {
    const parts = linearFormula(name === 'oMath' ? children : children.filter((one) => one.name === 'oMath'));
    if (!parts) throw unprintable('公式', this.around);
    for (const { text, raised } of parts) this.inlines.push({ kind: 'text', text, look: { ...this.base, raised } });
  }

  private symbol({ attributes: { font = '', char = '' } }: XmlNode): string {
    const sign = symbolSign(font, char);
    if (sign === null) throw unprintable(`字体“${font}”的符号 ${char}`, this.around);
    return sign;
  }
}

function numberField(code: string): 'page' | 'pages' | null {
  const name = /^\s*(\w+)/.exec(code)?.[1]?.toUpperCase();
  return name === 'PAGE' ? 'page' : name === 'NUMPAGES' || name === 'SECTIONPAGES' ? 'pages' : null;
}

function readPicture(drawing: XmlNode, around: Surroundings): Inline {
  const inline = child(drawing, 'inline');
  if (!inline) throw unprintable('浮动的图形或文本框', around);
  const graphic = child(child(inline, 'graphic'), 'graphicData');
  const id = child(child(child(graphic, 'pic'), 'blipFill'), 'blip')?.attributes['embed'];
  const content = id === undefined ? null : around.picture(id);
  if (!content) throw unprintable('图形', around);
  const { cx, cy } = child(inline, 'extent')?.attributes ?? {};
  return { kind: 'picture', width: points(cx, emu) ?? 72, height: points(cy, emu) ?? 72, content };
}

/** What is in the file and would be missing in print is refused: nobody would notice it in what is signed. */
function unprintable(what: string, { paragraphs }: Surroundings): AppError {
  const reason = `第 ${paragraphs.count} 段有${what}，须由 LibreOffice 打印；请在服务器安装 LibreOffice，或下载 Word 打印`;
  return new AppError('pdfFailed', { reason });
}
