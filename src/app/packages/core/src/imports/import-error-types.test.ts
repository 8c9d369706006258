import { describe, expect, it } from 'vitest';
import { CONFLICT_TYPES, KNOWN_ERROR_TYPES, reachOf } from './import-error-types.ts';

describe('the types of import errors', () => {
  it('are all 68 that HubSpot documents, once each', () => {
    expect(KNOWN_ERROR_TYPES).toHaveLength(68);
  });

  it.each([
    ['INVALID_ENUMERATION_OPTION', 'cell'],
    ['CREATE_ONLY_IMPORT', 'row'],
    ['FAILED_TO_CREATE_ASSOCIATION', 'link'],
    ['INVALID_FILE_TYPE', 'file'],
    ['INVALID_EMAIL', 'open'],
    ['SOMETHING_NEW', 'open'],
  ])('%s reaches: %s', (type, reach) => {
    expect(reachOf(type)).toBe(reach);
  });

  it('call a conflict only what is known', () => {
    expect([...CONFLICT_TYPES].filter((type) => !KNOWN_ERROR_TYPES.includes(type))).toEqual([]);
  });
});
