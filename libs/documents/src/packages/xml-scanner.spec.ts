import { AppError } from '@xiaohao/errors';
import { XmlScanner } from './xml-scanner.js';

/** Feeds a text in pieces of the given size and writes down what the scanner says. */
function scan(xml: string, pieceBytes = 1_000_000): string[] {
  const heard: string[] = [];
  const scanner = new XmlScanner(
    {
      takesText: true,
      open: (name, tag) => heard.push(`<${name} ${tag.attribute('v') ?? ''}`),
      close: (name) => heard.push(`/${name}`),
      text: (text) => heard.push(text),
    },
    'part.xml',
  );
  const bytes = Buffer.from(xml);
  for (let at = 0; at < bytes.length; at += pieceBytes) scanner.write(bytes.subarray(at, at + pieceBytes));
  scanner.end();
  return heard;
}

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'read';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

describe('the XML scanner', () => {
  it('reads elements, attributes, text, entities, comments and CDATA', () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-8"?><x:a v="1&lt;2"><!-- <b> --><b v=\'a>b\' />甲&amp;&#20057;&#x4E19;<![CDATA[<丁>]]></x:a>';
    expect(scan(xml)).toEqual(['<a 1<2', '<b a>b', '/b', '甲&乙丙', '<丁>', '/a']);
  });

  it('hears the same however the bytes are cut', () => {
    const xml = '<a v="甲乙"><b>整改&lt;时限&gt;</b><![CDATA[一]]><!--二--><c v="3"/></a>';
    const whole = scan(xml);
    for (const piece of [1, 2, 3, 7]) expect(scan(xml, piece).join('')).toBe(whole.join(''));
  });

  it.each([
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    '<a><!ELEMENT b ANY></a>',
  ])('refuses a document type declaration: %s', (xml) => {
    expect(codeOf(() => scan(xml))).toBe('documentTypeForbidden');
  });

  it('leaves an undeclared entity as it is written', () => {
    expect(scan('<a>&nbsp;</a>')).toEqual(['<a ', '&nbsp;', '/a']);
  });

  it.each(['<a><b></a>', '<a', '<a v=1/>', 'no xml', '', '</a>', '<?xml version="1.0" encoding="UTF-16"?><a/>'])(
    'reports damage in %p',
    (xml) => {
      expect(codeOf(() => scan(xml))).toBe('archiveBroken');
    },
  );

  it('refuses one token of many megabytes', () => {
    const scanner = new XmlScanner(
      { takesText: true, open: () => undefined, close: () => undefined, text: () => undefined },
      'part.xml',
    );
    scanner.write(Buffer.from('<a>'));
    const write = () => {
      for (let i = 0; i < 20; i++) scanner.write(Buffer.alloc(1024 ** 2, 0x61));
    };
    expect(codeOf(write)).toBe('archiveBomb');
  });
});
