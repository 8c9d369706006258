/** A function call that came back, or one whose fate nobody knows (rejected, timed out, nonsense). */
export type FunctionAnswer<Reply> =
  { readonly kind: 'reply'; readonly reply: Reply } | { readonly kind: 'no-reply'; readonly message: string };
