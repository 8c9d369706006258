import { readText } from '@bulk-records/core';
import { describe, expect, it } from 'vitest';
import { HOSTILE_KINDS, makeHostileText } from './make-hostile-text.ts';
import { makeText, TEXT_KINDS } from './make-text.ts';
import { makePortal } from './portal/make-portal.ts';
import { findTargets, makeDrafts, readDrafts, readTable } from './read-drafts.ts';

describe('makeText', () => {
  it.each(TEXT_KINDS)('gives the same %s for the same seed and another for another', (kind) => {
    const plan = { kind, rowCount: 20, seed: 1 };
    expect(makeText(plan)).toBe(makeText(plan));
    expect(makeText(plan)).not.toBe(makeText({ ...plan, seed: 2 }));
  });

  it.each(TEXT_KINDS)('makes %s that reads as ten columns and all its rows, without an issue', (kind) => {
    const reading = readText(makeText({ kind, rowCount: 200, seed: 1 }));
    if (reading.kind !== 'table') throw new Error('The text is unreadable');
    expect(reading.table.columns).toHaveLength(10);
    expect(reading.table.rows).toHaveLength(200);
    expect(reading.issues).toEqual([]);
  });

  it.each(TEXT_KINDS)('makes %s whose every column is mapped and whose every cell fits', (kind) => {
    const properties = makePortal('contacts');
    const table = readTable(makeText({ kind, rowCount: 200, seed: 1 }));
    const targets = findTargets(table, properties);
    expect(targets).toHaveLength(10);
    expect(makeDrafts(table, targets).flatMap(({ issues }) => issues)).toEqual([]);
  });

  it('makes wide text of twenty columns that are all mapped and fit', () => {
    const table = readTable(makeText({ kind: 'simple CSV', rowCount: 200, seed: 1, isWide: true }));
    const targets = findTargets(table, makePortal('contacts'));
    expect([table.columns.length, targets.length]).toEqual([20, 20]);
    expect(makeDrafts(table, targets).flatMap(({ issues }) => issues)).toEqual([]);
  });

  it('puts quotes, delimiters and line ends inside quoted cells', () => {
    const { rows } = readTable(makeText({ kind: 'quoted CSV', rowCount: 1, seed: 1 }));
    expect(rows[0]?.cells[3]).toMatch(/^\S+ "\S+", Ltd$/);
    expect(rows[0]?.cells[9]).toContain('\r\n');
  });

  it('puts characters of several bytes into multi-byte text', () => {
    const text = makeText({ kind: 'multi-byte CSV', rowCount: 50, seed: 1 });
    expect(new TextEncoder().encode(text).length).toBeGreaterThan(text.length + 100);
  });
});

describe('makeHostileText', () => {
  it.each(HOSTILE_KINDS)('makes exactly as much of %s as was asked for', (kind) => {
    expect(makeHostileText(kind, 12_345)).toHaveLength(12_345);
  });
});

describe('readDrafts', () => {
  it('makes a draft of every row of a file', () => {
    const bytes = new TextEncoder().encode(
      'Email;First Name\nclara@example.org;Clara\njonas@example.org;Jonas\n',
    );
    const drafts = readDrafts(bytes, makePortal('contacts'));
    expect(drafts.map(({ key, properties }) => [key, properties])).toEqual([
      ['clara@example.org', { firstname: 'Clara' }],
      ['jonas@example.org', { firstname: 'Jonas' }],
    ]);
  });
});
