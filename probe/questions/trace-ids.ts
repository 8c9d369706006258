import { describeAnswer } from '../decode-batch-answer.ts';
import type { Question } from '../question.ts';
import { settled } from '../question.ts';
import { fateOf, unexpected } from '../row-fate.ts';
import type { ProbeVersion, TestPortal } from '../test-portal.ts';
import { UnexpectedAnswer } from '../unexpected-answer.ts';
import { BAD, traced, untraced } from './inputs.ts';

async function echoesIn(version: ProbeVersion, portal: TestPortal): Promise<boolean> {
  const given = portal.newContact();
  const target = { version };
  const created = fateOf(await portal.batch('create', { inputs: [traced(given)] }, target));
  const id = created.kind === 'written' ? created.record.id : '';
  const updated = await portal.batch('update', { inputs: [{ id, ...traced({ city: 'Ulm' }) }] }, target);
  const upsert = { id: given.email, idProperty: 'email', ...traced({ city: 'Bonn' }) };
  const upserted = await portal.batch('upsert', { inputs: [upsert] }, target);
  const echoes = [created, fateOf(updated), fateOf(upserted)].map((fate) =>
    fate.kind === 'written' ? fate.record.objectWriteTraceId === 't1' : null,
  );
  const [first, ...others] = echoes;
  if (typeof first !== 'boolean' || others.some((echo) => echo !== first)) {
    throw new UnexpectedAnswer(`${version}: create, update, upsert echo ${echoes.map(String).join(', ')}`);
  }
  return first;
}

const echo: Question = {
  name: 'echo',
  asks: 'Do results carry the objectWriteTraceId of their row?',
  sends: 'in each version a create, an update and an upsert of one contact with a trace id',
  sets: ['echoesTraceId'],
  settle: async (portal) => {
    const echoesTraceId = {
      v3: await echoesIn('v3', portal),
      '2025-09': await echoesIn('2025-09', portal),
      '2026-03': await echoesIn('2026-03', portal),
      '2026-09': await echoesIn('2026-09', portal),
    };
    const words = Object.entries(echoesTraceId).map(([version, does]) => `${version} ${does ? 'yes' : 'no'}`);
    return settled(`The trace id comes back: ${words.join(', ')}.`, { echoesTraceId });
  },
};

const mixed: Question = {
  name: 'mixed-trace-ids',
  asks: 'What becomes of a batch in which only some rows have a trace id?',
  sends: 'a create of two good contacts, one with a trace id; then one with a trace id and a bad one without',
  sets: ['mixedTraceIds'],
  settle: async (portal) => {
    const good = await portal.batch('create', {
      inputs: [traced(portal.newContact()), untraced(portal.newContact())],
    });
    if (good.kind === 'refused' && good.status === 400) {
      return settled(`Even good rows are refused: ${describeAnswer(good)}.`, { mixedTraceIds: 'reject' });
    }
    if (good.kind !== 'answered' || good.results.length !== 2) throw unexpected(good);
    const bad = await portal.batch('create', {
      inputs: [traced(portal.newContact()), untraced({ ...portal.newContact(), ...BAD })],
    });
    if (bad.kind === 'refused' && bad.status === 400) {
      return settled('One bad row refuses the whole batch, as without trace ids.', {
        mixedTraceIds: 'all-or-nothing',
      });
    }
    if (bad.kind !== 'answered' || bad.results.length !== 1) throw unexpected(bad);
    return settled('The good row is written and the bad one rejected alone.', { mixedTraceIds: 'partial' });
  },
};

const repeated: Question = {
  name: 'repeated-trace-ids',
  asks: 'Is a batch refused in which two rows have the same trace id?',
  sends: 'a create of two good contacts with one trace id',
  sets: ['duplicateTraceIds'],
  settle: async (portal) => {
    const inputs = [traced(portal.newContact()), traced(portal.newContact())];
    const answer = await portal.batch('create', { inputs });
    if (answer.kind === 'refused' && answer.status === 400) {
      return settled(`It is: ${describeAnswer(answer)}.`, { duplicateTraceIds: 'reject' });
    }
    if (answer.kind !== 'answered' || answer.results.length !== 2) throw unexpected(answer);
    return settled('No, both rows are written.', { duplicateTraceIds: 'accept' });
  },
};

const allFailed: Question = {
  name: 'all-rows-failed',
  asks: 'Which status has a batch with trace ids of which no row succeeds?',
  sends: 'a create of two bad contacts with trace ids',
  sets: ['allRowsFailedStatus'],
  settle: async (portal) => {
    const inputs = ['t1', 't2'].map((id) => traced({ ...portal.newContact(), ...BAD }, id));
    const answer = await portal.batch('create', { inputs });
    const isPerRow = answer.kind === 'answered' && answer.results.length === 0 && answer.errors.length === 2;
    if (isPerRow && answer.status === 207) {
      return settled('207 with an entry per row.', { allRowsFailedStatus: 207 });
    }
    if (answer.kind !== 'refused' || answer.status !== 400) throw unexpected(answer);
    return settled('400 for the whole request.', { allRowsFailedStatus: 400 });
  },
};

export const traceIdQuestions: readonly Question[] = [echo, mixed, repeated, allFailed];
