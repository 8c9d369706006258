import type { Question } from '../question.ts';
import { settled } from '../question.ts';
import { UnexpectedAnswer } from '../unexpected-answer.ts';

/** HubSpot takes five searches a second of the whole account; the window of other requests stays untouched. */
const SEARCHES = 12;

const retryAfter: Question = {
  name: 'retry-after',
  asks: 'Does a 429 say when to ask again?',
  sends: `${SEARCHES} searches for a contact side by side, of which some are over the limit`,
  sets: ['retryAfterOn429'],
  reachesLimit: true,
  settle: async (portal) => {
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
    const says =
      told.length === 0 ? 'It does not.' : `It does: ${told[0]?.headers.get('retry-after') ?? ''} s.`;
    return settled(says, { retryAfterOn429: told.length > 0 });
  },
};

export const rateLimitQuestions: readonly Question[] = [retryAfter];
