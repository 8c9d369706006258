import type { Question } from '../question.ts';
import { settled } from '../question.ts';
import { UnexpectedAnswer } from '../unexpected-answer.ts';

/** HubSpot takes five searches a second of the whole account; the window of other requests stays untouched. */
const SEARCHES = 12;

const retryAfter: Question = {
  name: 'retry-after',
  asks: 'How many searches a second are answered, and does a 429 say when to ask again?',
  sends: `${SEARCHES} searches for a contact side by side, of which some are over the limit`,
  sets: ['searchesPerSecond', 'retryAfterOn429'],
  reachesLimit: true,
  settle: async (portal) => {
    // Searches of other questions are out of the window by then.
    await portal.wait(2_000);
    const filters = [{ propertyName: portal.traces.keyProperty, operator: 'EQ', value: 'nobody' }];
    const request = {
      method: 'POST',
      path: '/crm/v3/objects/contacts/search',
      body: { filterGroups: [{ filters }], limit: 1 },
    } as const;
    const answers = await Promise.all(Array.from({ length: SEARCHES }, () => portal.askAtOnce(request)));
    const limited = answers.filter(({ status }) => status === 429);
    const told = limited.filter(({ headers }) => headers.get('retry-after') !== null);
    if (limited.length === 0) throw new UnexpectedAnswer(`none of ${SEARCHES} searches was over the limit`);
    if (told.length !== 0 && told.length !== limited.length)
      throw new UnexpectedAnswer('some say it, some do not');
    const searchesPerSecond = answers.filter(({ status }) => status === 200).length;
    if (searchesPerSecond === 0) throw new UnexpectedAnswer('no search was answered');
    const when = told.length === 0 ? 'does not' : `does (${told[0]?.headers.get('retry-after') ?? ''} s)`;
    const says = `${searchesPerSecond} are answered; a 429 ${when}.`;
    return settled(says, { searchesPerSecond, retryAfterOn429: told.length > 0 });
  },
};

export const rateLimitQuestions: readonly Question[] = [retryAfter];
