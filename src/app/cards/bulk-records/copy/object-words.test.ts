import { afterEach, expect, test } from 'vitest';
import { STANDARD_OBJECT_TYPES } from '@bulk-records/core';
import { wordsIn } from '../../../functions/src/words/words-in.ts';
import { nameOfObject, nameOfOne } from './object-words.ts';
import { speak } from './say.ts';

afterEach(() => {
  speak('en', wordsIn('en'), 'en');
});

test.each(STANDARD_OBJECT_TYPES)('$objectType is called $pluralLabel', ({ objectType, pluralLabel }) => {
  expect(nameOfObject(objectType, 'not this')).toBe(pluralLabel);
});

test.each(STANDARD_OBJECT_TYPES)(
  'one of $pluralLabel is called $singularLabel',
  ({ objectType, singularLabel }) => {
    expect(nameOfOne(objectType)).toBe(singularLabel.toLowerCase());
  },
);

test('one record is called as the language calls it, and of an object of the portal just a record', () => {
  expect(nameOfOne('p_boats')).toBe('record');
  speak('fr', wordsIn('fr'), 'fr');
  expect([nameOfOne('companies'), nameOfOne('p_boats')]).toEqual(['entreprise', 'fiche']);
});

test('an object of HubSpot’s own is called as the language calls it', () => {
  speak('de', wordsIn('de'), 'de');
  expect(nameOfObject('contacts', 'Contacts')).toBe('Kontakte');
});

test('an object of the portal is called as the portal calls it', () => {
  expect(nameOfObject('p_boats', 'Boats')).toBe('Boats');
  expect(nameOfObject('p_boats')).toBe('p_boats');
});
