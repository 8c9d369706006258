import { describe, expect, it } from 'vitest';
import { decodeWith } from './json.ts';
import { objectTypeSchema } from './object-type.ts';
import {
  findStandardObjectType,
  isCustomObjectType,
  STANDARD_OBJECT_TYPES,
} from './standard-object-types.ts';

describe('standard object types', () => {
  it.each(['objectType', 'objectTypeId'] as const)('have no %s twice', (field) => {
    const names = STANDARD_OBJECT_TYPES.map((type) => type[field]);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(STANDARD_OBJECT_TYPES)('include $objectType with names that are legal in a path', (type) => {
    expect(decodeWith(objectTypeSchema, type.objectType).ok).toBe(true);
    expect(decodeWith(objectTypeSchema, type.objectTypeId).ok).toBe(true);
  });

  it('are found by name and by type id', () => {
    expect(findStandardObjectType('line_items')?.objectTypeId).toBe('0-8');
    expect(findStandardObjectType('0-8')?.objectType).toBe('line_items');
  });

  it.each(['constructor', '__proto__', 'toString', 'contact', '0-999', ''])('do not include %j', (name) => {
    expect(findStandardObjectType(name)).toBeUndefined();
  });
});

describe('isCustomObjectType', () => {
  it.each([
    ['2-1234567', true],
    ['p1234567_car', true],
    ['0-1', false],
    ['contacts', false],
    ['2-12/../0-1', false],
    ['2-1234567\n', false],
    ['p_car', false],
  ])('says of %j: %s', (name, isCustom) => {
    expect(isCustomObjectType(name)).toBe(isCustom);
  });
});
