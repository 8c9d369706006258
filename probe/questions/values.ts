import { describeAnswer } from '../decode-batch-answer.ts';
import type { Question } from '../question.ts';
import { settled } from '../question.ts';
import { fateOf, unexpected } from '../row-fate.ts';
import { UnexpectedAnswer } from '../unexpected-answer.ts';
import { traced } from './inputs.ts';

const cleared: Question = {
  name: 'cleared-property',
  asks: 'How do results show a property that the write has cleared?',
  sends: 'an update that clears the city of a contact',
  sets: ['clearedPropertyInResults'],
  settle: async (portal) => {
    const { id } = await portal.makeContact({ city: 'Ulm' });
    const answer = await portal.batch('update', { inputs: [{ id, ...traced({ city: '' }) }] });
    const fate = fateOf(answer);
    if (fate.kind !== 'written') throw unexpected(answer);
    const { city } = fate.record.properties;
    if (city === undefined) return settled('Not at all.', { clearedPropertyInResults: 'absent' });
    if (city !== '') throw new UnexpectedAnswer(city === null ? 'as null' : 'with a value');
    return settled('As an empty text.', { clearedPropertyInResults: 'empty' });
  },
};

const nullValue: Question = {
  name: 'null-value',
  asks: 'What does null do as a value?',
  sends: 'an update of the city of a contact with null; then a read',
  sets: ['nullValue'],
  settle: async (portal) => {
    const { id } = await portal.makeContact({ city: 'Ulm' });
    const answer = await portal.batch('update', { inputs: [{ id, ...traced({ city: null }) }] });
    if (fateOf(answer).kind !== 'written') throw unexpected(answer);
    const city = (await portal.readContact(id, ['city']))?.properties.city ?? '';
    if (city === 'Ulm') return settled('Nothing.', { nullValue: 'ignored' });
    if (city !== '') throw new UnexpectedAnswer('the city has another value');
    return settled('It clears the property.', { nullValue: 'clears' });
  },
};

const lifecycle: Question = {
  name: 'lifecycle-step-back',
  asks: 'What do results show of a step back in the life cycle?',
  sends: 'an update of a contact from customer to lead; then a read',
  sets: ['ignoredLifecycleInResults'],
  settle: async (portal) => {
    const { id } = await portal.makeContact({ lifecyclestage: 'customer' });
    const answer = await portal.batch('update', { inputs: [{ id, ...traced({ lifecyclestage: 'lead' }) }] });
    const fate = fateOf(answer);
    if (fate.kind !== 'written') throw unexpected(answer);
    const stored = (await portal.readContact(id, ['lifecyclestage']))?.properties.lifecyclestage;
    if (stored !== 'customer') throw new UnexpectedAnswer('the step back was written');
    const shown = fate.record.properties.lifecyclestage;
    if (shown === 'customer')
      return settled('The stage that is kept.', { ignoredLifecycleInResults: 'stored' });
    if (shown !== 'lead') throw unexpected(answer);
    return settled('The stage that was sent, though it is not written.', {
      ignoredLifecycleInResults: 'sent',
    });
  },
};

const warnings: Question = {
  name: 'warnings',
  asks: 'Do results of 2026-09 carry a warning where HubSpot changed a value?',
  sends: 'a create of a contact with a date written as a point in time',
  sets: ['resultsCarryWarnings'],
  settle: async (portal) => {
    const given = portal.newContact({ [portal.traces.dayProperty]: '1990-01-01T00:00:00Z' });
    const answer = await portal.batch('create', { inputs: [traced(given)] }, { version: '2026-09' });
    const fate = fateOf(answer);
    if (fate.kind !== 'written') throw unexpected(answer);
    if (answer.kind === 'answered' && answer.warnings.length > 0) {
      throw new UnexpectedAnswer(`warnings beside the results: ${describeAnswer(answer)}`);
    }
    const warns = fate.record.warnings.length > 0;
    return settled(warns ? 'They do.' : 'They do not.', { resultsCarryWarnings: warns });
  },
};

export const valueQuestions: readonly Question[] = [cleared, nullValue, lifecycle, warnings];
