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
export function makeInputReader(scene: ReaderScene): InputReader {
  const work = new ReadingWork(scene);
  return {
    read: (source) => {
      work.read(source);
    },
    readFile: (file) => {
      work.readFile(file);
    },
    stop: () => {
      work.stop();
    },
  };
}

class ReadingWork {
  private stopWork: () => void = () => undefined;
  /** Loading bytes is no work of ours to stop, only to be ignored. */
  private latest: object | null = null;

  constructor(private readonly scene: ReaderScene) {}

  read(source: InputSource): void {
    const { file, choices } = source;
    if (file?.kind === 'long') this.readLong(file, choices);
    else this.readWhole({ ...source, file });
  }

  readFile(file: File): void {
    this.stop();
    this.scene.dispatch({ kind: 'reading-stopped' });
    const named = { name: file.name, source: byteSourceOf(file) };
    if (file.size > this.scene.aboveBytes) this.chooseWay(named);
    else this.loadWhole(named, {});
  }

  stop(): void {
    this.latest = null;
    this.stopWork();
  }

  private readWhole(source: WholeSource): void {
    const { ports, dispatch, onPlan } = this.scene;
    this.stop();
    const end = { isReached: false };
    this.stopWork = startWork(readSource(source), ports, {
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
  }

  private chooseWay(named: NamedSource): void {
    void this.load(named.name, async (isLatest) => {
      const start = startDecoding('utf-8')(await named.source.read(0, PLAN_BYTES), true);
      if (!isLatest()) return;
      if (recognisePlan(start, named.name) !== null) this.loadWhole(named, {});
      else this.readLong(named, {});
    });
  }

  private readLong(named: NamedSource, choices: ReadingChoices): void {
    const { ports, dispatch } = this.scene;
    const tools = { startDecoding, now: () => ports.now(), turn: () => ports.sleep(0) };
    void this.load(named.name, async (isLatest) => {
      const reading = await readLongFile(named, choices, tools);
      if (!isLatest()) return;
      if (reading.kind === 'only-whole') this.loadWhole(named, choices);
      else if (reading.kind === 'input') dispatch({ kind: 'input-read', input: reading.input });
      else dispatch({ kind: 'file-refused', source: null, problem: reading.problem });
    });
  }

  private loadWhole({ name, source }: NamedSource, choices: ReadingChoices): void {
    if (source.size > MAX_FILE_BYTES) {
      this.stop();
      this.scene.dispatch({ kind: 'file-refused', source: null, problem: tooLarge(name, source.size) });
      return;
    }
    void this.load(name, async (isLatest) => {
      const bytes = await source.read(0, source.size);
      if (isLatest()) this.readWhole({ text: '', file: { kind: 'text', name, bytes }, choices });
    });
  }

  /** Whatever was being read gives way. */
  private async load(name: string, act: (isLatest: () => boolean) => Promise<void>): Promise<void> {
    this.stop();
    const token = {};
    this.latest = token;
    const isLatest = (): boolean => this.latest === token;
    try {
      await act(isLatest);
    } catch (error) {
      const problem = { fileName: name, code: 'unreadable', detail: String(error) } as const;
      if (isLatest()) this.scene.dispatch({ kind: 'file-refused', source: null, problem });
    }
  }
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
