import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  type Table,
  TextRun as WordRun,
} from 'docx';
import { finishDocument } from './docx-finish.js';
import type { DocumentBlock, OfficialDocument, TextRun } from './official-blocks.js';
import {
  charWidth,
  type FontRole,
  fonts,
  type LinePlace,
  officialDay,
  page,
  signaturePlaces,
  size,
} from './official-layout.js';
import { officialTable } from './official-table.js';
import { legalText } from '../packages/xml-text.js';

/**
 * Writes a .docx in the layout of GB/T 9704—2012 (A4, no red head). The same document and instant give the same bytes.
 * `createdAt` stands in the file's properties only.
 */
export async function writeOfficialDocument(document: OfficialDocument, createdAt: Date): Promise<Buffer> {
  const children = [
    ...titleParagraphs(document.title),
    blankLine(),
    ...(document.addressee ? [line([{ text: addressed(document.addressee) }], { alignment: AlignmentType.LEFT })] : []),
    ...document.blocks.flatMap(blockParagraphs),
  ];
  const word = new Document({
    title: legalText(document.title.replace(/\n/g, '')),
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    compatabilityModeVersion: 15,
    // Word writes the fonts part only when a font is given; it is written anew in the end.
    fonts: [],
    styles,
    sections: [{ properties: sectionProperties, footers: pageNumbers(), children }],
  });
  return finishDocument(await Packer.toBuffer(word), createdAt);
}

const fontOf = (role: FontRole) => {
  const { name } = fonts[role];
  // The hint gives quotation marks and dashes, which belong to no script, to the Chinese font.
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
};

const exactLine = { line: page.linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
const twoChars = { firstLine: Math.round(charWidth * 2), firstLineChars: 200 } as const;

const heading = (role: FontRole) => ({
  run: { font: fontOf(role), size: size.body, bold: false, italics: false, color: '000000' },
  paragraph: { spacing: exactLine, indent: twoChars, keepNext: true },
});

const styles = {
  default: {
    document: {
      run: {
        font: fontOf('fang'),
        size: size.body,
        characterSpacing: page.charSpacing,
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: exactLine },
    },
    title: {
      run: { font: fontOf('title'), size: size.title, bold: false, color: '000000' },
      paragraph: { spacing: exactLine, alignment: AlignmentType.CENTER, keepNext: true },
    },
    heading1: heading('hei'),
    heading2: heading('kai'),
    heading3: heading('fang'),
    heading4: heading('fang'),
  },
};

const sectionProperties = {
  page: {
    size: { width: page.width, height: page.height },
    margin: {
      top: page.top,
      right: page.right,
      bottom: page.bottom,
      left: page.left,
      header: 851,
      footer: page.footer,
    },
  },
  grid: { type: DocumentGridType.LINES, linePitch: page.linePitch },
};

/** `— 1 —`, on odd pages one character in from the right, on even pages one from the left. */
function pageNumbers(): { default: Footer; even: Footer } {
  const number = (side: 'left' | 'right') =>
    new Footer({
      children: [
        new Paragraph({
          alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: { [side]: size.pageNumber * 10 },
          spacing: { ...exactLine, line: page.footerLine },
          children: [
            new WordRun({ font: fontOf('song'), size: size.pageNumber, children: ['— ', PageNumber.CURRENT, ' —'] }),
          ],
        }),
      ],
    });
  return { default: number('right'), even: number('left') };
}

function line(runs: readonly TextRun[], options: IParagraphOptions = {}, look: IRunOptions = {}): Paragraph {
  const children = runs.flatMap(({ text, bold }) =>
    legalText(text)
      .split('\n')
      .map(
        (part, at) => new WordRun({ ...look, ...(bold ? { bold } : {}), text: part, ...(at > 0 ? { break: 1 } : {}) }),
      ),
  );
  return new Paragraph({ ...options, children });
}

const blankLine = (options: IParagraphOptions = {}) => new Paragraph({ ...options, children: [] });

const addressed = (addressee: string) => (/[：:]$/.test(addressee) ? addressee : `${addressee}：`);

const titleParagraphs = (title: string) => title.split('\n').map((text) => line([{ text }], { style: 'Title' }));

function blockParagraphs(block: DocumentBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [line(block.runs, { style: `Heading${block.level}` })];
    case 'paragraph':
      return [line(block.runs, { alignment: AlignmentType.JUSTIFIED, indent: twoChars })];
    case 'table':
      return officialTable(block, fontOf);
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
    case 'attachmentNote':
      return attachmentNote(block.names);
    case 'attachment':
      return [
        line([{ text: block.label }], { pageBreakBefore: true }, { font: fontOf('hei') }),
        blankLine(),
        ...titleParagraphs(block.title),
        blankLine(),
      ];
    case 'signature':
      return signature(block.unit, officialDay(block.day), block.sealed ?? false, block.tag);
  }
}

/** Further names, and lines that run over, stand under the first character of the first name. */
function attachmentNote(names: readonly string[]): Paragraph[] {
  const chars = (count: number) => Math.round(charWidth * count);
  return [
    blankLine(),
    ...names.map((name, at) => {
      const number = names.length > 1 ? `${at + 1}. ` : '';
      const hanging = (at === 0 ? 3 : 0) + (number ? 1.5 : 0);
      return line([{ text: `${at === 0 ? '附件：' : ''}${number}${name}` }], {
        indent: { left: chars(5 + (number ? 1.5 : 0)), hanging: chars(hanging) },
      });
    }),
  ];
}

function signature(unit: string, date: string, sealed: boolean, tag = unit): Paragraph[] {
  const places = signaturePlaces(unit, date, sealed);
  const chars = (count: number) => Math.round(charWidth * count);
  const signed = (text: string, { align, left, right }: LinePlace, last: boolean) =>
    line([{ text }], {
      alignment: align,
      indent: { left: chars(left), right: chars(right) },
      keepNext: !last,
    });
  // The seal, 42 mm across, is pressed over both lines and needs room above them.
  const above = Array.from({ length: sealed ? 2 : 1 }, () => blankLine({ keepNext: true }));
  return [...above, signed(tag, places.unit, false), signed(date, places.date, true)];
}
