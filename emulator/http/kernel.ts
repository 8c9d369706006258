import type { Behaviour } from '../behaviour.ts';
import type { Clock } from '../clock.ts';
import type { Random } from '../randomness.ts';
import type { ImportTable } from '../imports/import-table.ts';
import type { Portal } from '../store/portal.ts';
import type { TokenTable } from './access.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { RequestLogEntry, WriteLogEntry } from './logs.ts';
import type { RateLimiter } from './rate-limit.ts';

/** The whole state of one emulator; a reset replaces it. */
export interface Kernel {
  readonly portal: Portal;
  readonly behaviour: Behaviour;
  readonly clock: Clock;
  readonly seed: number;
  readonly random: Random;
  readonly appOrigin: string;
  /** Where addresses of files begin; the origin of the request where it is absent. */
  readonly fileBaseUrl: string | undefined;
  readonly tokens: TokenTable;
  readonly limiter: RateLimiter;
  readonly faults: FaultPlan;
  readonly imports: ImportTable;
  readonly requestLog: RequestLogEntry[];
  readonly writeLog: WriteLogEntry[];
}
