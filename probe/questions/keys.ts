import * as v from 'valibot';
import type { BatchAnswer } from '../decode-batch-answer.ts';
import type { Question } from '../question.ts';
import { settled } from '../question.ts';
import { fateOf, isTaken, unexpected } from '../row-fate.ts';
import type { TestPortal } from '../test-portal.ts';
import { UnexpectedAnswer } from '../unexpected-answer.ts';
import { traced } from './inputs.ts';

/** Two rows of one upsert by e-mail: refused as the same id, or let through. */
async function areOneId(
  portal: TestPortal,
  rows: readonly { email: string; properties: object }[],
): Promise<boolean> {
  const inputs = rows.map(({ email, properties }, index) => ({
    id: email,
    idProperty: 'email',
    objectWriteTraceId: `t${index}`,
    properties,
  }));
  const answer = await portal.batch('upsert', { inputs });
  if (answer.kind === 'answered') return false;
  if (answer.kind === 'refused' && /duplicate/i.test(answer.message)) return true;
  throw unexpected(answer);
}

function saysOfDuplicates(areOne: boolean): string {
  return areOne ? 'Yes, the batch is refused.' : 'No, the batch is let through.';
}

const emailCase: Question = {
  name: 'email-case',
  asks: 'Is the same e-mail address in other letters the same id to the duplicate check?',
  sends: 'an upsert of one new address in small and in capital letters',
  sets: ['duplicateCheckFoldsEmailCase'],
  settle: async (portal) => {
    const { email, ...properties } = portal.newContact();
    const spellings = [email, email.toUpperCase()];
    const areOne = await areOneId(
      portal,
      spellings.map((spelling) => ({ email: spelling, properties })),
    );
    return settled(saysOfDuplicates(areOne), { duplicateCheckFoldsEmailCase: areOne });
  },
};

const aliasPair: Question = {
  name: 'alias-pair',
  asks: "Are a contact's primary and secondary e-mail address one id to the duplicate check?",
  sends: 'an upsert by both addresses of a merged contact',
  sets: ['duplicateCheckResolvesAliases'],
  settle: async (portal) => {
    const { winner, loser } = await portal.mergeContacts();
    const rows = [winner, loser].map(({ email }) => ({ email, properties: { city: 'Ulm' } }));
    const areOne = await areOneId(portal, rows);
    return settled(saysOfDuplicates(areOne), { duplicateCheckResolvesAliases: areOne });
  },
};

const aliasUpsert: Question = {
  name: 'alias-upsert',
  asks: 'Does an upsert by a secondary e-mail address update the contact that owns it?',
  sends: 'an upsert by the second address of a merged contact',
  sets: ['upsertResolvesAliases'],
  settle: async (portal) => {
    const { winnerId, loser } = await portal.mergeContacts();
    const input = { id: loser.email, idProperty: 'email', ...traced({ city: 'Ulm' }) };
    const answer = await portal.batch('upsert', { inputs: [input] });
    const fate = fateOf(answer);
    if (fate.kind === 'written' && fate.record.id === winnerId && fate.record.new === false) {
      return settled('Yes.', { upsertResolvesAliases: true });
    }
    if (isTaken(answer, /^CONFLICT$/)) throw unexpected(answer);
    return settled('No, it runs into that contact.', { upsertResolvesAliases: false });
  },
};

const omitted: Question = {
  name: 'omitted-properties',
  asks: 'Do properties keep their values that an upsert by e-mail leaves out?',
  sends: 'an upsert of a contact with a first name that sends a last name only; then a read',
  sets: ['upsertKeepsOmittedProperties'],
  settle: async (portal) => {
    const { id, email } = await portal.makeContact({ firstname: 'Ada' });
    const input = { id: email, idProperty: 'email', ...traced({ lastname: 'Byron' }) };
    const answer = await portal.batch('upsert', { inputs: [input] });
    if (!isTaken(answer)) throw unexpected(answer);
    const firstname = (await portal.readContact(id, ['firstname']))?.properties.firstname ?? '';
    if (firstname !== 'Ada' && firstname !== '') throw new UnexpectedAnswer('the first name is another one');
    const kept = firstname === 'Ada';
    return settled(kept ? 'They do.' : 'They are blanked.', { upsertKeepsOmittedProperties: kept });
  },
};

const recordIdKey: Question = {
  name: 'record-id-as-key',
  asks: 'May an upsert name the record id as its key?',
  sends: 'an upsert of a contact by hs_object_id',
  sets: ['recordIdAsUpsertKey'],
  settle: async (portal) => {
    const { id } = await portal.makeContact();
    const input = { id, idProperty: 'hs_object_id', ...traced({ city: 'Ulm' }) };
    const taken = isTaken(await portal.batch('upsert', { inputs: [input] }), /^VALIDATION_ERROR$/);
    return settled(taken ? 'It may.' : 'It is refused.', {
      recordIdAsUpsertKey: taken ? 'accept' : 'reject',
    });
  },
};

/** By the entry's category or, where the whole request is refused, its status. */
function statusOf(answer: BatchAnswer): 400 | 409 {
  const fate = fateOf(answer);
  if (fate.kind !== 'rejected') throw unexpected(answer);
  if (fate.error.category === 'CONFLICT') return 409;
  if (fate.error.category === 'VALIDATION_ERROR') return 400;
  throw unexpected(answer);
}

const takenValue: Question = {
  name: 'taken-value',
  asks: 'How is a value of a unique property refused that another record holds?',
  sends: 'a create, an update and an upsert with the key of another contact',
  sets: ['takenValueStatus'],
  settle: async (portal) => {
    const holder = await portal.makeContact();
    const other = await portal.makeContact();
    const taken = { [portal.traces.keyProperty]: holder.key };
    const created = await portal.batch('create', { inputs: [traced({ ...portal.newContact(), ...taken })] });
    const updated = await portal.batch('update', { inputs: [{ id: other.id, ...traced(taken) }] });
    const upsert = { id: other.email, idProperty: 'email', ...traced(taken) };
    const upserted = await portal.batch('upsert', { inputs: [upsert] });
    const [status, ...others] = [created, updated, upserted].map(statusOf);
    if (status === undefined || others.some((one) => one !== status)) {
      throw new UnexpectedAnswer(`create, update and upsert differ: ${[status, ...others].join(', ')}`);
    }
    const says = status === 400 ? 'As a validation error (400).' : 'As a conflict (409).';
    return settled(says, { takenValueStatus: status });
  },
};

const propertySchema = v.object({ hasUniqueValue: v.boolean() });

async function saysUnique(path: string, portal: TestPortal): Promise<boolean> {
  const { status, body } = await portal.ask({ method: 'GET', path: `/crm/v3/properties/${path}` });
  const property = v.safeParse(propertySchema, body);
  if (status !== 200 || !property.success) throw new UnexpectedAnswer(`the property ${path}: HTTP ${status}`);
  return property.output.hasUniqueValue;
}

const builtInKeys: Question = {
  name: 'built-in-keys',
  asks: "Do HubSpot's own keys say that they are unique?",
  sends: 'a read of the properties email of contacts and hs_sku of products',
  sets: ['builtInKeysReportUnique'],
  settle: async (portal) => {
    const email = await saysUnique('contacts/email', portal);
    const sku = await saysUnique('products/hs_sku', portal);
    if (email !== sku) throw new UnexpectedAnswer(`email says ${String(email)}, hs_sku ${String(sku)}`);
    return settled(email ? 'They do.' : 'They say they are not.', { builtInKeysReportUnique: email });
  },
};

export const keyQuestions: readonly Question[] = [
  emailCase,
  aliasPair,
  aliasUpsert,
  omitted,
  recordIdKey,
  takenValue,
  builtInKeys,
];
