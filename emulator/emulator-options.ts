import type { Behaviour } from './behaviour.ts';
import type { Clock } from './clock.ts';
import type { Fault } from './http/fault.ts';
import type { RequestLogEntry, WriteLogEntry } from './http/logs.ts';
import type { RateLimits } from './http/rate-limit.ts';
import type { WorldName } from './world/build-world.ts';

export type Sleep = (delayMs: number, signal: AbortSignal) => Promise<void>;

export interface EmulatorOptions {
  /** Decides records, ids, orders and correlation ids. 1 unless given. */
  readonly seed?: number;
  readonly portalId?: number;
  /** The system's clock unless given; `createVirtualClock` for tests. */
  readonly clock?: Clock;
  readonly world?: WorldName;
  readonly behaviour?: Partial<Behaviour>;
  readonly limits?: Partial<RateLimits>;
  /** Origin of the record links (`url`) in results. */
  readonly appOrigin?: string;
  /** Where the addresses of files begin; the origin of the request unless given. No slash at the end. */
  readonly fileBaseUrl?: string;
  /** How long every answer takes; none unless given. */
  readonly latencyMs?: number | ((request: Request) => number);
  /** How latency and the fault `slow` wait; `setTimeout` unless given. */
  readonly sleep?: Sleep;
}

/** A record as seen from outside, whatever state it is in. */
export interface RecordSnapshot {
  readonly id: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly archived: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archivedAt?: string;
  readonly mergedInto?: string;
}

/** A file of the file manager as seen from outside; expired and deleted ones are not among them. */
export interface FileSnapshot {
  readonly id: string;
  readonly path: string;
  readonly access: string;
  readonly size: number;
  /** The content, read as UTF-8. */
  readonly text: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** An import as seen from outside. */
export interface ImportSnapshot {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  /** Rows it has been through, written or not. */
  readonly rowsDone: number;
  readonly errors: number;
}

export interface ConsumedRequests {
  readonly count: number;
  /** The app of a token shares its burst limit; another app only the portal's daily one. */
  readonly by: 'same-app' | 'other-app';
}

export interface AssociationSnapshot {
  /** Type ids: `0-1`. */
  readonly fromType: string;
  readonly fromId: string;
  readonly toType: string;
  readonly toId: string;
  readonly typeId: number;
}

/** A local HubSpot portal. */
export interface Emulator {
  /**
   * HubSpot's API and, below `/emulator`, the control routes. Rejects with a TypeError ("fetch failed") for a
   * connection reset, never settles for a hang unless the request's signal aborts.
   */
  fetch(request: Request): Promise<Response>;
  /** Every record of the type, archived and merged ones too. Throws for an unknown type. */
  records(objectType: string): readonly RecordSnapshot[];
  files(): readonly FileSnapshot[];
  /** Every association in both of its directions. */
  associations(): readonly AssociationSnapshot[];
  imports(): readonly ImportSnapshot[];
  readonly writeLog: readonly WriteLogEntry[];
  /** Method, path and status only: no values, no tokens. */
  readonly requestLog: readonly RequestLogEntry[];
  addFault(fault: Fault): void;
  clearFaults(): void;
  /** Merges the loser into the winner as a user would. Throws for an unknown id. */
  mergeRecords(objectType: string, winnerId: string, loserId: string): void;
  /** A colleague changes values; they are taken as they are. Throws for an unknown id. */
  editRecord(objectType: string, recordId: string, properties: Readonly<Record<string, string>>): void;
  /** The next import to be started fails after so many of its rows. */
  failNextImport(afterRows: number): void;
  /** A colleague takes an import back that is over. Throws for an unknown or a running one. */
  revertImport(importId: string): void;
  grantScopes(token: string, scopes: readonly string[]): void;
  revokeScopes(token: string, scopes: readonly string[]): void;
  expireToken(token: string): void;
  /** Requests somebody else sent count against the limits. */
  consumeRequests(consumed: ConsumedRequests): void;
  /** Back to the fresh world: records, logs, faults, tokens, limits. */
  reset(): void;
}
