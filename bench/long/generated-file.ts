import type { ByteSource } from '@bulk-records/core';
import { cpuMs } from './cpu-ms.ts';

const HEADERS = [
  'Email',
  'First Name',
  'Last Name',
  'Company Name',
  'Phone Number',
  'City',
  'Loyalty points',
  'Trade fair date',
  'Lifecycle Stage',
  'Message',
] as const;

const HEADER = `${HEADERS.join(',')}\n`;

/** With its line end. */
const ROW_BYTES = 128;

const NAMES = ['Clara', 'Jonas', 'Priya', 'Vogel', 'Nair', 'Lindqvist', 'Nordwind', 'Harbour', 'Foods'];
const STAGES = ['Lead', 'Customer', 'Opportunity', 'Subscriber'];
const FILLER = ' asked for the new list of prices and to be called back before the end of the month'.repeat(
  2,
);

/** One row in so many has no address; each has another text in its place. */
const WRONG_EVERY = 1000;
/** One row in so many is about the record of a row long before it. */
const REPEATED_EVERY = 500;

/**
 * A CSV file of ten columns that is nowhere: each part of it is made when it is read. Every row takes as many bytes,
 * all of them ASCII. Its texts differ from row to row, as those of people do.
 */
export class GeneratedFile implements ByteSource {
  readonly size: number;
  /** How long making it has taken so far. */
  spentMs = 0;

  constructor(rowCount: number) {
    this.size = HEADER.length + rowCount * ROW_BYTES;
  }

  read(from: number, to: number): Promise<Uint8Array> {
    const startMs = cpuMs();
    const bytes = new TextEncoder().encode(this.textBetween(from, Math.min(to, this.size)));
    this.spentMs += cpuMs() - startMs;
    return Promise.resolve(bytes);
  }

  private textBetween(from: number, to: number): string {
    const start = Math.max(0, from - HEADER.length);
    const end = to - HEADER.length;
    const header = HEADER.slice(from, to);
    if (end <= 0) return header;
    const firstRow = Math.floor(start / ROW_BYTES);
    const rows: string[] = [];
    for (let row = firstRow; row * ROW_BYTES < end; row += 1) rows.push(rowText(row));
    const skipped = start - firstRow * ROW_BYTES;
    return header + rows.join('').slice(skipped, skipped + end - start);
  }
}

function rowText(row: number): string {
  const mixed = Math.imul(row + 1, 0x9e3779b1) >>> 0;
  const pick = (words: readonly string[], turn: number) => words[(mixed >>> turn) % words.length] ?? '';
  const cells = [
    addressOf(row),
    pick(NAMES, 3),
    pick(NAMES, 7),
    `${pick(NAMES, 11)} ${pick(NAMES, 15)}`,
    `+49 40 ${String(1_000_000 + (mixed % 9_000_000))}`,
    pick(NAMES, 19),
    String(mixed % 100_000),
    `20${String(10 + (mixed % 17))}-0${String(1 + (mixed % 9))}-${String(13 + (mixed % 16))}`,
    pick(STAGES, 5),
  ].join(',');
  const message = `,${pick(NAMES, 9)} ${String(mixed)}${FILLER}`;
  return `${(cells + message).slice(0, ROW_BYTES - 1)}\n`;
}

function addressOf(row: number): string {
  if (row % WRONG_EVERY === WRONG_EVERY - 1) return `nobody ${String(row)}`;
  const isRepeated = row % REPEATED_EVERY === REPEATED_EVERY - 2;
  return `person.${String(isRepeated ? Math.floor(row / 2) : row)}@example.org`;
}
