import { startWork, type ReadingChoices } from '@bulk-records/core';
import type { CardPorts } from '../ports/card-ports.ts';
import type { FlowEvent } from './flow-events.ts';
import type { FileProblem, InputSource, PlanFileSource } from './flow-state.ts';
import { recognisePlan } from './loaded-plan.ts';
import { byteSourceOf, readLongFile, type NamedSource } from './read-long-file.ts';
import { readSource, type SourceReading, type WholeSource } from './read-source.ts';
import { startDecoding } from './start-decoding.ts';

/** What cannot be read piece by piece is held whole, up to this size. */
const MAX_FILE_BYTES = 50_000_000;

/** Of a file, to see whether it is a plan's: that is read whole. */
const PLAN_BYTES = 1000;

/** Reads one input at a time: a newer one takes the place of the one in work, of which nothing more is heard. */
export interface InputReader {
  readonly read: (source: InputSource) => void;
  readonly readFile: (file: File) => void;
  readonly stop: () => void;
}

export interface ReaderScene {
  readonly ports: Pick<CardPorts, 'now' | 'nextTurn' | 'sleep'>;
  /** A larger text file is never held whole. */
  readonly aboveBytes: number;
  readonly dispatch: (event: FlowEvent) => void;
  readonly onPlan: (planSource: PlanFileSource) => void;
}

/** What one slice can read is dispatched as read at once, without a word that it is in work. */
export function makeInputReader({ ports, aboveBytes, dispatch, onPlan }: ReaderScene): InputReader {
  let stopWork = () => {};
  /** Loading bytes is no work of ours to stop, only to be ignored. */
  let latest: object | null = null;
  const tools = { startDecoding, now: () => ports.now(), turn: () => ports.sleep(0) };
  const stop = () => {
    latest = null;
    stopWork();
  };
  const readWhole = (source: WholeSource) => {
    stop();
    const end = { isReached: false };
    stopWork = startWork(readSource(source), ports, {
      onDone: (result) => {
        end.isReached = true;
        dispatch(eventOf(source, result));
        if (result.kind === 'plan') onPlan(result.planSource);
      },
      onProgress: (progress) => {
        dispatch({ kind: 'reading-progressed', source, progress });
      },
    });
    if (!end.isReached) dispatch({ kind: 'reading-started', source });
  };
  const loading = async (name: string, load: (token: object) => Promise<void>): Promise<void> => {
    stop();
    const token = {};
    latest = token;
    try {
      await load(token);
    } catch (error) {
      const problem = { fileName: name, code: 'unreadable', detail: String(error) } as const;
      if (latest === token) dispatch({ kind: 'file-refused', source: null, problem });
    }
  };
  const loadWhole = ({ name, source }: NamedSource, choices: ReadingChoices): void => {
    if (source.size > MAX_FILE_BYTES) {
      stop();
      dispatch({ kind: 'file-refused', source: null, problem: tooLarge(name, source.size) });
      return;
    }
    void loading(name, async (token) => {
      const bytes = await source.read(0, source.size);
      if (latest === token) readWhole({ text: '', file: { kind: 'text', name, bytes }, choices });
    });
  };
  const readLong = (named: NamedSource, choices: ReadingChoices): void => {
    void loading(named.name, async (token) => {
      const reading = await readLongFile(named, choices, tools);
      if (latest !== token) return;
      if (reading.kind === 'only-whole') loadWhole(named, choices);
      else if (reading.kind === 'input') dispatch({ kind: 'input-read', input: reading.input });
      else dispatch({ kind: 'file-refused', source: null, problem: reading.problem });
    });
  };
  const chooseWay = (named: NamedSource): void => {
    void loading(named.name, async (token) => {
      const start = startDecoding('utf-8')(await named.source.read(0, PLAN_BYTES), true);
      if (latest !== token) return;
      if (recognisePlan(start, named.name) !== null) loadWhole(named, {});
      else readLong(named, {});
    });
  };
  return {
    read: (source) => {
      const { file, choices } = source;
      if (file?.kind === 'long') readLong(file, choices);
      else readWhole({ ...source, file });
    },
    readFile: (file) => {
      stop();
      dispatch({ kind: 'reading-stopped' });
      const named = { name: file.name, source: byteSourceOf(file) };
      if (file.size > aboveBytes) chooseWay(named);
      else loadWhole(named, {});
    },
    stop,
  };
}

function eventOf(source: InputSource, result: SourceReading): FlowEvent {
  switch (result.kind) {
    case 'input':
      return { kind: 'input-read', input: result.input };
    case 'plan':
      return { kind: 'plan-loaded', planSource: result.planSource };
    case 'refused':
      return { kind: 'file-refused', source, problem: result.problem };
  }
}

function tooLarge(fileName: string, bytes: number): FileProblem {
  return { fileName, code: 'too-large', bytes, maxBytes: MAX_FILE_BYTES };
}
