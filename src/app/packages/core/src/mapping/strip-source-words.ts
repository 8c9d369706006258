import type { ObjectKind } from '../contract/object-kind.ts';

/** Words that exports put before a field of the object itself ("Person - Email", "Mailing City"). */
const SOURCE_WORDS: Readonly<Record<ObjectKind, string>> = {
  contact:
    'person|people|contact|customer|lead|subscriber|member|default address|mailing|business|work|billing|primary|main',
  company:
    'organization|organisation|company|account|customer|default address|billing|business|office|head office|primary|main',
  deal: 'deal|opportunity',
  ticket: 'ticket|case|issue|request',
  product: 'product|item|article|variant',
};

/** What exports put behind a value ("Email - Work", "E-mail 1 - Value", "Phone (main)"). */
const TRAILING_WORDS = /\s*(?:-\s*|\()(?:value|work|primary|main|business)\)?$/i;
/** Google's contacts number their fields: "Phone 1 - Value". */
const FIRST_OF_SEVERAL = /\s1\s+-\s+/;

/** Names of an API: MailingStreet. */
const CAMEL_EDGE = /([a-z])([A-Z])/g;

/** The header without words that only say where the field came from; as it is when there are none. */
export function stripSourceWords(header: string, kind: ObjectKind): string {
  const spaced = header.trim().replace(CAMEL_EDGE, '$1 $2');
  const plain = spaced.replace(FIRST_OF_SEVERAL, ' - ').replace(TRAILING_WORDS, '');
  const prefix = new RegExp(`^(?:${SOURCE_WORDS[kind]})(?:[\\s_]*[-:.>/]\\s*|[\\s_]+)(?=\\S)`, 'i');
  return plain.replace(prefix, '').replace(/^(?:address|organization)\s+-\s+(?!name$|title$)/i, '');
}
