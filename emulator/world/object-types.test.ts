import { describe, expect, it } from 'vitest';
import { found } from '../testing/portal-desk.ts';
import { defineObjectTypes } from './object-types.ts';

const types = defineObjectTypes(99);
const typeOf = (plural: string) => found(types.find((type) => type.plural === plural));

describe('object types', () => {
  it.each([
    ['contacts', '0-1', 'CONTACT'],
    ['companies', '0-2', 'COMPANY'],
    ['deals', '0-3', 'DEAL'],
    ['tickets', '0-5', 'TICKET'],
    ['products', '0-7', 'PRODUCT'],
    ['line_items', '0-8', 'LINE_ITEM'],
    ['quotes', '0-14', 'QUOTE'],
    ['tasks', '0-27', 'TASK'],
    ['notes', '0-46', 'NOTE'],
    ['meetings', '0-47', 'MEETING'],
    ['calls', '0-48', 'CALL'],
    ['emails', '0-49', 'EMAIL'],
    ['subscriptions', '0-69', 'SUBSCRIPTION'],
    ['leads', '0-136', 'LEAD'],
    ['machines', '2-31415926', 'p99_machine'],
    ['branches', '2-27182818', 'p99_branch'],
  ])('include %s as %s, %s', (...[plural, id, fullyQualifiedName]) => {
    expect(typeOf(plural)).toMatchObject({ id, fullyQualifiedName, isCustom: id.startsWith('2-') });
  });

  it('list one of two alternatives as required and accept either', () => {
    expect(typeOf('companies')).toMatchObject({
      requiredProperties: ['name'],
      neededOnCreate: [['name', 'domain']],
    });
  });

  it('list the subject of a ticket as required and do not insist', () => {
    expect(typeOf('tickets')).toMatchObject({
      requiredProperties: ['subject', 'hs_pipeline_stage'],
      neededOnCreate: [['hs_pipeline_stage']],
    });
  });

  it('know their dates and stages', () => {
    expect(typeOf('contacts')).toMatchObject({ modifiedDateProperty: 'lastmodifieddate' });
    expect(typeOf('machines')).toMatchObject({ createdDateProperty: 'hs_createdate' });
    expect(typeOf('deals').stages).toEqual({ pipeline: 'pipeline', stage: 'dealstage' });
    expect(typeOf('products')).not.toHaveProperty('stages');
  });
});
