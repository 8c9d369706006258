import type { Operation } from '@bulk-records/core';
import type { LoadFailure } from '../state/loadable.ts';
import type { MatchProblem } from '../state/selections.ts';
import { listAll } from './numbers.ts';
import { say } from './say.ts';
import type { ProblemWords } from './workbook-words.ts';

/** What the run will do, said before it is done. */
export function describeRun(operation: Operation, keyLabel: string | null): string {
  switch (operation) {
    case 'upsert':
    case 'update':
      return say(`run.${operation}`, { key: keyLabel ?? say('run.someKey') });
    case 'create':
      return keyLabel === null ? say('run.createWithoutKey') : say('run.create', { key: keyLabel });
    case 'archive':
      return say('run.archive');
  }
}

export function describeMatchProblem(problem: MatchProblem): string {
  switch (problem.code) {
    case 'key-not-mapped':
      return say('match.key-not-mapped', { key: problem.keyLabel });
    case 'no-key-for-operation':
    case 'nothing-mapped':
    case 'association-open':
      return say(`match.${problem.code}`);
  }
}

/** Why a list could not be loaded, and what to do about it. */
export function describeLoadFailure(failure: LoadFailure): ProblemWords {
  if (failure.kind === 'no-reply') {
    return {
      title: say('load.no-reply.title'),
      body: say('load.no-reply.body', { message: failure.message }),
    };
  }
  const { error } = failure;
  switch (error.code) {
    case 'missing-scopes': {
      const scopes = error.scopes.length > 0 ? listAll(error.scopes) : say('load.someScope');
      return { title: say('load.missing-scopes.title'), body: say('load.missing-scopes.body', { scopes }) };
    }
    case 'missing-token':
    case 'invalid-token':
      return { title: say('load.token.title'), body: say('load.token.body') };
    case 'unknown-object-type':
    case 'rate-limited':
      return { title: say(`load.${error.code}.title`), body: say(`load.${error.code}.body`) };
    case 'unavailable':
    case 'unreadable-answer':
      return { title: say('load.unavailable.title'), body: say('load.unavailable.body') };
    case 'bad-request':
    case 'not-allowed':
    case 'internal':
      return {
        title: say('load.refused.title'),
        body: say('load.refused.body', { message: error.message }),
      };
  }
}
