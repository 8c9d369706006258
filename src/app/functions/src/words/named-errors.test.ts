import { LANGUAGES } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { NAMED_ERRORS } from './named-errors.ts';
import { wordsIn } from './words-in.ts';

describe('the names of errors', () => {
  it.each(LANGUAGES)('all have words in %s, and no words are left over', (language) => {
    const named = Object.values(NAMED_ERRORS).flatMap(({ name }) => [
      `error.${name}.found`,
      `error.${name}.next`,
    ]);
    const written = Object.keys(wordsIn(language).messages).filter((key) => /^error\..+\./.test(key));
    expect([...new Set(named)].sort()).toEqual(written.sort());
  });

  it.each([
    ['INVALID_EMAIL', { about: 'cell', name: 'INVALID_EMAIL' }],
    ['EMAIL', { about: 'cell', name: 'INVALID_EMAIL' }],
    ['RATE_LIMIT', { about: 'row', name: 'RATE_LIMITS' }],
  ])('%s goes by its own or by that of what means the same', (code, named) => {
    expect(NAMED_ERRORS[code]).toEqual(named);
  });

  it('have nothing of a code nobody has met', () => {
    expect(NAMED_ERRORS['SOMETHING_NEW']).toBeUndefined();
  });
});
