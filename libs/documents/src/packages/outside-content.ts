import { scanXml } from './xml-scanner.js';
import { escapeXml } from './xml-text.js';

/** Followed only when a person clicks; everything else outside is fetched as soon as the document is opened. */
const harmless = 'hyperlink';

/**
 * A part of a template as it may go into a report: links to templates, pictures and objects elsewhere are left out, so that
 * no reader's Word fetches what whoever made the file put behind them.
 */
export function withoutOutsideContent(part: string, content: Buffer): Buffer {
  if (part.toLowerCase().endsWith('.rels')) return withoutOutsideLinks(part, content);
  if (!/(^|\/)settings\d*\.xml$/i.test(part)) return content;
  return Buffer.from(
    content.toString('utf8').replace(/<(\w+:)?attachedTemplate\b[^<>]*?(\/>|>\s*<\/\1?attachedTemplate>)/g, ''),
  );
}

function withoutOutsideLinks(part: string, content: Buffer): Buffer {
  const kept: string[] = [];
  let outside = false;
  scanXml(part, content, {
    takesText: false,
    open: (name, tag) => {
      if (name !== 'Relationship') return;
      const [type, mode] = [tag.attribute('Type') ?? '', tag.attribute('TargetMode')];
      if (mode?.toLowerCase() === 'external' && !type.endsWith(`/${harmless}`)) {
        outside = true;
        return;
      }
      const facts = { Id: tag.attribute('Id') ?? '', Type: type, Target: tag.attribute('Target') ?? '' };
      const stated = Object.entries({ ...facts, ...(mode ? { TargetMode: mode } : {}) });
      kept.push(`<Relationship ${stated.map(([key, value]) => `${key}="${escapeXml(value)}"`).join(' ')}/>`);
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (!outside) return content;
  const space = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${space}">${kept.join('')}</Relationships>`,
  );
}
