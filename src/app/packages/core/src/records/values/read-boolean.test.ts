import { describe, expect, it } from 'vitest';
import { makeProperty } from '../../testing/properties.ts';
import { readCell, tell, YES_NO } from './testing/read-column.ts';

const FLAG = makeProperty('flag', {
  type: 'enumeration',
  fieldType: 'booleancheckbox',
  options: [
    { value: 'true', label: 'Opted in', hidden: false },
    { value: 'false', label: 'No thanks', hidden: false },
  ],
});

describe('yes or no', () => {
  it.each([
    ...['true', 'TRUE', ' True ', 'yes', 'Yes', 'y', 'Y', '1', '1.0', '-1', 'x', 'X', 't', 'on', 'checked'],
    ...['ja', 'Ja', 'J', 'wahr', 'WAHR', 'oui', 'vrai', 'sí', 'SÍ', 'sì', 'si', 'verdadero', 'vero', 'sim'],
    ...['sand', 'tak', '✓', '✔', '☑', '✅', 'はい'],
  ])('%s is true', (raw) => {
    expect(tell(readCell(YES_NO, raw))).toBe('true');
  });

  it.each([
    ...['false', 'FALSE', ' False ', 'no', 'No', 'n', '0', '0.0', 'f', 'off', 'unchecked', 'nein', 'Nein'],
    ...['falsch', 'FALSCH', 'non', 'faux', 'falso', 'não', 'nao', 'nee', 'nej', 'nei', 'nie', 'fałsz'],
    ...['✗', '☐', '❌', 'いいえ'],
  ])('%s is false', (raw) => {
    expect(tell(readCell(YES_NO, raw))).toBe('false');
  });

  it.each([
    ['English', 'yes', 'no'],
    ['German', 'Ja', 'Nein'],
    ['Spanish', 'Sí', 'No'],
    ['French', 'Oui', 'Non'],
    ['Portuguese', 'Sim', 'Não'],
    ['Japanese', 'はい', 'いいえ'],
    ['Chinese', '是', '否'],
    ['Finnish', 'Kyllä', 'Ei'],
  ])('is said in %s', (_, yes, no) => {
    const spellings = [yes, yes.toUpperCase(), yes.normalize('NFD'), ` ${yes}\u00a0`];
    expect(spellings.map((raw) => tell(readCell(YES_NO, raw)))).toEqual(spellings.map(() => 'true'));
    expect(tell(readCell(YES_NO, no.toUpperCase()))).toBe('false');
    expect(tell(readCell(YES_NO, no.normalize('NFD')))).toBe('false');
  });

  it.each(['maybe', '2', '-', '01', '+1', '10', 'yess', 'n/a', 'null', 'jain', 'x x', '#N/A'])(
    '%s is neither',
    (raw) => {
      expect(tell(readCell(YES_NO, raw))).toBe('(not-a-boolean)');
    },
  );

  it('may be the property’s own label', () => {
    expect(tell(readCell(FLAG, 'opted IN'))).toBe('true');
    expect(tell(readCell(FLAG, 'No, thanks'))).toBe('false');
    expect(tell(readCell(FLAG, 'ja'))).toBe('true');
  });
});
