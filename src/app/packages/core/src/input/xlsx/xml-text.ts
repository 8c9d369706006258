const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Holds what XML 1.0 (2.2) has in no form, not even as a reference. */
const FORBIDDEN = /[^\t\n\r\u0020-\ufffd]/;

/** What is said by characters and references, with line ends as XML 1.0 (2.11) has them. Throws on what is no XML. */
export function decodeXmlText(raw: string): string {
  const text = normaliseXmlText(raw);
  return text.includes('&') ? text.replace(/&([^;&]*;?)/g, (_, said: string) => referenced(said)) : text;
}

/** The value of an attribute: a line end or tab in it is a blank (XML 1.0, 3.3.3), unless it is a reference. */
export function decodeXmlAttribute(raw: string): string {
  return decodeXmlText(/[\t\r\n]/.test(raw) ? raw.replace(/\r\n|[\t\r\n]/g, ' ') : raw);
}

/** Text in which `&` means itself: the content of CDATA. */
export function normaliseXmlText(raw: string): string {
  if (FORBIDDEN.test(raw)) throw new SyntaxError('XML: character');
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
}

function referenced(said: string): string {
  const [, name = '', decimal, hexadecimal] = /^(?:([a-z]+)|#(\d+)|#x([\da-f]+));$/i.exec(said) ?? [];
  if (decimal !== undefined) return character(parseInt(decimal, 10));
  if (hexadecimal !== undefined && said.startsWith('#x')) return character(parseInt(hexadecimal, 16));
  const named = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  if (named === undefined) throw new SyntaxError('XML: reference');
  return named;
}

function character(codePoint: number): string {
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  const text = isSurrogate || codePoint > 0x10ffff ? '\0' : String.fromCodePoint(codePoint);
  if (FORBIDDEN.test(text)) throw new SyntaxError('XML: character');
  return text;
}
