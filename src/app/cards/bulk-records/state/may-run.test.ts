import { describe, expect, it } from 'vitest';
import { mayRun } from './may-run.ts';

const ADA = {
  id: 42,
  email: 'Ada@example.org',
  emails: ['ada@example.org', 'ada@other.example.org'],
  teams: [{ id: 7, name: 'Sales Ops' }],
};

describe('who may run', () => {
  it.each([undefined, ''])('is everybody without a setting (%j)', (setting) => {
    expect(mayRun(setting, ADA)).toBe(true);
  });

  it.each([
    '42',
    42,
    'ada@example.org',
    ' ADA@OTHER.example.org ',
    'team:7',
    'team:sales ops',
    'Team: Sales Ops',
    'ben@example.org, team:7',
  ])('are those it names by id, address or team: %j', (setting) => {
    expect(mayRun(setting, ADA)).toBe(true);
  });

  it.each(['7', '4', 'ben@example.org', 'team:42', 'team:Sales', 'Sales Ops', ',', ' '])(
    'is nobody else: %j',
    (setting) => {
      expect(mayRun(setting, ADA)).toBe(false);
    },
  );

  it.each([true, null, {}])('is nobody where the setting cannot be read: %j', (setting) => {
    expect(mayRun(setting, ADA)).toBe(false);
  });

  it('asks only the address and the id of a user whose teams are not told', () => {
    expect(mayRun('team:7', { id: 42, email: 'ada@example.org' })).toBe(false);
    expect(mayRun('42', { id: 42, email: 'ada@example.org' })).toBe(true);
  });
});
