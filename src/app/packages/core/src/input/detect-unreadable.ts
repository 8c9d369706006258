import type { UnreadableInput } from './input-issue.ts';

const SAMPLE_LENGTH = 65_536;
/** Text has next to no control characters; a file read as text has them, or U+FFFD, everywhere. */
const MAX_NOISE_SHARE = 0.05;
const NOISE = /[^\P{Cc}\t\n\r]|\ufffd/gu;

/** Recognises what cannot hold records at all: a binary file as text, a web page, an RTF document. */
export function detectUnreadable(text: string): UnreadableInput | undefined {
  const sample = text.slice(0, SAMPLE_LENGTH);
  if (sample.startsWith('PK\u0003\u0004')) return { code: 'binary', found: 'zip' };
  if (sample.startsWith('%PDF-')) return { code: 'binary', found: 'pdf' };
  const noise = sample.match(NOISE)?.length ?? 0;
  if (noise / sample.length > MAX_NOISE_SHARE && noise > 3) return { code: 'binary', found: 'unknown' };
  const start = sample.slice(0, 500).trimStart().toLowerCase();
  if (start.startsWith('{\\rtf')) return { code: 'markup', found: 'rtf' };
  if (start.startsWith('<?xml')) return { code: 'markup', found: 'xml' };
  if (/^<(?:!doctype html|html|head|body|table|meta)\b/.test(start)) return { code: 'markup', found: 'html' };
  return undefined;
}
