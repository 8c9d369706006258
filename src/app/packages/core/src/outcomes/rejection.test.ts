import { describe, expect, it } from 'vitest';
import { makeEntry, makeRequestError } from '../testing/bodies.ts';
import { findExistingId, isConflict, readRejection } from './rejection.ts';

const inMessage = (problems: readonly object[]): string =>
  `Property values were not valid: ${JSON.stringify(problems)}`;
const missing = {
  isValid: false,
  message: 'Property "x" does not exist',
  error: 'PROPERTY_DOESNT_EXIST',
  name: 'x',
};
const taken =
  'Cannot set PropertyValueCoordinates{portalId=1, objectTypeId=ObjectTypeId{legacyObjectType=CONTACT}, ' +
  'propertyName=customer_number, value=7} on 111. 222 already has that value.';

describe('readRejection', () => {
  it('reads nested errors', () => {
    const error = {
      message: 'no',
      errors: [{ message: 'm', code: 'INVALID_EMAIL', context: { propertyName: ['email'] } }],
    };
    expect(readRejection(makeEntry(error)).values).toEqual([
      { code: 'INVALID_EMAIL', property: 'email', message: 'm' },
    ]);
  });

  it('reads the JSON inside the message', () => {
    expect(readRejection(makeEntry({ message: inMessage([missing]) }))).toMatchObject({
      message: 'Property values were not valid',
      values: [{ code: 'PROPERTY_DOESNT_EXIST', property: 'x', message: 'Property "x" does not exist' }],
    });
  });

  it('tells once what stands in both', () => {
    const errors = [{ message: missing.message, code: missing.error, context: { propertyName: ['x'] } }];
    expect(readRejection(makeEntry({ message: inMessage([missing]), errors })).values).toHaveLength(1);
  });

  it('completes one telling by the other', () => {
    const errors = [{ message: missing.message, code: missing.error }];
    expect(readRejection(makeEntry({ message: inMessage([missing]), errors })).values).toEqual([
      { code: missing.error, property: 'x', message: missing.message },
    ]);
  });

  it('keeps two problems of one property apart', () => {
    const values = readRejection(
      makeEntry({ message: inMessage([missing, { ...missing, message: 'other' }]) }),
    ).values;
    expect(values.map(({ message }) => message)).toEqual([missing.message, 'other']);
  });

  it('reads the JSON inside a nested message', () => {
    const error = { message: 'first', errors: [{ message: inMessage([missing]) }] };
    expect(readRejection(makeEntry(error)).values).toMatchObject([{ property: 'x' }]);
  });

  it('keeps a message whose JSON is broken', () => {
    const message = 'Property values were not valid: [{"isValid":]';
    expect(readRejection(makeEntry({ message }))).toMatchObject({ message, values: [] });
  });

  it('names required properties that stand in the context only', () => {
    const error = {
      message: 'Error creating TICKET. Some required properties were not set.',
      context: { properties: ['subject', 'a'] },
    };
    expect(readRejection(makeEntry(error)).values.map(({ property }) => property)).toEqual(['subject', 'a']);
  });

  it('keeps category and correlation id', () => {
    const error = makeRequestError({ category: 'VALIDATION_ERROR', correlationId: 'c1', message: 'no' });
    expect(readRejection(error)).toMatchObject({
      category: 'VALIDATION_ERROR',
      correlationId: 'c1',
      message: 'no',
    });
  });

  it('makes something of an error that says nothing', () => {
    expect(readRejection(makeEntry({}))).toEqual({
      category: null,
      message: '',
      values: [],
      correlationId: null,
    });
  });
});

describe('findExistingId', () => {
  it.each([
    ['the context', { context: { existingId: ['5'] }, message: 'Existing ID: 6' }, '5'],
    ['the message', { message: 'Contact already exists. Existing ID: 37765128953' }, '37765128953'],
    ['the holder, not the record written to', { message: taken }, '222'],
    ['the JSON inside the message', { message: inMessage([{ ...missing, message: taken }]) }, '222'],
    ['a nested error', { message: 'no', errors: [{ message: taken }] }, '222'],
    ['nothing', { message: 'Contact already exists' }, null],
  ])('takes it from %s', (_, error, id) => {
    expect(findExistingId(makeEntry(error))).toBe(id);
  });
});

describe('isConflict', () => {
  it.each([
    [{ category: 'CONFLICT' }, true],
    [{ category: 'OBJECT_ALREADY_EXISTS' }, true],
    [{ category: 'VALIDATION_ERROR', message: taken }, true],
    [{ category: 'VALIDATION_ERROR', message: 'no', errors: [{ message: taken }] }, true],
    [{ category: 'VALIDATION_ERROR', errors: [{ message: 'm', code: 'CONFLICTING_UNIQUE_VALUE' }] }, true],
    [
      {
        category: 'VALIDATION_ERROR',
        message: inMessage([{ ...missing, error: 'CONFLICTING_UNIQUE_VALUE' }]),
      },
      true,
    ],
    [{ category: 'VALIDATION_ERROR', message: inMessage([missing]) }, false],
    [{ category: 'OBJECT_NOT_FOUND' }, false],
  ])('of %j is %s', (error, expected) => {
    expect(isConflict(makeEntry(error))).toBe(expected);
  });
});
