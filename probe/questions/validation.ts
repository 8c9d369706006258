import * as v from 'valibot';
import { describeAnswer } from '../decode-batch-answer.ts';
import type { BatchAnswer } from '../decode-batch-answer.ts';
import type { Finding, Question } from '../question.ts';
import { settled } from '../question.ts';
import { fateOf, isTaken, unexpected } from '../row-fate.ts';
import type { TestPortal } from '../test-portal.ts';
import { UnexpectedAnswer } from '../unexpected-answer.ts';
import { BAD, NOBODY, NOBODY_ELSE, traced, untraced } from './inputs.ts';

async function updateGoodAndBad(portal: TestPortal, isTraced: boolean): Promise<'per-row' | 'whole'> {
  const [good, bad] = [await portal.makeContact(), await portal.makeContact()];
  const inputOf = isTraced ? traced : untraced;
  const answer = await portal.batch('update', {
    inputs: [
      { id: good.id, ...inputOf({ city: 'Ulm' }, 't1') },
      { id: bad.id, ...inputOf(BAD, 't2') },
    ],
  });
  const isWhole = answer.kind === 'refused' && answer.status === 400;
  const isPerRow = answer.kind === 'answered' && answer.results.length === 1 && answer.errors.length === 1;
  if (!isWhole && !isPerRow) throw unexpected(answer);
  const city = (await portal.readContact(good.id, ['city']))?.properties.city;
  if ((city === 'Ulm') !== isPerRow) throw new UnexpectedAnswer('the good row is not as the answer says');
  return isPerRow ? 'per-row' : 'whole';
}

const verdicts = {
  'per-row': 'The bad row is rejected alone, the good one written.',
  whole: 'The whole batch is refused, nothing is written.',
} as const;

const tracedUpdate: Question = {
  name: 'update-with-trace-ids',
  asks: 'Does one invalid value refuse a whole update whose rows have trace ids?',
  sends:
    'an update of two contacts with trace ids, one with a property nobody knows; then a read of the good one',
  sets: ['tracedUpdateValidation'],
  settle: async (portal) => {
    const tracedUpdateValidation = await updateGoodAndBad(portal, true);
    return settled(verdicts[tracedUpdateValidation], { tracedUpdateValidation });
  },
};

const untracedUpdate: Question = {
  name: 'update-without-trace-ids',
  asks: 'Does one invalid value refuse a whole update whose rows have no trace ids?',
  sends: 'the same without trace ids',
  sets: ['untracedUpdateValidation'],
  settle: async (portal) => {
    const untracedUpdateValidation = await updateGoodAndBad(portal, false);
    return settled(verdicts[untracedUpdateValidation], { untracedUpdateValidation });
  },
};

const missingIds: Question = {
  name: 'missing-ids',
  asks: 'Has each missing record of an update with trace ids an entry of its own?',
  sends: 'an update of two record ids that do not exist',
  sets: ['tracedMissingIds'],
  settle: async (portal) => {
    const inputs = [NOBODY, NOBODY_ELSE].map((id, index) => ({ id, ...traced({}, `t${index}`) }));
    const answer = await portal.batch('update', { inputs });
    if (answer.kind !== 'answered' || answer.results.length > 0) throw unexpected(answer);
    if (answer.errors.length === 2) {
      return settled('Yes, one entry per row.', { tracedMissingIds: 'entry-per-row' });
    }
    if (answer.errors.length !== 1) throw unexpected(answer);
    return settled('No, one entry names them all.', { tracedMissingIds: 'aggregated' });
  },
};

const lengthCodes = ['INVALID_LENGTH', 'VALUE_TOO_LONG'] as const;

/** HubSpot names codes in nested errors, or only in the JSON inside its message. */
function codesOf(answer: BatchAnswer): string {
  const fate = fateOf(answer);
  if (fate.kind !== 'rejected') throw unexpected(answer);
  return [...fate.error.errors.map(({ code }) => code ?? ''), fate.error.message].join(' ');
}

const tooLong: Question = {
  name: 'too-long',
  asks: 'Which code has a value of 65,537 characters?',
  sends: 'a create of one contact with such a city',
  sets: ['tooLongCode'],
  settle: async (portal) => {
    const given = portal.newContact({ city: 'x'.repeat(65_537) });
    const answer = await portal.batch('create', { inputs: [traced(given)] });
    const codes = codesOf(answer);
    const code = lengthCodes.find((known) => codes.includes(known));
    if (code === undefined) throw unexpected(answer);
    return settled(`The code is ${code}.`, { tooLongCode: code });
  },
};

const emptyContact: Question = {
  name: 'contact-without-name',
  asks: 'Is a contact created that has neither an e-mail address nor a name?',
  sends: 'a create of a contact with a city only',
  sets: ['contactNeedsNameOrEmail'],
  settle: async (portal) => {
    const { keyProperty } = portal.traces;
    const properties = { city: 'Ulm', [keyProperty]: portal.traces.nextKey('contacts') };
    const taken = isTaken(
      await portal.batch('create', { inputs: [traced(properties)] }),
      /^VALIDATION_ERROR$/,
    );
    return settled(taken ? 'It is.' : 'It is refused.', { contactNeedsNameOrEmail: !taken });
  },
};

const pipelinesSchema = v.object({
  results: v.array(v.object({ id: v.string(), stages: v.array(v.object({ id: v.string() })) })),
});

const ticketSubject: Question = {
  name: 'ticket-without-subject',
  asks: 'Is a ticket created that has no subject?',
  sends: 'a read of the pipelines of tickets and a create of a ticket with a stage only',
  sets: ['ticketNeedsSubject'],
  settle: async (portal): Promise<Finding> => {
    const { body } = await portal.ask({ method: 'GET', path: '/crm/v3/pipelines/tickets' });
    const pipelines = v.safeParse(pipelinesSchema, body);
    const pipeline = pipelines.success ? pipelines.output.results[0] : undefined;
    const stage = pipeline?.stages[0];
    if (pipeline === undefined || stage === undefined) throw new UnexpectedAnswer('no pipeline of tickets');
    const { keyProperty } = portal.traces;
    const key = { [keyProperty]: portal.traces.nextKey('tickets') };
    const properties = { hs_pipeline: pipeline.id, hs_pipeline_stage: stage.id, ...key };
    const target = { objectType: 'tickets' };
    const answer = await portal.batch('create', { inputs: [traced(properties)] }, target);
    const taken = isTaken(answer, /^VALIDATION_ERROR$/);
    return settled(taken ? 'It is.' : 'It is refused.', { ticketNeedsSubject: !taken });
  },
};

const batchSizes: Question = {
  name: 'batch-sizes',
  asks: 'How are 101 inputs and no inputs refused?',
  sends: 'an update of 101 record ids that do not exist, and one of none',
  sets: [],
  settle: async (portal) => {
    const many = Array.from({ length: 101 }, (_, index) => ({
      id: String(Number(NOBODY) - index),
      properties: {},
    }));
    const tooMany = await portal.batch('update', { inputs: many });
    const none = await portal.batch('update', { inputs: [] });
    return { kind: 'seen', says: `101: ${describeAnswer(tooMany)}. None: ${describeAnswer(none)}.` };
  },
};

export const validationQuestions: readonly Question[] = [
  tracedUpdate,
  untracedUpdate,
  missingIds,
  tooLong,
  emptyContact,
  ticketSubject,
  batchSizes,
];
