import { RUN_JOURNAL } from '@bulk-records/core';
import { expect, it, vi } from 'vitest';
import { FakeJournal } from '../testing/fake-journal.ts';
import { serverlessOf, type FakeFunctions } from '../testing/fake-functions.ts';
import { makeRunKeeper } from './run-keeper.ts';

/** What the pacer hears of one call: so many were expected, so many made. */
async function heardOf(functions: FakeFunctions): Promise<readonly string[]> {
  vi.stubGlobal('self', { serverless: vi.fn(serverlessOf(functions)) });
  const heard: string[] = [];
  const pacer = {
    beginAside: (expected: number) => {
      heard.push(`expected ${String(expected)}`);
      return (requests: number) => heard.push(`made ${String(requests)}`);
    },
  };
  await makeRunKeeper(30, pacer).list(null);
  return heard;
}

it.each([
  ['as many as the function tells', { [RUN_JOURNAL]: new FakeJournal().answer }, 2],
  ['as many as expected where nobody tells', {}, 4],
])('the journal’s requests count as the card’s own: %s', async (_, functions, made) => {
  expect(await heardOf(functions)).toEqual(['expected 4', `made ${String(made)}`]);
});
