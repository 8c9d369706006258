import {
  pacedReads,
  readAssociations,
  readCurrent,
  readNamed,
  withoutKnown,
  type DuplicateChoice,
} from '@bulk-records/core';
import type { CardPorts } from '../ports/card-ports.ts';
import type { Caution } from './caution.ts';
import type { FlowEvent } from './flow-events.ts';
import type { FlowState } from './flow-state.ts';
import type { RunScene } from './run-actions.ts';
import { namesLeft, trustedReadings, type LookupQuestion, type Trust } from './lookup.ts';

/** What the review can ask for. */
export interface ReviewActions {
  /** Reads records as HubSpot holds them now, except those whose reading is trusted. */
  readonly lookUp: (question: LookupQuestion, trust: Trust) => void;
  readonly stopLookup: () => void;
  /** For one group of rows about one record, or for all groups. */
  readonly settleDuplicates: (choice: DuplicateChoice, groupId: string | null) => void;
  readonly chooseCaution: (caution: Caution) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface ReviewScene {
  readonly options: Pick<RunScene['options'], 'ports' | 'pacer' | 'settings'>;
  readonly dispatch: (event: FlowEvent) => void;
  readonly current: () => Pick<FlowState, 'lookup'>;
}

export function reviewActions({ options, dispatch, current }: ReviewScene): ReviewActions {
  const { ports, pacer, settings } = options;
  let latestId = 0;
  let isStopWanted = false;
  const lookUp = async (question: LookupQuestion, trust: Trust): Promise<void> => {
    latestId += 1;
    const id = latestId;
    isStopWanted = false;
    const kept = trustedReadings(current().lookup, question, trust);
    const trusted = kept ?? { readings: new Map(), named: new Map(), held: new Map(), readAt: ports.now() };
    const recordCount = question.keys.filter((key) => !trusted.readings.has(key)).length;
    let keyCount = recordCount + namesLeft(question.named, trusted.named);
    const { subject, target, propertyNames } = question;
    dispatch({ kind: 'lookup-started', id, subject, keyCount, ...trusted });
    const toolsAfter = (before: number) => ({
      ports: pacedReads(ports, pacer),
      options: {
        workMs: settings.workMs,
        isStopWanted: () => isStopWanted || id !== latestId,
        report: (askedCount: number) => {
          dispatch({ kind: 'lookup-progressed', id, askedCount: before + askedCount, keyCount });
        },
      },
    });
    const records = await readCurrent(question.drafts, target, {
      ...toolsAfter(0),
      known: trusted.readings,
      propertyNames,
    });
    const { apiVersion } = target;
    const tools = { ...toolsAfter(recordCount), apiVersion, known: trusted.named };
    const named = await readNamed(question.named, tools);
    const known = { readings: records.readings, named: named.readings };
    const asked = withoutKnown(question.associationsOf(known), trusted.held);
    const before = keyCount;
    keyCount += asked.reduce((sum, { fromIds }) => sum + fromIds.length, 0);
    const paced = { ...toolsAfter(before), ...tiesTo(ports), pacer, apiVersion };
    const ties = await readAssociations(asked, { ...paced, fromObjectType: target.objectType });
    const held = new Map([...trusted.held, ...ties.readings]);
    const failure = records.failure ?? named.failure ?? ties.failure;
    dispatch({ kind: 'lookup-finished', id, ...known, held, failure });
  };
  return {
    lookUp: (question, trust) => void lookUp(question, trust),
    stopLookup: () => {
      isStopWanted = true;
      dispatch({ kind: 'lookup-stopped' });
    },
    settleDuplicates: (choice, groupId) => {
      dispatch({ kind: 'duplicates-settled', groupId, choice });
    },
    chooseCaution: (caution) => {
      dispatch({ kind: 'caution-chosen', caution });
    },
    now: () => ports.now(),
  };
}

function tiesTo(ports: Pick<CardPorts, 'associateRecords'>): Pick<CardPorts, 'associateRecords'> {
  return { associateRecords: (request) => ports.associateRecords(request) };
}
