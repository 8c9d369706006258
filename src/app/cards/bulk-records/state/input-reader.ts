import { startWork, type SlicePorts } from '@bulk-records/core';
import type { FlowEvent } from './flow-events.ts';
import type { InputSource, PlanFileSource } from './flow-state.ts';
import { readSource, type SourceReading } from './read-source.ts';

const MAX_FILE_BYTES = 50_000_000;

/** Reads one input at a time: a newer one takes the place of the one in work, of which nothing more is heard. */
export interface InputReader {
  readonly read: (source: InputSource) => void;
  readonly readFile: (file: File) => void;
  readonly stop: () => void;
}

/** What one slice can read is dispatched as read at once, without a word that it is in work. */
export function makeInputReader(
  ports: SlicePorts,
  dispatch: (event: FlowEvent) => void,
  onPlan: (planSource: PlanFileSource) => void,
): InputReader {
  let stopWork = () => {};
  /** Loading a file's bytes is no work of ours to stop, only to be ignored. */
  let latestFile: File | null = null;
  const stop = () => {
    latestFile = null;
    stopWork();
  };
  const read = (source: InputSource) => {
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
  const load = async (file: File) => {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (latestFile === file)
        read({ text: '', file: { kind: 'text', name: file.name, bytes }, choices: {} });
    } catch (error) {
      const problem = { fileName: file.name, code: 'unreadable', detail: String(error) } as const;
      if (latestFile === file) dispatch({ kind: 'file-refused', source: null, problem });
    }
  };
  return {
    read,
    readFile: (file) => {
      stop();
      dispatch({ kind: 'reading-stopped' });
      latestFile = file;
      if (file.size <= MAX_FILE_BYTES) void load(file);
      else dispatch({ kind: 'file-refused', source: null, problem: tooLarge(file) });
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

function tooLarge(file: File) {
  return { fileName: file.name, code: 'too-large', bytes: file.size, maxBytes: MAX_FILE_BYTES } as const;
}
