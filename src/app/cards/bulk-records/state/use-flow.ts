import { useMemo, useReducer, useRef } from 'react';
import type { ObjectTypeDescription, Operation, ReadingChoices } from '@bulk-records/core';
import type { CardPorts } from '../ports/card-ports.ts';
import { makeDecisionActions, type DecisionActions } from './decision-actions.ts';
import { propertiesByName } from './draft-rows.ts';
import type { FlowEvent } from './flow-events.ts';
import { reduceFlow } from './flow-reducer.ts';
import type { FlowState, Input, Step } from './flow-state.ts';
import { historyActions, type HistoryActions } from './history-actions.ts';
import { toLoadable, type Loadable } from './loadable.ts';
import { recognisePlan } from './loaded-plan.ts';
import { makeMemoryKeeper, type MemoryActions } from './memory-actions.ts';
import { fileOfEvent, readFile } from './read-file.ts';
import { readInput } from './read-input.ts';
import { proofActions, type ProofActions } from './proof-actions.ts';
import { reviewActions, type ReviewActions } from './review-actions.ts';
import { runActions, type RunActions, type RunScene } from './run-actions.ts';
import { startState, type FlowStart } from './start-state.ts';

/** What the screens can ask for. */
export interface FlowActions
  extends DecisionActions, ReviewActions, ProofActions, RunActions, HistoryActions, MemoryActions {
  readonly load: () => void;
  readonly enterText: (text: string) => void;
  readonly chooseFile: (event: unknown) => void;
  readonly chooseReading: (choices: ReadingChoices) => void;
  readonly clearInput: () => void;
  readonly chooseObjectType: (objectType: string) => void;
  readonly reloadDescription: () => void;
  readonly chooseOperation: (operation: Operation) => void;
  readonly chooseKey: (keyProperty: string) => void;
  readonly openStep: (step: Step) => void;
  readonly startOver: () => void;
}

export type FlowOptions = FlowStart & RunScene['options'];

export function useFlow(options: FlowOptions): { readonly state: FlowState; readonly actions: FlowActions } {
  const [state, dispatch] = useReducer(reduceFlow, options, startState);
  const latest = useRef(state);
  latest.current = state;
  const actions = useMemo(() => makeActions(options, dispatch, () => latest.current), [options]);
  return { state, actions };
}

function makeActions(options: FlowOptions, dispatch: Dispatch, current: () => FlowState): FlowActions {
  const memory = makeMemoryKeeper({ ports: options.ports, dispatch, current });
  const chooseObjectType = (objectType: string) => {
    dispatch({ kind: 'object-type-chosen', objectType });
    void describeObjectType(objectType, options, dispatch);
    if (current().step === 'match') memory.recall(objectType);
  };
  let hasLoaded = false;
  const { drive, ...runs } = runActions({ options, dispatch, current });
  const describe = async (objectType: string) => {
    const { description, target } = current();
    if (target.objectType === objectType && description.kind === 'loaded')
      return propertiesByName(description.value);
    dispatch({ kind: 'object-type-chosen', objectType });
    const described = await describeObjectType(objectType, options, dispatch);
    return described.kind === 'loaded' ? propertiesByName(described.value) : null;
  };
  const history = historyActions({ options, dispatch, current, drive, describe });
  return {
    load: () => {
      if (hasLoaded && current().objectTypes.kind !== 'failed') return;
      hasLoaded = true;
      void listObjectTypes(options.ports, dispatch);
      history.loadHistory();
      chooseObjectType(current().target.objectType);
    },
    ...inputActions({ dispatch, current, chooseObjectType }),
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
    ...makeDecisionActions(dispatch),
    ...memory.actions,
    openStep: (step) => {
      dispatch({ kind: 'step-opened', step });
      if (step === 'match') memory.recall(current().target.objectType);
    },
    ...reviewActions({ options, dispatch, current }),
    ...proofActions({
      ports: options.ports,
      current,
      readProperties: (objectType) => describeObjectType(objectType, options, dispatch),
    }),
    ...runs,
    run: (plan) => {
      memory.keep(plan);
      runs.run(plan);
    },
    ...history,
    startOver: () => {
      dispatch({ kind: 'started-over' });
    },
  };
}

type InputActions = Pick<FlowActions, 'enterText' | 'chooseFile' | 'chooseReading' | 'clearInput'>;

interface InputScene {
  readonly dispatch: Dispatch;
  readonly current: () => FlowState;
  readonly chooseObjectType: (objectType: string) => void;
}

function inputActions({ dispatch, current, chooseObjectType }: InputScene): InputActions {
  /** A plan's file is recognised by itself, wherever it is given. */
  const take = (input: Input): void => {
    const planSource = recognisePlan(input.text, input.file?.name ?? null);
    if (planSource === null) {
      dispatch({ kind: 'input-read', input });
      return;
    }
    dispatch({ kind: 'plan-loaded', planSource });
    const objectType = planSource.head?.objectType;
    if (objectType !== undefined && objectType !== current().target.objectType) chooseObjectType(objectType);
  };
  return {
    enterText: (text) => {
      const choices = current().input?.choices ?? {};
      if (text === '') dispatch({ kind: 'input-cleared' });
      else take(readInput(text, null, choices));
    },
    chooseFile: (event) => {
      void chooseFile(event, { dispatch, take });
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
): Promise<Loadable<ObjectTypeDescription>> {
  const answer = await options.ports.describeObjectType(objectType, options.apiVersion);
  const description = toLoadable(answer, (reply) => reply.description);
  dispatch({ kind: 'description-loaded', objectType, description });
  return description;
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

async function chooseFile(
  event: unknown,
  { dispatch, take }: { readonly dispatch: Dispatch; readonly take: (input: Input) => void },
): Promise<void> {
  const file = fileOfEvent(event);
  if (file === null) return;
  const read = await readFile(file);
  if (read.kind === 'input') take(read.input);
  else dispatch({ kind: 'file-refused', problem: read.problem });
}
