/** What a language needs to say numbers: which form a count takes, and how figures are written. */
export interface Tongue {
  readonly plural: Intl.PluralRules;
  readonly number: Intl.NumberFormat;
}

export type MessageValue = string | number;

interface Reader {
  readonly message: string;
  readonly values: Readonly<Record<string, MessageValue>>;
  readonly tongue: Tongue;
  at: number;
}

/**
 * Fills a message of the catalogue: the part of ICU's message format that it uses, which is `{name}`,
 * `{name, number}`, `{name, plural, =0 {…} one {…} other {#…}}` and `{name, select, a {…} other {…}}`, nested.
 * Held against `intl-messageformat` by a test, which weighs twenty times as much.
 */
export function formatMessage(message: string, values: Reader['values'], tongue: Tongue): string {
  return message.includes('{') ? readText({ message, values, tongue, at: 0 }, '') : message;
}

/** Up to the brace that closes it. */
function readText(reader: Reader, hash: string): string {
  let text = '';
  for (;;) {
    const character = reader.message[reader.at];
    if (character === undefined || character === '}') return text;
    reader.at += 1;
    if (character === '{') text += readArgument(reader);
    else text += character === '#' && hash !== '' ? hash : character;
  }
}

function readArgument(reader: Reader): string {
  const [, name = '', kind] = take(reader, /\s*(\w+)\s*(?:,\s*(\w+)\s*,?)?\s*/y);
  const value = reader.values[name] ?? '';
  const shown =
    typeof value === 'number' && kind !== undefined ? reader.tongue.number.format(value) : `${value}`;
  const forms = readForms(reader, shown);
  if (kind === undefined || kind === 'number') return shown;
  const form =
    kind === 'plural' && typeof value === 'number' ? reader.tongue.plural.select(value) : String(value);
  return forms.get(`=${value}`) ?? forms.get(form) ?? forms.get('other') ?? '';
}

/** The forms up to the closing brace of the argument, which is taken too. */
function readForms(reader: Reader, hash: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (;;) {
    const [, form] = take(reader, /\s*(?:(=?[\w-]+)\s*\{|\})/y);
    if (form === undefined) return forms;
    forms.set(form, readText(reader, hash));
    reader.at += 1;
  }
}

function take(reader: Reader, pattern: RegExp): readonly (string | undefined)[] {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.message);
  reader.at += match?.[0].length ?? 0;
  return match ?? [];
}
