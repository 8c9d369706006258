/** What HubSpot allows one call of an app function. */
export interface FunctionLimits {
  readonly timeoutMs: number;
  readonly memoryMebibytes: number;
  readonly maxParameterBytes: number;
  readonly maxResponseBytes: number;
  readonly maxLogBytes: number;
  /** Calls of one function that run at the same time; the next ones wait for a free instance. */
  readonly maxInstances: number;
}

const mebibyte = 1024 * 1024;

/**
 * Time: HubSpot dev server `EXECUTION_TIMEOUT_MS`; memory, payload and log: HubSpot's serverless
 * function guide, limits. HubSpot publishes no concurrency for card calls, 20 is what it
 * publishes for `hubspot.fetch`.
 */
export const productionLimits: FunctionLimits = {
  timeoutMs: 15_000,
  memoryMebibytes: 128,
  maxParameterBytes: 6 * mebibyte,
  maxResponseBytes: 6 * mebibyte,
  maxLogBytes: 4 * 1024,
  maxInstances: 20,
};

/** HubSpot's local dev server parses bodies with express' default limit of 100 KB. */
export const localDevServerLimits: FunctionLimits = {
  ...productionLimits,
  maxParameterBytes: 100 * 1024,
};
