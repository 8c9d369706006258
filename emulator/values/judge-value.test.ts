import { describe, expect, it } from 'vitest';
import { defaultBehaviour } from '../behaviour.ts';
import { openPortal } from '../store/portal.ts';
import { found } from '../testing/portal-desk.ts';
import { buildWorld } from '../world/build-world.ts';
import { judgeValue } from './judge-value.ts';
import type { ValueScene } from './judge-value.ts';

const portal = openPortal(buildWorld({ name: 'default', seed: 1, portalId: 1 }), 1, {
  recordsMaxMs: 0,
  filesMaxMs: 0,
});

function sceneOf(type: string, more: Partial<ValueScene> = {}): ValueScene {
  return {
    store: found(portal.findType(type)),
    owners: portal.owners,
    version: 'v3',
    behaviour: defaultBehaviour,
    current: undefined,
    given: {},
    ...more,
  };
}

function recordWith(type: string, properties: Readonly<Record<string, string>>) {
  const record = found(found(portal.findType(type)).records.all()[0]);
  return { ...record, properties };
}

describe('a value', () => {
  it.each([
    ['contacts', 'nope', 'x', 'PROPERTY_DOESNT_EXIST', 'Property "nope" does not exist'],
    [
      'contacts',
      'hs_object_id',
      '1',
      'READ_ONLY_VALUE',
      '"hs_object_id" is a calculated property; its value cannot be set.',
    ],
    ['contacts', 'email', 'a@b.badtld', 'INVALID_EMAIL', 'Email address a@b.badtld is invalid'],
    [
      'contacts',
      'membership_level',
      'Gold',
      'INVALID_OPTION',
      'Gold was not one of the allowed options: [lvl_1, lvl_2, lvl_3, lvl_x]',
    ],
    [
      'contacts',
      'membership_level',
      'LVL_1',
      'INVALID_OPTION',
      'LVL_1 was not one of the allowed options: [lvl_1, lvl_2, lvl_3, lvl_x]',
    ],
    [
      'contacts',
      'interests',
      'solar;Wind',
      'INVALID_OPTION',
      'Wind was not one of the allowed options: [solar, wind, hydro, heat_pumps, storage]',
    ],
    [
      'contacts',
      'newsletter_opt_in',
      'yes',
      'INVALID_OPTION',
      'yes was not one of the allowed options: [true, false]',
    ],
    [
      'contacts',
      'newsletter_opt_in',
      'TRUE',
      'INVALID_OPTION',
      'TRUE was not one of the allowed options: [true, false]',
    ],
    ['contacts', 'loyalty_points', '1,5', 'INVALID_NUMBER', '1,5 was not a valid number'],
    [
      'contacts',
      'hubspot_owner_id',
      'Anna',
      'INVALID_INTEGER',
      'Anna was not a valid integer (for owner ID).',
    ],
    [
      'contacts',
      'hubspot_owner_id',
      '29947847357121',
      'INVALID_INTEGER',
      '29947847357121 was not a valid integer (for owner ID).',
    ],
    [
      'deals',
      'pipeline',
      'Sales Pipeline',
      'INVALID_OPTION',
      'Sales Pipeline was not one of the allowed options: [default, 81510001]',
    ],
    [
      'deals',
      'amount_in_home_currency',
      '5',
      'READ_ONLY_VALUE',
      '"amount_in_home_currency" is a calculated property; its value cannot be set.',
    ],
  ])('of %s.%s cannot be %s', (...[type, name, raw, code, message]) => {
    expect(judgeValue(name, raw, sceneOf(type))).toMatchObject({
      kind: 'rejected',
      issue: { propertyName: name, code, message },
    });
  });

  it.each([
    ['contacts', 'city', '  keeps spaces  '],
    ['contacts', 'zip', '01067'],
    ['contacts', 'phone', '+49 30 5550000'],
    ['contacts', 'membership_level', 'lvl_x'],
    ['contacts', 'newsletter_opt_in', 'false'],
    ['contacts', 'hubspot_owner_id', '41000102'],
    ['contacts', 'city', ''],
    ['contacts', 'city', 'x'.repeat(65_536)],
    ['deals', 'pipeline', '81510001'],
    ['deals', 'dealstage', 'closedwon'],
  ])('of %s.%s is stored as sent', (type, name, raw) => {
    expect(judgeValue(name, raw, sceneOf(type))).toEqual({ kind: 'accepted', value: raw });
  });

  it('longer than 65,536 characters is refused', () => {
    const verdict = judgeValue('city', 'x'.repeat(65_537), sceneOf('contacts'));
    expect(verdict).toMatchObject({ kind: 'rejected', issue: { code: 'INVALID_LENGTH' } });
  });

  it('of an owner who has left is refused', () => {
    const verdict = judgeValue('hubspot_owner_id', '41000108', sceneOf('contacts'));
    expect(verdict).toMatchObject({ issue: { code: 'INVALID_OPTION' } });
  });
});

describe('a stage', () => {
  it('belongs to the pipeline sent with it', () => {
    const scene = sceneOf('deals', { given: { pipeline: '81510001' } });
    expect(judgeValue('dealstage', '150720001', scene).kind).toBe('accepted');
    expect(judgeValue('dealstage', 'closedwon', scene).kind).toBe('rejected');
  });

  it('belongs to the pipeline the record is in', () => {
    const scene = sceneOf('deals', { current: recordWith('deals', { pipeline: '81510001' }) });
    expect(judgeValue('dealstage', '150720003', scene).kind).toBe('accepted');
  });

  it('belongs to the first pipeline when none is known', () => {
    expect(judgeValue('dealstage', '150720001', sceneOf('deals')).kind).toBe('rejected');
  });

  it('of an unknown pipeline is refused', () => {
    const scene = sceneOf('deals', { given: { pipeline: 'none' } });
    expect(judgeValue('dealstage', 'closedwon', scene).kind).toBe('rejected');
  });
});

describe('a multi-checkbox', () => {
  const current = recordWith('contacts', { interests: 'solar;wind' });

  it.each([
    ['hydro', 'hydro'],
    ['hydro;solar', 'hydro;solar'],
    [';hydro', 'solar;wind;hydro'],
    [';wind;storage', 'solar;wind;storage'],
    ['hydro;hydro', 'hydro'],
  ])('of solar;wind becomes, by %s, %s', (raw, stored) => {
    expect(judgeValue('interests', raw, sceneOf('contacts', { current }))).toEqual({
      kind: 'accepted',
      value: stored,
    });
  });

  it('appends to nothing where the record has none', () => {
    expect(judgeValue('interests', ';solar', sceneOf('contacts'))).toMatchObject({ value: 'solar' });
  });
});

describe('the life cycle', () => {
  it.each([
    ['lead', 'customer', 'accepted'],
    ['customer', 'customer', 'accepted'],
    ['customer', 'lead', 'ignored'],
    ['customer', 'subscriber', 'ignored'],
    ['customer', '', 'accepted'],
    ['customer', 'Lead', 'rejected'],
  ])('from %s to %s is %s', (before, wanted, kind) => {
    const current = recordWith('contacts', { lifecyclestage: before });
    expect(judgeValue('lifecyclestage', wanted, sceneOf('contacts', { current })).kind).toBe(kind);
  });
});
