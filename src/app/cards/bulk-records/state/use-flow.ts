import { useMemo, useReducer, useRef } from 'react';
import {
  startWork,
  type ObjectTypeDescription,
  type ReadingChoices,
  type Sliced,
  type WorkListener,
} from '@bulk-records/core';
import type { CardPorts } from '../ports/card-ports.ts';
import { associationActions, type AssociationActions } from './association.ts';
import { makeDecisionActions, type DecisionActions } from './decision-actions.ts';
import { propertiesByName } from './properties-by-name.ts';
import { fileOfEvent } from './file-of-event.ts';
import type { FlowEvent } from './flow-events.ts';
import { reduceFlow } from './flow-reducer.ts';
import type { FlowState, Input, InputSource, Step } from './flow-state.ts';
import { historyActions, type HistoryActions } from './history-actions.ts';
import { makeInputReader, type InputReader } from './input-reader.ts';
import { longActions, type LongActions } from './long-actions.ts';
import { toLoadable, type Loadable } from './loadable.ts';
import { keepingMappings } from './keeping-mappings.ts';
import { makeMemoryKeeper, type MemoryActions } from './memory-actions.ts';
import { noteActions, type NoteActions } from './note-actions.ts';
import { proofActions, type ProofActions } from './proof-actions.ts';
import { sourceOf } from './reduce-input.ts';
import { retryActions, type RetryActions } from './retry-actions.ts';
import { reviewActions, type ReviewActions } from './review-actions.ts';
import { runActions, type RunActions, type RunScene } from './run-actions.ts';
import { startState, type FlowStart } from './start-state.ts';

/** What the screens can ask for. */
export interface FlowActions
  extends
    AssociationActions,
    DecisionActions,
    ReviewActions,
    ProofActions,
    RunActions,
    HistoryActions,
    NoteActions,
    RetryActions,
    LongActions,
    MemoryActions {
  readonly load: () => void;
  readonly enterText: (text: string) => void;
  readonly chooseFile: (event: unknown) => void;
  readonly chooseReading: (choices: ReadingChoices) => void;
  readonly stopReading: () => void;
  /** Reads what was stopped. */
  readonly readInput: () => void;
  readonly clearInput: () => void;
  /** Whether selected records get their values from a sheet. */
  readonly wantSheet: (isWanted: boolean) => void;
  /** Takes an input that needs no reading. */
  readonly takeInput: (input: Input) => void;
  readonly chooseObjectType: (objectType: string) => void;
  readonly reloadDescription: () => void;
  readonly openStep: (step: Step) => void;
  readonly startOver: () => void;
  /** Drives work of a screen in slices; gives a function that stops it. */
  readonly work: <T>(work: Sliced<T>, listener: WorkListener<T>) => () => void;
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
  const reader = makeInputReader({
    ports: options.ports,
    // Parts of a long file are not held against a selection, so a sheet for one is read whole or not at all.
    aboveBytes: current().selection === null ? options.longSettings.aboveBytes : Infinity,
    dispatch,
    onPlan: ({ head }) => {
      if (head !== null && head.objectType !== current().target.objectType) chooseObjectType(head.objectType);
    },
  });
  let hasLoaded = false;
  const { watch, ...runs } = runActions({ options, dispatch, current });
  const describe = async (objectType: string) => {
    const { description, target } = current();
    if (target.objectType === objectType && description.kind === 'loaded')
      return propertiesByName(description.value);
    dispatch({ kind: 'object-type-chosen', objectType });
    const described = await describeObjectType(objectType, options, dispatch);
    return described.kind === 'loaded' ? propertiesByName(described.value) : null;
  };
  const history = historyActions({ options, dispatch, current, watch, describe });
  const longs = longActions({ options, dispatch, current, watch, fileReport: history.fileReport });
  return {
    load: () => {
      if (hasLoaded && current().objectTypes.kind !== 'failed') return;
      hasLoaded = true;
      void listObjectTypes(options.ports, dispatch);
      history.loadHistory();
      chooseObjectType(current().target.objectType);
    },
    ...inputActions({ reader, dispatch, current, chooseObjectType, onStartedOver: history.loadHistory }),
    chooseObjectType,
    reloadDescription: () => {
      chooseObjectType(current().target.objectType);
    },
    ...makeDecisionActions(dispatch),
    ...associationActions({ options, dispatch, current }),
    ...memory.actions,
    openStep: (step) => {
      dispatch({ kind: 'step-opened', step });
      if (step === 'match') memory.recall(current().target.objectType);
    },
    ...reviewActions({ options, dispatch, current }),
    ...proofActions({
      ...{ ports: options.ports, current },
      readProperties: (objectType) => describeObjectType(objectType, options, dispatch),
    }),
    ...keepingMappings({ ...runs, ...longs }, memory),
    ...history,
    ...noteActions({ options, current }),
    ...retryActions({ options, dispatch, current, watch }),
    work: (work, listener) => startWork(work, options.ports, listener),
  };
}

type InputActions = Pick<
  FlowActions,
  | 'enterText'
  | 'chooseFile'
  | 'chooseReading'
  | 'stopReading'
  | 'readInput'
  | 'clearInput'
  | 'wantSheet'
  | 'takeInput'
  | 'startOver'
>;

interface InputScene {
  readonly chooseObjectType: (objectType: string) => void;
  readonly reader: InputReader;
  readonly dispatch: Dispatch;
  readonly current: () => FlowState;
  /** What was run meanwhile stands among the earlier runs. */
  readonly onStartedOver: () => void;
}

function inputActions({
  reader,
  dispatch,
  current,
  chooseObjectType,
  onStartedOver,
}: InputScene): InputActions {
  const readAgain = (changes: Partial<InputSource>) => {
    const source = sourceOf(current());
    if (source) reader.read({ text: source.text, file: source.file, choices: source.choices, ...changes });
  };
  /** A plan’s file may have been about another object. */
  const backToSelection = () => {
    const { selection, target } = current();
    if (selection !== null && selection.objectType !== target.objectType)
      chooseObjectType(selection.objectType);
  };
  const clearInput = () => {
    reader.stop();
    dispatch({ kind: 'input-cleared' });
    backToSelection();
  };
  return {
    enterText: (text) => {
      if (text === '') clearInput();
      else reader.read({ text, file: null, choices: sourceOf(current())?.choices ?? {} });
    },
    chooseFile: (event) => {
      const file = fileOfEvent(event);
      if (file !== null) reader.readFile(file);
    },
    chooseReading: (choices) => {
      readAgain({ choices });
    },
    stopReading: () => {
      reader.stop();
      dispatch({ kind: 'reading-stopped' });
    },
    readInput: () => {
      readAgain({});
    },
    clearInput,
    wantSheet: (isWanted) => {
      reader.stop();
      dispatch({ kind: 'sheet-wanted', isWanted });
      backToSelection();
    },
    takeInput: (input) => {
      dispatch({ kind: 'input-read', input });
    },
    startOver: () => {
      reader.stop();
      dispatch({ kind: 'started-over' });
      onStartedOver();
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
