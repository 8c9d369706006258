import { Alert, Flex, LoadingButton } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { describeNote, writeNoteBody } from '../copy/note-words.ts';
import { say } from '../copy/say.ts';
import type { MadeNote } from '../state/note-actions.ts';
import type { FinishedRun } from '../state/run-repairs.ts';
import type { FlowProps } from './flow-props.ts';

interface RunNoteProps extends FlowProps {
  readonly run: FinishedRun;
}

/** Offers to note the run on the open record, if there is one, for those who never open the card. */
export function RunNote({ state, actions, run }: RunNoteProps) {
  const [made, setMade] = useState<MadeNote | 'idle' | 'making'>('idle');
  const { openRecord } = state;
  if (!state.mayRun || openRecord === null) return null;
  const make = () => {
    setMade('making');
    void actions.makeNote(openRecord, (who) => writeNoteBody({ ...run, who })).then(setMade);
  };
  const isOver = typeof made !== 'string' && (made.kind === 'made' || made.kind === 'unknown');
  return (
    <Flex direction="column" gap="sm" align="start">
      {!isOver && (
        <LoadingButton testId="make-note" loading={made === 'making'} onClick={make}>
          {say('note.make')}
        </LoadingButton>
      )}
      {typeof made !== 'string' && <Result made={made} />}
    </Flex>
  );
}

function Result({ made }: { readonly made: MadeNote }) {
  const { title, body } = describeNote(made);
  return (
    <Alert testId="note" variant={made.kind === 'made' ? 'success' : 'warning'} title={title}>
      {body}
    </Alert>
  );
}
