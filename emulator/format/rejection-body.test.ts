import { describe, expect, it } from 'vitest';
import type { Rejection } from '../writes/rejection.ts';
import { wordRefusal, wordRejection } from './rejection-body.ts';

const unknown = {
  propertyName: 'nope',
  code: 'PROPERTY_DOESNT_EXIST',
  message: 'Property "nope" does not exist',
};
const badMail = {
  propertyName: 'email',
  code: 'INVALID_EMAIL',
  message: 'Email address x is invalid',
  value: 'x',
};
const invalid: Rejection = { kind: 'invalid-values', issues: [unknown] };
const conflict: Rejection = { kind: 'contact-exists', existingId: '12' };
const taken: Rejection = {
  kind: 'value-taken',
  status: 400,
  objectTypeName: 'COMPANY',
  propertyName: 'erp_id',
  value: '7',
  recordId: '1',
  holderId: '2',
};

describe('a rejection', () => {
  it.each<readonly [Rejection, number, string, string]>([
    [conflict, 409, 'CONFLICT', 'Contact already exists. Existing ID: 12'],
    [{ kind: 'contact-exists', existingId: undefined }, 409, 'CONFLICT', 'Contact already exists'],
    [
      taken,
      400,
      'VALIDATION_ERROR',
      'Cannot set PropertyValueCoordinates{portalId=9, objectTypeId=ObjectTypeId{legacyObjectType=COMPANY}, ' +
        'propertyName=erp_id, value=7} on 1. 2 already has that value.',
    ],
    [
      { kind: 'missing-on-create', objectName: 'DEAL', propertyNames: ['dealname'] },
      400,
      'VALIDATION_ERROR',
      'Error creating DEAL. Some required properties were not set.',
    ],
    [
      { kind: 'missing-by-rule', issues: [unknown] },
      400,
      'VALIDATION_ERROR',
      'The property values provided are invalid',
    ],
    [
      { kind: 'no-properties' },
      400,
      'VALIDATION_ERROR',
      'No properties found to update, please provide at least one.',
    ],
    [{ kind: 'invalid-association', message: 'No link', objectIds: [] }, 400, 'VALIDATION_ERROR', 'No link'],
  ])('%j reads as HubSpot words it', (...[rejection, status, category, message]) => {
    expect(wordRejection(rejection, 9)).toMatchObject({ status, category, message });
  });

  it('of values carries each of them twice: in the message and as a detail', () => {
    const worded = wordRejection({ kind: 'invalid-values', issues: [unknown, badMail] }, 9);
    expect(JSON.parse(worded.message.slice(worded.message.indexOf('[')))).toEqual([
      {
        isValid: false,
        message: unknown.message,
        error: unknown.code,
        name: 'nope',
        localizedErrorMessage: unknown.message,
        portalId: 9,
      },
      {
        isValid: false,
        message: badMail.message,
        error: badMail.code,
        name: 'email',
        propertyValue: 'x',
        localizedErrorMessage: badMail.message,
        portalId: 9,
      },
    ]);
    expect(worded.errors).toEqual([
      { message: unknown.message, code: unknown.code, context: { propertyName: ['nope'] } },
      { message: badMail.message, code: badMail.code, context: { propertyName: ['email'] } },
    ]);
  });
});

describe('the refusal of a whole request', () => {
  it('joins the bad values of all rows', () => {
    const { refusal } = wordRefusal([invalid, { kind: 'invalid-values', issues: [badMail] }], 9);
    expect(refusal.errors).toHaveLength(2);
  });

  it('prefers bad values to whatever came first', () => {
    expect(wordRefusal([conflict, invalid], 9).status).toBe(400);
  });

  it('names only the first of other reasons', () => {
    const { status, refusal } = wordRefusal([conflict, taken], 9);
    expect([status, refusal.message]).toEqual([409, 'Contact already exists. Existing ID: 12']);
  });

  it('keeps the id of a conflict out of a context', () => {
    expect(wordRefusal([conflict], 9).refusal).not.toHaveProperty('context');
  });

  it('names the ids of invalid associations', () => {
    const { refusal } = wordRefusal([{ kind: 'invalid-association', message: 'm', objectIds: ['5'] }], 9);
    expect(refusal.context).toEqual({ INVALID_OBJECT_IDS: ['5'] });
  });
});
