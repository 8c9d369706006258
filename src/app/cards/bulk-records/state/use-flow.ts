import { useMemo, useReducer, useRef } from 'react';
import {
  DEFAULT_RUN_SETTINGS,
  runPlan,
  type CellFix,
  type CellFormat,
  type Operation,
  type Plan,
  type ReadingChoices,
} from '@bulk-records/core';
import type { CardPorts } from '../ports/card-ports.ts';
import type { FlowEvent } from './flow-events.ts';
import { reduceFlow } from './flow-reducer.ts';
import type { FlowState, Step } from './flow-state.ts';
import { toLoadable } from './loadable.ts';
import { makeMemoryKeeper, type MemoryActions } from './memory-actions.ts';
import { fileOfEvent, readFile } from './read-file.ts';
import { readInput } from './read-input.ts';
import { startState, type FlowStart } from './start-state.ts';

/** What the screens can ask for. */
export interface FlowActions extends MemoryActions {
  readonly load: () => void;
  readonly enterText: (text: string) => void;
  readonly chooseFile: (event: unknown) => void;
  readonly chooseReading: (choices: ReadingChoices) => void;
  readonly clearInput: () => void;
  readonly chooseObjectType: (objectType: string) => void;
  readonly reloadDescription: () => void;
  readonly chooseOperation: (operation: Operation) => void;
  readonly chooseKey: (keyProperty: string) => void;
  readonly chooseProperty: (columnIndex: number, property: string | null) => void;
  readonly chooseFormat: (columnIndex: number, format: CellFormat) => void;
  readonly fixCells: (columnIndex: number, raw: string, fix: CellFix) => void;
  readonly undoFixes: () => void;
  readonly openStep: (step: Step) => void;
  readonly run: (plan: Plan) => void;
  readonly stop: () => void;
  readonly startOver: () => void;
}

export interface FlowOptions extends FlowStart {
  readonly ports: CardPorts;
  readonly maxBytesPerCall: number;
  /** Called when a run has ended, so that HubSpot's own panels show what was written. */
  readonly onRunFinished: () => void;
}

export function useFlow(options: FlowOptions): { readonly state: FlowState; readonly actions: FlowActions } {
  const [state, dispatch] = useReducer(reduceFlow, options, startState);
  const latest = useRef(state);
  latest.current = state;
  const actions = useMemo(() => makeActions(options, dispatch, () => latest.current), [options]);
  return { state, actions };
}

function makeActions(options: FlowOptions, dispatch: Dispatch, current: () => FlowState): FlowActions {
  let isStopWanted = false;
  const memory = makeMemoryKeeper({ ports: options.ports, dispatch, current });
  const chooseObjectType = (objectType: string) => {
    dispatch({ kind: 'object-type-chosen', objectType });
    void describeObjectType(objectType, options, dispatch);
    if (current().step === 'match') memory.recall(objectType);
  };
  let hasLoaded = false;
  return {
    load: () => {
      if (hasLoaded && current().objectTypes.kind !== 'failed') return;
      hasLoaded = true;
      void listObjectTypes(options.ports, dispatch);
      chooseObjectType(current().target.objectType);
    },
    ...inputActions(dispatch, current),
    chooseObjectType,
    reloadDescription: () => {
      chooseObjectType(current().target.objectType);
    },
    chooseOperation: (operation) => {
      dispatch({ kind: 'operation-chosen', operation });
    },
    chooseKey: (keyProperty) => {
      dispatch({ kind: 'key-chosen', keyProperty });
    },
    chooseProperty: (columnIndex, property) => {
      dispatch({ kind: 'column-chosen', columnIndex, property });
    },
    ...decisionActions(dispatch),
    ...memory.actions,
    openStep: (step) => {
      dispatch({ kind: 'step-opened', step });
      if (step === 'match') memory.recall(current().target.objectType);
    },
    run: (plan) => {
      isStopWanted = false;
      dispatch({ kind: 'run-started', plan });
      memory.keep(plan);
      void drive(plan, { options, dispatch, isStopWanted: () => isStopWanted });
    },
    stop: () => {
      isStopWanted = true;
      dispatch({ kind: 'stop-wanted' });
    },
    startOver: () => {
      dispatch({ kind: 'started-over' });
    },
  };
}

type DecisionActions = Pick<FlowActions, 'chooseFormat' | 'fixCells' | 'undoFixes'>;

function decisionActions(dispatch: Dispatch): DecisionActions {
  return {
    chooseFormat: (columnIndex, format) => {
      dispatch({ kind: 'format-chosen', columnIndex, format });
    },
    fixCells: (columnIndex, raw, fix) => {
      dispatch({ kind: 'cells-fixed', columnIndex, raw, fix });
    },
    undoFixes: () => {
      dispatch({ kind: 'fixes-undone' });
    },
  };
}

type InputActions = Pick<FlowActions, 'enterText' | 'chooseFile' | 'chooseReading' | 'clearInput'>;

function inputActions(dispatch: Dispatch, current: () => FlowState): InputActions {
  return {
    enterText: (text) => {
      const choices = current().input?.choices ?? {};
      if (text === '') dispatch({ kind: 'input-cleared' });
      else dispatch({ kind: 'input-read', input: readInput(text, null, choices) });
    },
    chooseFile: (event) => {
      void chooseFile(event, dispatch);
    },
    chooseReading: (choices) => {
      const { input } = current();
      if (input) dispatch({ kind: 'input-read', input: readInput(input.text, input.file, choices) });
    },
    clearInput: () => {
      dispatch({ kind: 'input-cleared' });
    },
  };
}

type Dispatch = (event: FlowEvent) => void;

async function describeObjectType(
  objectType: string,
  options: FlowOptions,
  dispatch: Dispatch,
): Promise<void> {
  const answer = await options.ports.describeObjectType(objectType, options.apiVersion);
  const description = toLoadable(answer, (reply) => reply.description);
  dispatch({ kind: 'description-loaded', objectType, description });
}

async function listObjectTypes(ports: CardPorts, dispatch: Dispatch): Promise<void> {
  const answer = await ports.listObjectTypes();
  const isReply = answer.kind === 'reply' && answer.reply.ok;
  dispatch({
    kind: 'object-types-loaded',
    objectTypes: toLoadable(answer, (reply) => reply.objectTypes),
    missingScopes: isReply ? answer.reply.notes.flatMap(({ scopes }) => scopes) : [],
  });
}

async function chooseFile(event: unknown, dispatch: Dispatch): Promise<void> {
  const file = fileOfEvent(event);
  if (file === null) return;
  const read = await readFile(file);
  if (read.kind === 'input') dispatch({ kind: 'input-read', input: read.input });
  else dispatch({ kind: 'file-refused', problem: read.problem });
}

interface Drive {
  readonly options: FlowOptions;
  readonly dispatch: Dispatch;
  readonly isStopWanted: () => boolean;
}

async function drive(plan: Plan, { options, dispatch, isStopWanted }: Drive): Promise<void> {
  const { ports } = options;
  const startedAt = ports.now();
  const outcomes = await runPlan(
    plan,
    {
      ...ports,
      report: (progress) => {
        dispatch({ kind: 'run-progressed', plan, progress });
      },
    },
    {
      runId: ports.newRunId(),
      settings: { ...DEFAULT_RUN_SETTINGS, maxBytesPerCall: options.maxBytesPerCall },
      isStopWanted,
    },
  );
  dispatch({ kind: 'run-finished', plan, outcomes, elapsedMs: ports.now() - startedAt });
  options.onRunFinished();
}
