import * as v from 'valibot';
import type { Question } from '../question.ts';
import { settled } from '../question.ts';
import type { TestPortal } from '../test-portal.ts';
import { UnexpectedAnswer } from '../unexpected-answer.ts';

const totalSchema = v.object({ total: v.number() });

/** What a search of contacts came to: how many it finds, or a 400. */
async function search(
  portal: TestPortal,
  filter: object,
  page: object = {},
): Promise<{ readonly kind: 'found'; readonly total: number } | { readonly kind: 'refused' }> {
  const body = { filterGroups: [{ filters: [filter] }], limit: 1, ...page };
  const answer = await portal.ask({ method: 'POST', path: '/crm/v3/objects/contacts/search', body });
  if (answer.status === 400) return { kind: 'refused' };
  const found = v.safeParse(totalSchema, answer.body);
  if (answer.status !== 200 || !found.success) throw new UnexpectedAnswer(`search: HTTP ${answer.status}`);
  return { kind: 'found', total: found.output.total };
}

function listed(propertyName: string, values: readonly string[]): object {
  return { propertyName, operator: 'IN', values };
}

/** Nobody's keys: so many of this length, in small letters. */
function names(count: number, length: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `probe ${index} `.padEnd(length, 'x'));
}

function saysOfRefusal(isRefused: boolean): string {
  return isRefused ? 'Yes, with a 400.' : 'No, it is answered.';
}

const longBody: Question = {
  name: 'long-search',
  asks: 'Is a search refused whose body has more than 3,000 characters?',
  sends: 'a search for one of 60 values of 60 characters',
  sets: ['searchRefusesLongBodies'],
  settle: async (portal) => {
    const { kind } = await search(portal, listed(portal.traces.keyProperty, names(60, 60)));
    const isRefused = kind === 'refused';
    return settled(saysOfRefusal(isRefused), { searchRefusesLongBodies: isRefused });
  },
};

const longList: Question = {
  name: 'listed-values',
  asks: 'Is a search refused that lists more than 100 values?',
  sends: 'a search for one of 101 short values, below 3,000 characters in all',
  sets: ['searchRefusesLongLists'],
  settle: async (portal) => {
    const { kind } = await search(portal, listed(portal.traces.keyProperty, names(101, 10)));
    const isRefused = kind === 'refused';
    return settled(saysOfRefusal(isRefused), { searchRefusesLongLists: isRefused });
  },
};

const lastResult: Question = {
  name: 'last-result',
  asks: 'Is a search refused that asks for results beyond the first 10,000?',
  sends: 'a search with `after` 10000 that finds nothing',
  sets: ['searchRefusesBeyond10000'],
  settle: async (portal) => {
    const filter = { propertyName: portal.traces.keyProperty, operator: 'EQ', value: 'nobody' };
    const { kind } = await search(portal, filter, { after: '10000' });
    const isRefused = kind === 'refused';
    return settled(saysOfRefusal(isRefused), { searchRefusesBeyond10000: isRefused });
  },
};

/** Search lags behind writes, by half a minute at most where anybody looked. */
const MOST_LOOKS = 18;
const BETWEEN_LOOKS_MS = 5_000;

const listedCase: Question = {
  name: 'listed-case',
  asks: 'Does a search that lists values find a text by other capitals than its own?',
  sends: 'searches for a new contact by its town in small letters, until it is found; then in capitals',
  sets: ['searchListsFoldCase'],
  settle: async (portal) => {
    const { key } = await portal.makeContact();
    const town = `Ulm ${key}`;
    const made = await portal.makeContact({ city: town });
    const isFound = async (text: string) => {
      const answer = await search(portal, listed('city', [text]));
      return answer.kind === 'found' && answer.total > 0;
    };
    for (let look = 1; !(await isFound(town.toLowerCase())); look += 1) {
      if (look === MOST_LOOKS) throw new UnexpectedAnswer(`search did not find the contact ${made.id}`);
      await portal.wait(BETWEEN_LOOKS_MS);
    }
    const folds = await isFound(town.toUpperCase());
    const says = folds ? 'It does.' : 'It finds it by small letters only.';
    return settled(says, { searchListsFoldCase: folds });
  },
};

export const searchQuestions: readonly Question[] = [longBody, longList, lastResult, listedCase];
