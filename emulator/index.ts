export { defaultBehaviour } from './behaviour.ts';
export type { Behaviour } from './behaviour.ts';
export { decodeBehaviour } from './decode-behaviour.ts';
export { createVirtualClock, systemClock } from './clock.ts';
export type { Clock, VirtualClock } from './clock.ts';
export { createEmulator } from './emulator.ts';
export type {
  ConsumedRequests,
  Emulator,
  EmulatorOptions,
  ImportSnapshot,
  RecordSnapshot,
  Sleep,
} from './emulator-options.ts';
export { defaultToken } from './http/access.ts';
export type { Fault, FaultEffect, FaultMatch } from './http/fault.ts';
export type { LoggedRow, RequestLogEntry, WriteLogEntry } from './http/logs.ts';
export type { RateLimits } from './http/rate-limit.ts';
export { serveEmulator } from './serve-emulator.ts';
export type { ListenOptions, ServedEmulator } from './serve-emulator.ts';
export type { WorldName } from './world/build-world.ts';
