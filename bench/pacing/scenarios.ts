import type { Measured, Scenario } from './run-scenario.ts';

/** What is wanted of a scenario, in one sentence and as a test of one measurement. */
export interface Goal {
  readonly says: string;
  isMet(measured: Measured): boolean;
}

export interface GoalScenario extends Scenario {
  readonly goals: readonly Goal[];
}

const RECORDS = 50_000;

const TOGETHER: readonly Goal[] = [
  { says: '80 % of the rate', isMet: ({ ofRate }) => ofRate >= 0.8 },
  { says: '1 % refused', isMet: ({ refusedShare }) => refusedShare <= 0.01 },
  { says: 'shares within 20 %', isMet: ({ unfairness }) => unfairness <= 0.2 },
];

/** Who started later has caught up when a window and a half have passed. */
const LATER: readonly Goal[] = [
  { says: '1 % refused', isMet: ({ refusedShare }) => refusedShare <= 0.01 },
  { says: 'shares within 20 % after 15 s', isMet: ({ unfairnessLater }) => unfairnessLater <= 0.2 },
];

const NEIGHBOURLY: readonly Goal[] = [
  { says: 'the other loses 5 %', isMet: ({ neighbourLoses }) => neighbourLoses <= 0.05 },
];

/** The execution seconds of one batch per call: 500 answers of 275 ms, and what each call costs by itself. */
const ONE_PER_CALL_SECONDS = 148;

export const SCENARIOS: readonly GoalScenario[] = [
  {
    name: 'one admin',
    recordsPerAdmin: RECORDS,
    goals: [
      { says: '82 % of the ceiling', isMet: ({ ofCeiling }) => ofCeiling >= 0.82 },
      { says: 'none refused', isMet: ({ refusedShare }) => refusedShare === 0 },
      {
        says: '0.4 of the execution seconds',
        isMet: ({ executionSeconds }) => executionSeconds <= 0.4 * ONE_PER_CALL_SECONDS,
      },
      { says: '4 reports a second', isMet: ({ reportsPerSecond }) => reportsPerSecond <= 4 },
    ],
  },
  {
    name: 'one admin, cold functions',
    recordsPerAdmin: RECORDS,
    times: { coldStartMs: [700, 1500] },
    goals: [{ says: 'none refused', isMet: ({ refusedShare }) => refusedShare === 0 }],
  },
  {
    name: 'one admin, 100 per window',
    recordsPerAdmin: RECORDS,
    maxPerWindow: 100,
    goals: [{ says: '1 % refused', isMet: ({ refusedShare }) => refusedShare <= 0.01 }],
  },
  { name: 'two admins', recordsPerAdmin: RECORDS, admins: 2, goals: TOGETHER },
  { name: 'two admins, 3 s apart', recordsPerAdmin: RECORDS, admins: 2, staggerMs: 3000, goals: LATER },
  { name: 'three admins', recordsPerAdmin: RECORDS, admins: 3, goals: TOGETHER },
  { name: 'three admins, 3 s apart', recordsPerAdmin: RECORDS, admins: 3, staggerMs: 3000, goals: LATER },
  {
    name: 'beside 5 requests/s',
    recordsPerAdmin: RECORDS,
    neighbour: { perSecond: 5, beginsMsBefore: 15_000 },
    goals: NEIGHBOURLY,
  },
  {
    name: 'beside 5 requests/s, begun together',
    recordsPerAdmin: RECORDS,
    neighbour: { perSecond: 5, beginsMsBefore: 0 },
    goals: NEIGHBOURLY,
  },
  { name: '1,000 records', recordsPerAdmin: 1000, goals: [] },
  {
    name: 'answers of 2.5 s',
    recordsPerAdmin: 20_000,
    times: { answerMs: [2400, 2600] },
    goals: [{ says: 'no call over 8 s', isMet: ({ longestCallMs }) => longestCallMs <= 8000 }],
  },
  {
    name: 'four functions at once',
    recordsPerAdmin: 20_000,
    maxInstances: 4,
    goals: [{ says: 'none refused', isMet: ({ refusedShare }) => refusedShare === 0 }],
  },
];
