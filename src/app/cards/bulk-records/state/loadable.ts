import type { Failure, FunctionAnswer } from '@bulk-records/core';

/** Why something could not be loaded: the function said so, or nobody answered. */
export type LoadFailure =
  | { readonly kind: 'refused'; readonly error: Failure['error'] }
  | { readonly kind: 'no-reply'; readonly message: string };

export type Loadable<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: LoadFailure };

/** Turns a function's answer into what the screen shows of it. */
export function toLoadable<Reply extends { readonly ok: true }, T>(
  answer: FunctionAnswer<Reply | Failure>,
  pick: (reply: Reply) => T,
): Loadable<T> {
  if (answer.kind === 'no-reply') return { kind: 'failed', failure: answer };
  const { reply } = answer;
  if (!reply.ok) return { kind: 'failed', failure: { kind: 'refused', error: reply.error } };
  return { kind: 'loaded', value: pick(reply) };
}
