import * as v from 'valibot';

/** A text in base64 of at most so many letters. */
export function base64Schema(maxLength: number) {
  return v.pipe(v.string(), v.maxLength(maxLength), v.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'expected base64'));
}
