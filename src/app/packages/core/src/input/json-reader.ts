import { MAX_JSON_DEPTH, MAX_NAMED } from './limits.ts';

interface OpenList {
  readonly kind: 'list';
  readonly items: unknown[];
}

interface OpenObject {
  readonly kind: 'object';
  readonly values: Map<string, unknown>;
  key: string;
}

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'comma or end' | 'nothing';

/** What stops the reading: a text that is no JSON from a position on, or nesting no record has. */
export type JsonProblem =
  { readonly kind: 'broken'; readonly position: number } | { readonly kind: 'too-deep' };

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const BLANKS: ReadonlySet<number> = new Set([9, 10, 13, 32]);

/** Deeper nesting is told from a record with room, and is no danger to what is made of it. */
const MAX_DEPTH = 4 * MAX_JSON_DEPTH;

const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** What JSON escapes, and how (RFC 8259, 7). */
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/g;
/** A control character, or a backslash that is left when the escapes are taken out. */
const WRONG_IN_TEXT = /[^ -\uffff]|\\/;

/**
 * Reads one JSON document (RFC 8259) some tokens at a time, without recursion. Numbers stay the texts they are. The
 * last value of a repeated key counts, as in JSON.parse.
 */
export class JsonReader {
  position = 0;
  value: unknown;
  problem: JsonProblem | undefined;
  repeatedCount = 0;
  readonly repeatedKeys = new Set<string>();

  private readonly text: string;
  private readonly open: (OpenList | OpenObject)[] = [];
  private expected: Expected = 'value';

  constructor(text: string) {
    this.text = text;
  }

  /** Reads on for about so many characters; false when there is nothing more to read. */
  readSome(length: number): boolean {
    const stop = this.position + length;
    while (this.position < stop) if (!this.readToken()) return false;
    return true;
  }

  private readToken(): boolean {
    const code = this.nextCode();
    const { expected } = this;
    if (this.problem !== undefined) return false;
    if (expected === 'nothing') return Number.isNaN(code) ? false : this.fail(this.position);
    if (expected === 'comma or end' && code === COMMA) return this.goOn();
    if (expected !== 'value' && expected !== 'key' && code === this.closing()) return this.close();
    if (expected === 'comma or end') return this.fail(this.position);
    return expected === 'key' || expected === 'key or end' ? this.readKey(code) : this.readValue(code);
  }

  /** The code of the next character that is no blank; NaN at the end. */
  private nextCode(): number {
    while (BLANKS.has(this.text.charCodeAt(this.position))) this.position += 1;
    return this.text.charCodeAt(this.position);
  }

  private closing(): number {
    return this.open.at(-1)?.kind === 'list' ? CLOSE_LIST : CLOSE_OBJECT;
  }

  private goOn(): boolean {
    this.position += 1;
    this.expected = this.open.at(-1)?.kind === 'list' ? 'value' : 'key';
    return true;
  }

  private readKey(code: number): boolean {
    if (code !== QUOTE) return this.fail(this.position);
    const key = this.readText();
    const top = this.open.at(-1);
    if (key === undefined || top?.kind !== 'object') return false;
    if (this.nextCode() !== COLON) return this.fail(this.position);
    this.position += 1;
    top.key = key;
    this.expected = 'value';
    return true;
  }

  private readValue(code: number): boolean {
    if (code === QUOTE) {
      const text = this.readText();
      return text !== undefined && this.settle(text);
    }
    if (code === OPEN_LIST) return this.start({ kind: 'list', items: [] }, 'value or end');
    if (code === OPEN_OBJECT) return this.start({ kind: 'object', values: new Map(), key: '' }, 'key or end');
    SCALAR.lastIndex = this.position;
    const scalar = SCALAR.exec(this.text)?.[0];
    if (scalar === undefined) return this.fail(this.position);
    this.position += scalar.length;
    return this.settle(/^[a-z]/.test(scalar) ? JSON.parse(scalar) : scalar);
  }

  private readText(): string | undefined {
    const start = this.position;
    let end = this.text.indexOf('"', start + 1);
    while (end !== -1 && this.isEscaped(end)) end = this.text.indexOf('"', end + 1);
    const raw = this.text.slice(start, end === -1 ? undefined : end + 1);
    const hasEscapes = raw.includes('\\');
    const wrong = WRONG_IN_TEXT.exec(
      hasEscapes ? raw.replace(ESCAPE, (found) => ' '.repeat(found.length)) : raw,
    );
    if (wrong !== null || end === -1) {
      this.fail(wrong === null ? this.text.length : start + wrong.index);
      return undefined;
    }
    this.position = end + 1;
    return hasEscapes ? String(JSON.parse(raw)) : raw.slice(1, -1);
  }

  /** An odd number of backslashes stands before it. */
  private isEscaped(quote: number): boolean {
    let first = quote;
    while (this.text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
    return (quote - first) % 2 === 1;
  }

  private start(value: OpenList | OpenObject, expected: Expected): boolean {
    this.position += 1;
    this.open.push(value);
    this.expected = expected;
    if (this.open.length <= MAX_DEPTH) return true;
    this.problem = { kind: 'too-deep' };
    return false;
  }

  private close(): boolean {
    this.position += 1;
    const closed = this.open.pop();
    return this.settle(closed?.kind === 'list' ? closed.items : Object.fromEntries(closed?.values ?? []));
  }

  private settle(value: unknown): boolean {
    const top = this.open.at(-1);
    this.expected = top === undefined ? 'nothing' : 'comma or end';
    if (top === undefined) this.value = value;
    else if (top.kind === 'list') top.items.push(value);
    else {
      if (top.values.has(top.key)) this.noteRepeated(top.key, top.values.get(top.key), value);
      top.values.set(top.key, value);
    }
    return true;
  }

  private noteRepeated(key: string, before: unknown, value: unknown): void {
    if (JSON.stringify(before) === JSON.stringify(value)) return;
    this.repeatedCount += 1;
    if (this.repeatedKeys.size < MAX_NAMED) this.repeatedKeys.add(key);
  }

  private fail(position: number): false {
    this.problem = { kind: 'broken', position };
    return false;
  }
}
