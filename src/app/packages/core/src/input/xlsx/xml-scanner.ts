import { PendingText } from './pending-text.ts';
import { decodeXmlAttribute, decodeXmlText, normaliseXmlText } from './xml-text.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlEvents {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** Beyond ASCII any character may be part of a name; XML 1.0 (2.3) leaves out a few. */
const NAME = '[:A-Z_a-z\\u0080-\\uffff][-.:\\w\\u0080-\\uffff]*';
const BLANK = '[ \\t\\r\\n]';

const OPENED = new RegExp(`<(${NAME})`, 'y');
const ATTRIBUTE = new RegExp(`${BLANK}+(${NAME})${BLANK}*=${BLANK}*(?:"([^"<]*)"|'([^'<]*)')`, 'y');
const TAG_END = new RegExp(`${BLANK}*(/?)>`, 'y');
const CLOSED = new RegExp(`</(${NAME})${BLANK}*>`, 'y');
const INSTRUCTION = new RegExp(`^(${NAME})(?:${BLANK}[^]*)?$`);
const ONLY_BLANKS = new RegExp(`^${BLANK}*$`);

const COMMENT = '<!--';
const CDATA = '<![CDATA[';

/**
 * Reads well-formed XML 1.0 that comes in pieces, as SpreadsheetML needs it: elements, attributes, text, CDATA, the five
 * named entities, references by number, comments, instructions. A DOCTYPE is refused, as packages may not hold one
 * (ECMA-376 part 2, 8.1.4). `read` and `end` throw a SyntaxError on anything else.
 */
export class XmlScanner {
  private readonly events: XmlEvents;
  private readonly openNames: string[] = [];
  private readonly pending = new PendingText();
  private hasRoot = false;
  private isAtStart = true;
  private source = '';
  private at = 0;

  constructor(events: XmlEvents) {
    this.events = events;
  }

  read(piece: string): void {
    const source = this.pending.add(piece);
    if (source !== null) this.scan(source, false);
  }

  end(): void {
    this.scan(this.pending.takeAll(), true);
    if (this.at < this.source.length || this.openNames.length > 0 || !this.hasRoot) fail('end');
  }

  private scan(source: string, isLast: boolean): void {
    this.source = source;
    this.at = this.isAtStart && source.startsWith('\ufeff') ? 1 : 0;
    while (this.at < source.length && this.readToken(isLast)) this.isAtStart = false;
    this.pending.keep(source.slice(this.at));
  }

  /** False when the token at this place is unfinished. */
  private readToken(isLast: boolean): boolean {
    const source = this.source;
    if (source[this.at] !== '<') return this.readText(isLast);
    const sign = source[this.at + 1];
    if (sign === '/') return this.readClosed();
    if (sign === '!') return this.readDeclared();
    return sign === '?' ? this.readUntil('<?', '?>', checkInstruction(this.isAtStart)) : this.readOpened();
  }

  private readText(isLast: boolean): boolean {
    const found = this.source.indexOf('<', this.at);
    if (found === -1 && !isLast) return false;
    const end = found === -1 ? this.source.length : found;
    const raw = this.source.slice(this.at, end);
    if (raw.includes(']]>')) fail('text');
    if (this.openNames.length > 0) this.events.text(decodeXmlText(raw));
    else if (!ONLY_BLANKS.test(raw)) fail('text outside of the root');
    this.at = end;
    return true;
  }

  private readDeclared(): boolean {
    const start = this.source.slice(this.at, this.at + CDATA.length);
    if (start.startsWith(COMMENT)) return this.readUntil(COMMENT, '-->', checkComment);
    if (start === CDATA && this.openNames.length > 0)
      return this.readUntil(CDATA, ']]>', (content) => {
        this.events.text(normaliseXmlText(content));
      });
    return COMMENT.startsWith(start) || CDATA.startsWith(start) ? this.isUnfinished() : fail('declaration');
  }

  private readUntil(start: string, end: string, tell: (content: string) => void): boolean {
    const from = this.at + start.length;
    const found = this.source.indexOf(end, from);
    if (found === -1) return false;
    tell(this.source.slice(from, found));
    this.at = found + end.length;
    return true;
  }

  private readOpened(): boolean {
    const start = this.at;
    const name = this.match(OPENED)?.[1];
    if (name === undefined) return this.isUnfinished();
    const attributes = this.readAttributes();
    const tagEnd = this.match(TAG_END);
    if (tagEnd === null) {
      this.at = start;
      return this.isUnfinished();
    }
    if (this.hasRoot && this.openNames.length === 0) fail('second root');
    this.hasRoot = true;
    this.openNames.push(name);
    this.events.open(name, attributes);
    if (tagEnd[1] !== '') this.close(name);
    return true;
  }

  private readAttributes(): Attributes {
    const attributes: Record<string, string> = {};
    for (let found = this.match(ATTRIBUTE); found !== null; found = this.match(ATTRIBUTE)) {
      const [, name = '', quoted, value = quoted ?? ''] = found;
      if (Object.hasOwn(attributes, name)) fail('repeated attribute');
      attributes[name] = decodeXmlAttribute(value);
    }
    return attributes;
  }

  private readClosed(): boolean {
    const name = this.match(CLOSED)?.[1];
    if (name === undefined) return this.isUnfinished();
    this.close(name);
    return true;
  }

  private close(name: string): void {
    if (this.openNames.pop() !== name) fail('closing tag');
    this.events.close(name);
  }

  /** No tag holds a `<`: with another one behind it, it is not unfinished but broken. */
  private isUnfinished(): false {
    return this.source.includes('<', this.at + 1) ? fail('tag') : false;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }
}

function checkComment(content: string): void {
  if (content.includes('--') || content.endsWith('-')) fail('comment');
  normaliseXmlText(content);
}

/** `<?xml …?>` may stand at the very start only. */
function checkInstruction(isAtStart: boolean): (content: string) => void {
  return (content) => {
    const target = INSTRUCTION.exec(content)?.[1];
    if (target === undefined || (target.toLowerCase() === 'xml' && !isAtStart)) fail('instruction');
    normaliseXmlText(content);
  };
}

function fail(where: string): never {
  throw new SyntaxError(`XML: ${where}`);
}
