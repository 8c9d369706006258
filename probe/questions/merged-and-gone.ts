import { describeAnswer } from '../decode-batch-answer.ts';
import type { Question } from '../question.ts';
import { settled } from '../question.ts';
import { fateOf, unexpected } from '../row-fate.ts';
import { UnexpectedAnswer } from '../unexpected-answer.ts';
import { NOBODY, traced } from './inputs.ts';

const readMerged: Question = {
  name: 'read-of-merged',
  asks: 'What does a read of the id of a merged-away record give?',
  sends: 'a read of the second of two merged contacts',
  sets: ['readOfMergedId'],
  settle: async (portal) => {
    const { winnerId, loser } = await portal.mergeContacts();
    const record = await portal.readContact(loser.id, ['email']);
    if (record === null) return settled('Nothing: it is missing.', { readOfMergedId: 'missing' });
    if (record.id !== winnerId) throw new UnexpectedAnswer('the read gave a record that is not the one left');
    return settled('The record that is left.', { readOfMergedId: 'winner' });
  },
};

const updateMerged: Question = {
  name: 'update-of-merged',
  asks: 'What becomes of an update of the id of a merged-away record?',
  sends: 'an update of the second of two merged contacts',
  sets: ['updateOfMergedId'],
  settle: async (portal) => {
    const { winnerId, loser } = await portal.mergeContacts();
    const answer = await portal.batch('update', { inputs: [{ id: loser.id, ...traced({ city: 'Ulm' }) }] });
    if (answer.kind !== 'answered') throw unexpected(answer);
    const fate = fateOf(answer);
    if (fate.kind === 'silent') {
      return settled('It is neither among the results nor among the errors.', { updateOfMergedId: 'silent' });
    }
    if (fate.kind === 'rejected' && fate.error.category === 'OBJECT_NOT_FOUND') {
      return settled('It is reported as missing.', { updateOfMergedId: 'missing' });
    }
    if (fate.kind !== 'written' || fate.record.id !== winnerId) throw unexpected(answer);
    return settled('It is written to the record that is left.', { updateOfMergedId: 'winner' });
  },
};

const archiveUnknown: Question = {
  name: 'archive-of-unknown',
  asks: 'Does an id that does not exist disturb an archive?',
  sends: 'an archive of one contact and one id that does not exist; then a read',
  sets: ['archiveOfUnknownIds'],
  settle: async (portal) => {
    const { id } = await portal.makeContact();
    const answer = await portal.batch('archive', { inputs: [{ id }, { id: NOBODY }] });
    if ((await portal.readContact(id, ['email'])) !== null) throw unexpected(answer);
    if (answer.kind === 'empty') return settled('No: 204.', { archiveOfUnknownIds: 'ignore' });
    if (answer.kind !== 'answered' || answer.errors.length === 0) throw unexpected(answer);
    return settled(`It is named: ${describeAnswer(answer)}.`, { archiveOfUnknownIds: 'reject' });
  },
};

/** HubSpot's own type from contact to company. */
const TO_COMPANY = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 };

const failedAssociation: Question = {
  name: 'failed-association',
  asks: 'Is a record created whose association fails?',
  sends: 'a create of a contact associated with a company that does not exist; then a read by its key',
  sets: ['failedAssociationKeepsRecord'],
  settle: async (portal) => {
    const given = portal.newContact();
    const associations = [{ to: { id: NOBODY }, types: [TO_COMPANY] }];
    const answer = await portal.batch('create', { inputs: [{ ...traced(given), associations }] });
    const isTold = answer.kind === 'refused' || (answer.kind === 'answered' && answer.errors.length > 0);
    if (!isTold) throw unexpected(answer);
    const read = await portal.batch('read', {
      inputs: [{ id: given.email }],
      idProperty: 'email',
      properties: ['email'],
    });
    if (read.kind !== 'answered') throw unexpected(read);
    const kept = read.results.length === 1;
    const says = kept ? 'It is, without the association.' : 'It is not.';
    return settled(`${says} ${describeAnswer(answer)}.`, { failedAssociationKeepsRecord: kept });
  },
};

export const mergedAndGoneQuestions: readonly Question[] = [
  readMerged,
  updateMerged,
  archiveUnknown,
  failedAssociation,
];
