import type { EntryError } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { shortenEntryError } from './shorten-error.ts';

function entryOf(message: string): EntryError {
  return {
    status: 'error',
    category: 'VALIDATION_ERROR',
    message,
    context: { objectWriteTraceId: ['t1'] },
    errors: [],
  };
}

const options = Array.from({ length: 500 }, (_, index) => `Country ${index}`).join(', ');
const refusedValue = {
  isValid: false,
  message: `Atlantis was not one of the allowed options: [${options}]`,
  error: 'INVALID_OPTION',
  name: 'country',
  localizedErrorMessage: `Atlantis was not one of the allowed options: [${options}]`,
  portalId: 12345,
};

describe('shortenEntryError', () => {
  it('leaves short messages alone', () => {
    const entry = entryOf('Property values were not valid: [{"name":"a","localizedErrorMessage":"b"}]');
    expect(shortenEntryError(entry)).toEqual(entry);
  });

  it('cuts a long sentence', () => {
    expect(shortenEntryError(entryOf('x'.repeat(5000))).message).toBe(`${'x'.repeat(500)}…`);
  });

  it('cuts the sentences inside a list of refused values, which stays a list', () => {
    const { message } = shortenEntryError(
      entryOf(`Property values were not valid: ${JSON.stringify([refusedValue])}`),
    );
    const list: unknown = JSON.parse(message.replace('Property values were not valid: ', ''));
    expect(list).toEqual([
      {
        isValid: false,
        message: `${refusedValue.message.slice(0, 500)}…`,
        error: 'INVALID_OPTION',
        name: 'country',
        portalId: 12345,
      },
    ]);
  });

  it('cuts a long refused value', () => {
    const value = { name: 'notes', message: 'too long', propertyValue: 'y'.repeat(70_000) };
    const { message } = shortenEntryError(
      entryOf(`Property values were not valid: ${JSON.stringify([value])}`),
    );
    expect(message.length).toBeLessThan(1000);
    expect(message).toContain('"name":"notes"');
  });

  it.each(['[{"name":', '{"no":"list"}', '[1,2]'])('cuts a list it cannot read, such as %s', (text) => {
    const { message } = shortenEntryError(
      entryOf(`Property values were not valid: ${text}${' '.repeat(600)}`),
    );
    expect(message).toHaveLength(501);
  });

  it('cuts the sentences of details', () => {
    const detail = {
      message: 'z'.repeat(900),
      code: 'INVALID_OPTION',
      context: { propertyName: ['country'] },
    };
    expect(shortenEntryError({ ...entryOf('no'), errors: [detail] }).errors).toEqual([
      { ...detail, message: `${'z'.repeat(500)}…` },
    ]);
  });
});
