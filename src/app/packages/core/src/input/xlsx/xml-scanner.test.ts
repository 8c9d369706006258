import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { XmlScanner } from './xml-scanner.ts';

type Said = readonly unknown[];

/** What a document says, with neighbouring texts in one; null when it is no XML. */
function joinTexts(said: readonly Said[]): readonly Said[] {
  const joined: Said[] = [];
  for (const each of said) {
    const last = joined.at(-1);
    if (each[0] === 'text' && last?.[0] === 'text')
      joined[joined.length - 1] = ['text', `${String(last[1])}${String(each[1])}`];
    else if (each[0] !== 'text' || each[1] !== '') joined.push(each);
  }
  return joined;
}

function scan(pieces: readonly string[]): readonly Said[] | null {
  const said: Said[] = [];
  const scanner = new XmlScanner({
    open: (name, attributes) => said.push(['open', name, { ...attributes }]),
    text: (text) => said.push(['text', text]),
    close: (name) => said.push(['close', name]),
  });
  try {
    for (const piece of pieces) scanner.read(piece);
    scanner.end();
  } catch {
    return null;
  }
  return joinTexts(said);
}

function scanWithSaxes(document: string): readonly Said[] | null {
  const said: Said[] = [];
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    said.push(['open', name, { ...attributes }]);
  });
  const onText = (text: string) => {
    if (depth > 0) said.push(['text', text]);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    said.push(['close', name]);
  });
  try {
    parser.write(document).close();
  } catch {
    return null;
  }
  return joinTexts(said);
}

function cutEvery(document: string, length: number): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < document.length; at += length) pieces.push(document.slice(at, at + length));
  return pieces;
}

const token = fc.constantFrom(
  ...[
    '<a>',
    '</a>',
    '<b>',
    '</b>',
    '<x:b >',
    '</x:b\n>',
    '<a/>',
    '<b />',
    '<a x="1"/>',
    '<b\tx = \'"\' y="a>b">',
  ],
  ...[
    '<a x="1" x="2"/>',
    '<a x="1"y="2"/>',
    '<a x=1/>',
    '<a x/>',
    '<a x="<"/>',
    '<a x="&lt;\r\n\t&#10;&amp;"/>',
    '< a>',
  ],
  ...[
    '<1a/>',
    '<a.b-c/>',
    '</ a>',
    '<a',
    '<',
    '>',
    '/>',
    '"',
    'text',
    ' ',
    '\r\n',
    '\r',
    '\t',
    '&amp;',
    '&lt;&gt;',
  ],
  ...[
    '&quot;&apos;',
    '&#65;',
    '&#x41;',
    '&#X41;',
    '&#xg;',
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&#x1F600;',
    '&#;',
  ],
  ...[
    '&nbsp;',
    '&amp',
    '& ',
    '&',
    ';',
    '&constructor;',
    ']]>',
    ']]',
    '\u0001',
    '\ufffe',
    'é',
    '名',
    '😀',
    '<é/>',
  ],
  ...[
    '<!-- a<b>&c -->',
    '<!---->',
    '<!-- -- -->',
    '<!--->',
    '<!-- --->',
    '<![CDATA[<&]]>',
    '<![CDATA[]]]]>',
    '<![CDATA[',
  ],
  ...[
    '<!-',
    '<![C',
    '<!a>',
    '<?a b?>',
    '<?a?>',
    '<??>',
    '<?1?>',
    '<? a?>',
    '<?a',
    '<!--',
    '-->',
    '?>',
    '<a><a></a></a>',
  ],
);
const fragment = fc.array(token, { maxLength: 8 }).map((tokens) => tokens.join(''));
const document = fc.oneof(
  fragment,
  fragment.map((inner) => `<?xml version="1.0" encoding="UTF-8"?>\n<w>${inner}</w>`),
  fragment.map((inner) => `<w>${inner}</w>\n`),
);

describe('XML is read as saxes reads it', () => {
  test('sound and broken, as a whole', () => {
    fc.assert(
      fc.property(document, (xml) => {
        expect(scan([xml])).toEqual(scanWithSaxes(xml));
      }),
      { numRuns: 4000 },
    );
  });

  test('whatever single token it holds', () => {
    fc.assert(
      fc.property(token, (xml) => {
        expect(scan([`<w>${xml}</w>`])).toEqual(scanWithSaxes(`<w>${xml}</w>`));
      }),
      { numRuns: 1000 },
    );
  });

  test('however it is cut into pieces', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 20 }), (xml, length) => {
        expect(scan(cutEvery(xml, length))).toEqual(scan([xml]));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('XML', () => {
  test('tells elements, attributes and text in their order', () => {
    expect(scan(['<?xml version="1.0"?><x:c r="A&#49;"><v>1 &lt; ', '<![CDATA[2 & 3]]></v></x:c>'])).toEqual([
      ['open', 'x:c', { r: 'A1' }],
      ['open', 'v', {}],
      ['text', '1 < 2 & 3'],
      ['close', 'v'],
      ['close', 'x:c'],
    ]);
  });

  test('may begin with a byte order mark', () => {
    expect(scan(['\ufeff<?xml version="1.0"?>', '<w/>'])).not.toBeNull();
  });

  test.each([
    ['a DOCTYPE', '<!DOCTYPE w><w/>'],
    ['entities of its own', '<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>'],
    ['two roots', '<w/><w/>'],
    ['text after the root', '<w/>text'],
    ['CDATA after the root', '<w/><![CDATA[ ]]>'],
    ['a declaration further on', '<w><?xml version="1.0"?></w>'],
    ['nothing', ''],
    ['only a comment', '<!-- -->'],
  ])('with %s is refused', (_, xml) => {
    expect(scan([xml])).toBeNull();
    expect(scan(cutEvery(xml, 1))).toBeNull();
  });

  test('keeps names of JavaScript as any other attribute', () => {
    expect(scan(['<w constructor="a" toString="b"/>'])?.[0]).toEqual([
      'open',
      'w',
      { constructor: 'a', toString: 'b' },
    ]);
  });
});
