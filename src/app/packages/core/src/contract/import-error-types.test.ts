import { describe, expect, it } from 'vitest';
import { KNOWN_ERROR_TYPES, reachOf } from './import-error-types.ts';

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
});
