import { useEffect, useRef, useState } from 'react';
import type { RunStatus } from './flow-state.ts';
import type { FlowActions } from './use-flow.ts';
import type { LanguageChoice } from './use-language.ts';

interface Wish {
  readonly what: 'resume' | 'undo';
  readonly runId: string;
}

/**
 * What the sidebar does by itself: it asks for the latest runs once it stands, and does with one of them what was chosen
 * as soon as there are words to tell of it.
 */
export function useLauncher(run: RunStatus, actions: FlowActions, speech: LanguageChoice) {
  const [wish, setWish] = useState<Wish | null>(null);
  // Once when it stands, and whenever a run is over.
  const ended = run.kind === 'finished' ? run.outcomes : null;
  const isAtWork = run.kind === 'running';
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    if (!isAtWork) latest.current.loadLatest();
  }, [ended, isAtWork]);
  useEffect(() => {
    if (wish === null || !speech.canSpeak) return;
    setWish(null);
    if (wish.what === 'resume') actions.resumeRun(wish.runId);
    else actions.undoRun(wish.runId);
  }, [wish, speech.canSpeak, actions]);
  const open = () => {
    speech.load();
    actions.load();
  };
  return {
    open,
    choose: (what: Wish['what'], runId: string) => {
      open();
      setWish({ what, runId });
    },
  };
}
