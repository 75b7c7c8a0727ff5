import type { Table } from './print-document.js';
import { child, points, type XmlNode } from './xml-tree.js';

/** A text in a frame of its own; where the drawing says nothing of a measure it is as wide as the column. */
export interface TextBox {
  content: XmlNode;
  width: number;
  align: Table['align'];
  hasBorder: boolean;
}

/** Points in a unit of drawings. */
export const emu = 12_700;

/** The text boxes of a drawing; null where anything in it is more than a text in a plain frame. */
export function textBoxes(node: XmlNode): TextBox[] | null {
  return node.name === 'drawing' ? boxOfDrawing(node) : boxesOfVml(node);
}

function boxOfDrawing(drawing: XmlNode): TextBox[] | null {
  const frame = child(drawing, 'anchor') ?? child(drawing, 'inline');
  const shape = child(child(child(frame, 'graphic'), 'graphicData'), 'wsp');
  const content = child(child(shape, 'txbx'), 'txbxContent');
  const look = child(shape, 'spPr');
  const form = child(look, 'prstGeom')?.attributes['prst'] ?? 'rect';
  if (!content || child(look, 'blipFill') || child(look, 'custGeom') || !/^(?:rect|roundRect)$/.test(form)) return null;
  const side = child(child(frame, 'positionH'), 'align')?.text;
  const width = points(child(frame, 'extent')?.attributes['cx'], emu) ?? 0;
  return [{ content, width, align: alignOf(side), hasBorder: !child(child(look, 'ln'), 'noFill') }];
}

/** What old programs write, and what stands beside a drawing for them. */
function boxesOfVml(pict: XmlNode): TextBox[] | null {
  const boxes = pict.children
    .filter(({ name }) => name !== 'shapetype')
    .map((shape): TextBox | null => {
      const content = child(child(shape, 'textbox'), 'txbxContent');
      const isPlain = /^(?:shape|rect|roundrect)$/.test(shape.name) && !child(shape, 'imagedata');
      if (!content || !isPlain) return null;
      const { style = '', stroked = 't' } = shape.attributes;
      const side = /mso-position-horizontal:\s*(\w+)/.exec(style)?.[1];
      const width = points(/(?:^|;)\s*width:\s*([\d.]+)pt/.exec(style)?.[1], 1) ?? 0;
      return { content, width, align: alignOf(side), hasBorder: !/^(?:f|false|0)$/.test(stroked) };
    });
  return boxes.length > 0 && boxes.every((box) => box !== null) ? boxes : null;
}

const alignOf = (side: string | undefined) => (side === 'center' || side === 'right' ? side : 'left');

const line = { width: 0.5, color: '000000' };

/** A text box as a table of one cell, in the place of its paragraph. */
export function framed({ width, align, hasBorder }: TextBox, blocks: Table['rows'][0]['cells'][0]['blocks']): Table {
  const edge = hasBorder ? line : null;
  const cell = {
    blocks,
    span: 1,
    merge: null,
    // Word's own distance of text from the edges of a box.
    margins: { top: 3.6, right: 7.2, bottom: 3.6, left: 7.2 },
    borders: { top: edge, right: edge, bottom: edge, left: edge },
    vertical: 'top' as const,
    fill: null,
  };
  const row = { cells: [cell], skipped: 0, height: 0, heightRule: 'atLeast' as const, isHeader: false, isWhole: false };
  return { kind: 'table', columns: [width], share: null, align, indent: 0, rows: [row], isFrame: true };
}
