/** What came of one HTTP request. Times are milliseconds since the epoch. */
export type HttpAnswer = Response | NoAnswer;

/** HubSpot answered with a status; `body` says whether the text behind it arrived whole. */
export interface Response {
  readonly kind: 'response';
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: ResponseBody;
  readonly sentAt: number;
  readonly receivedAt: number;
}

export type ResponseBody =
  | { readonly kind: 'text'; readonly text: string }
  /** The status arrived, the rest did not: the connection broke or the time was over. */
  | { readonly kind: 'cut'; readonly cause: NoAnswerCause };

/** Not even a status came back. The request may have been applied all the same. */
interface NoAnswer {
  readonly kind: 'no-answer';
  readonly cause: NoAnswerCause;
  /** A sentence without addresses, tokens or values. */
  readonly message: string;
  readonly sentAt: number;
  readonly receivedAt: number;
}

export type NoAnswerCause = 'timeout' | 'connection';
