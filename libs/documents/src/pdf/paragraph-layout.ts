import type { FlowItem, LineItem, Span } from './flow.js';
import type { FontBook } from './font-book.js';
import { breakLines } from './line-breaking.js';
import type { ParagraphLook, TabStop } from './looks.js';
import type { Paragraph } from './print-document.js';
import { type AtomStyle, AtomWriter, type PageNumbers, type TextAtom } from './text-atoms.js';

/** What lines of a section have in common. */
export interface LineGround {
  fonts: FontBook;
  linePitch: number | null;
  charSpacing: number;
  tabEvery: number;
  numbers: PageNumbers | null;
}

interface LinePlan {
  atoms: TextAtom[];
  /** Ends with a break of its own, or is the last. */
  isEnd: boolean;
  isFirst: boolean;
  startsPage: boolean;
}

/** The lines of a paragraph in a column of this width. */
export function layParagraph(paragraph: Paragraph, width: number, ground: LineGround): FlowItem[] {
  const look = settledLook(paragraph, width);
  const plans = planLines(paragraph, look, width, ground);
  return plans.map((plan, at): LineItem => {
    const left = look.left + (plan.isFirst ? look.first : 0);
    const room = Math.max(1, width - left - look.right);
    const spans = placeAtoms(plan, look, left, room, ground);
    const { height, baseline } = lineHeight(paragraph, plan.atoms, look, ground);
    const [isFirst, isLast] = [at === 0, at === plans.length - 1];
    return {
      kind: 'line',
      height,
      baseline,
      spans,
      before: isFirst ? look.before : 0,
      after: isLast ? look.after : 0,
      glued: isLast ? look.keepNext : look.keepLines || (look.keepsWidows && (at === 0 || at === plans.length - 2)),
      startsPage: plan.startsPage || (isFirst && look.pageBreakBefore),
      notes: plan.atoms.flatMap(({ style }) => style.notes ?? []),
    };
  });
}

/** Indents in points; none leaves the column, so that no text leaves the page. */
function settledLook({ look, mark }: Paragraph, width: number): ParagraphLook {
  const unit = mark.size + mark.spacing;
  const within = (measure: number, from: number) => Math.min(Math.max(measure, from), width * 0.9);
  const left = within(look.left + look.leftChars * unit, 0);
  return {
    ...look,
    left,
    first: within(left + look.first + look.firstChars * unit, 0) - left,
    right: within(look.right, 0),
  };
}

function planLines(paragraph: Paragraph, look: ParagraphLook, width: number, ground: LineGround): LinePlan[] {
  const roomOf = (isFirst: boolean) => Math.max(1, width - look.left - look.right - (isFirst ? look.first : 0));
  const writer = new AtomWriter(ground.fonts, look, ground.charSpacing, Math.min(roomOf(true), roomOf(false)));
  const plans: LinePlan[] = [];
  let startsPage = false;
  const endLine = (breaksPage: boolean) => {
    const atoms = writer.take();
    const before = plans.length;
    settleTabs(atoms, look, ground.tabEvery);
    const lines = breakLines(atoms, (line) => roomOf(before + line === 0));
    for (const [at, [from, to]] of lines.entries()) {
      const isEnd = at === lines.length - 1;
      plans.push({
        atoms: atoms.slice(from, to),
        isEnd,
        isFirst: plans.length === 0,
        startsPage: startsPage && at === 0,
      });
    }
    startsPage = breaksPage;
  };
  for (const inline of paragraph.inlines) {
    if (inline.kind === 'text') writer.text(inline.text, inline.look);
    else if (inline.kind === 'tab') writer.tab(inline.look);
    else if (inline.kind === 'picture') writer.picture(inline, paragraph.mark);
    else if (inline.kind === 'note') writer.text(String(inline.number), inline.look, [inline.number]);
    else if (inline.kind === 'field') writer.text(String(ground.numbers?.[inline.of] ?? ''), inline.look);
    else endLine(inline.of === 'page');
  }
  endLine(false);
  return plans;
}

/** A tab is as wide as what lies before its stop; told before lines are broken, from the beginning of the text. */
function settleTabs(atoms: TextAtom[], look: ParagraphLook, every: number): void {
  let x = look.left + look.first;
  for (const [at, atom] of atoms.entries()) {
    if (atom.kind === 'tab') {
      const rest = atoms.slice(at + 1, nextTab(atoms, at + 1)).reduce((sum, { width }) => sum + width, 0);
      const { at: stop, align } = nextStop(x, look, every);
      const room = align === 'left' ? 0 : align === 'right' ? rest : rest / 2;
      atom.width = Math.max(0, stop - x - room);
    }
    x += atom.width;
  }
}

function nextTab(atoms: readonly TextAtom[], from: number): number {
  let at = from;
  while (at < atoms.length && atoms[at]!.kind !== 'tab') at++;
  return at;
}

function nextStop(x: number, { tabs, left, first }: ParagraphLook, every: number): TabStop {
  const own = tabs.find(({ at }) => at > x + 0.01);
  // Text that hangs has a stop where its other lines begin.
  if (first < 0 && x < left - 0.01 && (!own || own.at > left)) return { at: left, align: 'left' };
  return own ?? { at: (Math.floor((x + 0.01) / every) + 1) * every, align: 'left' };
}

/** Puts the atoms of a line side by side, as one span where they are drawn alike. */
function placeAtoms(plan: LinePlan, look: ParagraphLook, left: number, room: number, ground: LineGround): Span[] {
  const atoms = plan.atoms.slice(0, endOfText(plan.atoms));
  const width = atoms.reduce((sum, atom) => sum + atom.width, 0) - (atoms.at(-1)?.style.spacing ?? 0);
  const free = room - width;
  const stretches = look.align === 'distribute' || (look.align === 'both' && !plan.isEnd);
  const gaps = stretches ? atoms.filter((atom, at) => isGap(atom, atoms[at + 1])).length : 0;
  const stretch = gaps > 0 && free > 0 ? free / gaps : 0;
  let x = left + (look.align === 'right' ? free : look.align === 'center' ? free / 2 : 0);
  const spans: Span[] = [];
  for (const [at, atom] of atoms.entries()) {
    const wide = isGap(atom, atoms[at + 1]) ? stretch : 0;
    const own = atom.width + wide;
    const last = spans.at(-1);
    const natural = ground.fonts.width(atom.style.font.font, atom.text) * atom.style.size;
    // A sign's whole way to the next one, told as the space that follows it.
    const spacing = atom.kind === 'asian' ? own - natural : atom.style.spacing;
    // A word may be followed by a space that is no part of it.
    const goesOn = atom.kind === 'asian' && atoms[at - 1]?.kind === 'asian';
    if (goesOn && last && isAlike(last, atom.style, spacing)) {
      last.text += atom.text;
      last.width += own;
    } else if (atom.kind !== 'tab') {
      spans.push({ x, text: atom.text, width: own, spacing, style: atom.style });
    }
    x += own;
  }
  return spans;
}

const isAlike = (span: Span, style: AtomStyle, spacing: number) =>
  Math.abs(span.spacing - spacing) < 0.001 &&
  span.style.font.font === style.font.font &&
  span.style.font.thickened === style.font.thickened &&
  (['size', 'rise', 'color', 'italic', 'underline', 'strike'] as const).every((key) => span.style[key] === style[key]);

function endOfText(atoms: readonly TextAtom[]): number {
  let end = atoms.length;
  while (end > 0 && atoms[end - 1]!.kind === 'space') end--;
  return end;
}

/** Where a line may be stretched. */
const isGap = (atom: TextAtom, next: TextAtom | undefined) =>
  next !== undefined && (atom.kind === 'space' || atom.kind === 'asian' || next.kind === 'asian');

function lineHeight({ mark }: Paragraph, atoms: readonly TextAtom[], look: ParagraphLook, ground: LineGround) {
  const { linePitch } = ground;
  // Of the exact height four fifths lie above the line the signs stand on, as LibreOffice has it.
  if (look.lineRule === 'exact') return { height: look.line, baseline: look.line * 0.8 };
  let [ascent, descent] = [0, 0];
  const measure = (size: number, { font }: AtomStyle['font'], rise: number) => {
    ascent = Math.max(ascent, font.ascent * size + rise);
    descent = Math.max(descent, font.descent * size - rise);
  };
  for (const { style } of atoms) {
    if (style.picture) ascent = Math.max(ascent, style.picture.height);
    else measure(style.size, style.font, style.rise);
  }
  if (atoms.length === 0) measure(mark.size, ground.fonts.fontOf('国', mark.asian, mark.bold), 0);
  const natural = ascent + descent;
  if (look.lineRule === 'atLeast') {
    const height = Math.max(natural, look.line);
    return { height, baseline: height - descent };
  }
  if (linePitch === null || linePitch <= 0 || !look.snapsToGrid) {
    const height = natural * look.line;
    return { height, baseline: Math.max(0, height - descent) };
  }
  const height = Math.ceil(natural / linePitch - 0.001) * linePitch * look.line;
  return { height, baseline: (height - natural) / 2 + ascent };
}
