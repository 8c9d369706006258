import type { Question } from '../question.ts';
import { keyQuestions } from './keys.ts';
import { mergedAndGoneQuestions } from './merged-and-gone.ts';
import { rateLimitQuestions } from './rate-limit.ts';
import { searchQuestions } from './searches.ts';
import { traceIdQuestions } from './trace-ids.ts';
import { validationQuestions } from './validation.ts';
import { valueQuestions } from './values.ts';

/** In the order they are asked; none depends on another. */
export const allQuestions: readonly Question[] = [
  ...traceIdQuestions,
  ...validationQuestions,
  ...keyQuestions,
  ...mergedAndGoneQuestions,
  ...valueQuestions,
  ...searchQuestions,
  ...rateLimitQuestions,
];
