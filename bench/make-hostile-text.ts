/** Text made to be slow: what a parser may look ahead in, retry over or allocate for without end. */
export const HOSTILE_KINDS = [
  'only quotes',
  'only delimiters',
  'no newline',
  'one endless cell',
  'quotes never closed',
  'quote after quote',
  'ragged tiny rows',
  'only newlines',
  'wide header, narrow rows',
] as const;

export type HostileKind = (typeof HOSTILE_KINDS)[number];

/** Repeated until the text is long enough. */
const PATTERNS: Readonly<Record<HostileKind, string>> = {
  'only quotes': '"',
  'only delimiters': ',',
  'no newline': 'Clara,Vogel;40 ',
  'one endless cell': 'Clara ',
  'quotes never closed': '"x\n',
  'quote after quote': 'a,"b"c"\n',
  'ragged tiny rows': 'a,b,c\na\na,b\n1,2,3,4\n',
  'only newlines': '\n',
  'wide header, narrow rows': 'a\nb\n',
};

const WIDE_HEADER = `${Array.from({ length: 1500 }, (_, index) => `column ${index}`).join(',')}\n`;

/** Exactly `length` UTF-16 units of that kind. */
export function makeHostileText(kind: HostileKind, length: number): string {
  const pattern = PATTERNS[kind];
  const start = kind === 'wide header, narrow rows' ? WIDE_HEADER : '';
  const body = pattern.repeat(Math.ceil(length / pattern.length));
  return (start + body).slice(0, length);
}
