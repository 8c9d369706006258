import { describe, expect, it } from 'vitest';
import { makeResult } from '../testing/bodies.ts';
import { makeSent, makeTarget } from '../testing/outcomes.ts';
import { makeProperties, makeProperty } from '../testing/properties.ts';
import { findDifferences } from './written-record.ts';

const target = makeTarget({
  properties: makeProperties(
    makeProperty('stage'),
    makeProperty('amount', { type: 'number' }),
    makeProperty('tags', { type: 'enumeration', fieldType: 'checkbox' }),
  ),
});

function differ(
  sent: Readonly<Record<string, string>>,
  stored: Readonly<Record<string, string | null>>,
): readonly string[] {
  const found = findDifferences(
    makeSent(0, { properties: sent }),
    makeResult('5', { properties: stored }),
    target,
  );
  return found.map(({ property }) => property);
}

describe('findDifferences', () => {
  it.each([
    ['another value', { stage: 'lead' }, { stage: 'customer' }, ['stage']],
    ['the same number in another spelling', { amount: '1e3' }, { amount: '1000.0' }, []],
    ['appended options', { tags: ';c' }, { tags: 'a;b;c' }, []],
    ['options that were not appended', { tags: ';c' }, { tags: 'a;b' }, ['tags']],
    ['a property the answer leaves out', { stage: 'lead' }, {}, []],
    ['a property the answer has as null', { stage: 'lead' }, { stage: null }, []],
    ['a property nobody knows', { other: 'x' }, { other: 'y' }, []],
    ['an emptied value', { stage: 'lead' }, { stage: '' }, ['stage']],
  ])('judges %s', (...[, sent, stored, expected]) => {
    expect(differ(sent, stored)).toEqual(expected);
  });
});
