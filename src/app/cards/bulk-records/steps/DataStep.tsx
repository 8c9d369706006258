import { Alert, Button, Flex, Inline, Text, TextArea } from '@hubspot/ui-extensions';
import { FileInput } from '@hubspot/ui-extensions/experimental';
import { useCallback, useEffect, useRef, useState } from 'react';
import { say } from '../copy/say.ts';
import { describeFileProblem } from '../copy/input-words.ts';

import { formatBytes } from '../copy/numbers.ts';

import { describePlanHead } from '../copy/review-words.ts';
import type { FlowState, InputSource, PendingInput, PlanFileSource } from '../state/flow-state.ts';
import type { FlowProps } from './flow-props.ts';
import { ReadingPreview } from './ReadingPreview.tsx';
import { RunHistory } from './RunHistory.tsx';
import { WorkStatus } from './WorkStatus.tsx';

/** A larger text is not sent back to the page: showing it again would cost seconds and help nobody. */
const MAX_SHOWN_LENGTH = 200_000;

export function DataStep({ state, actions }: FlowProps) {
  const { input, pending, fileProblem, planSource } = state;
  if (planSource?.kind === 'undo') return <UndoNote onReplace={actions.clearInput} />;
  if (planSource !== null) return <PlanNote source={planSource} onReplace={actions.clearInput} />;
  const isKeptOnly =
    pending === null && input?.reading.kind === 'table' && (input.file !== null || isTooLongToShow(input));
  return (
    <Flex direction="column" gap="md">
      {isKeptOnly ? (
        <Inline gap="sm" align="center">
          <Text testId="kept-input">
            {say('flow.keptText', { name: nameOfSource(input), size: sizeOfSource(input) })}
          </Text>
          <Button testId="replace-input" size="xs" onClick={actions.clearInput}>
            {say('flow.replace')}
          </Button>
        </Inline>
      ) : (
        <PasteField shownText={shownTextOf(state)} onText={actions.enterText} />
      )}
      {!isKeptOnly && (
        <Flex direction="column" gap="xs">
          <Text format={{ fontWeight: 'demibold' }}>{say('flow.fileLabel')}</Text>
          <FileInput testId="file" name="file" onChange={actions.chooseFile} />
          <Text variant="microcopy">{say('flow.fileDescription')}</Text>
        </Flex>
      )}
      {fileProblem && (
        <Alert testId="file-problem" variant="danger" title={describeFileProblem(fileProblem).title}>
          {describeFileProblem(fileProblem).body}
        </Alert>
      )}
      {pending && <PendingReading pending={pending} actions={actions} />}
      {input && !isReplaced(state) && (
        <ReadingPreview
          input={input}
          choices={(pending?.source ?? input).choices}
          onChoose={actions.chooseReading}
        />
      )}
      {input === null && pending === null && state.selection === null && (
        <RunHistory state={state} actions={actions} />
      )}
    </Flex>
  );
}

/** A reading in work says so only when it takes long; a stopped one stays at hand. */
function PendingReading({
  pending: { source, progress, isStopped },
  actions,
}: { readonly pending: PendingInput } & Pick<FlowProps, 'actions'>) {
  if (isStopped) {
    return (
      <Alert
        testId="reading-stopped"
        variant="warning"
        title={say('flow.readingStopped', { name: nameOfSource(source) })}
      >
        <Text>{say('flow.readingStoppedBody')}</Text>
        <Button testId="read-input" size="xs" onClick={actions.readInput}>
          {say('flow.readInput')}
        </Button>
      </Alert>
    );
  }
  if (progress === null) return null;
  return <WorkStatus name="reading" progress={progress} onStop={actions.stopReading} />;
}

function nameOfSource({ file }: InputSource): string {
  return file?.name ?? say('flow.pastedText');
}

function sizeOfSource({ text, file }: InputSource): string {
  switch (file?.kind) {
    case 'text':
      return formatBytes(file.bytes.length);
    case 'workbook':
      return formatBytes(file.workbook.archive.bytes.length);
    case 'long':
      return formatBytes(file.source.size);
    case undefined:
      return formatBytes(text.length);
  }
}

function isTooLongToShow({ text }: InputSource): boolean {
  return text.length > MAX_SHOWN_LENGTH;
}

/** What the field holds when it appears: all that was pasted, but not what is too long while it is being read. */
function shownTextOf({ input, pending }: FlowState): string {
  if (pending !== null) return isTooLongToShow(pending.source) ? '' : pending.source.text;
  return input?.text ?? '';
}

/** True while another input is being read than the one that was: what that held would mislead. */
function isReplaced({ input, pending }: FlowState): boolean {
  return pending !== null && (pending.source.text !== input?.text || pending.source.file !== input.file);
}

interface PlanNoteProps {
  readonly source: PlanFileSource;
  readonly onReplace: () => void;
}

function UndoNote({ onReplace }: Pick<PlanNoteProps, 'onReplace'>) {
  return (
    <Flex direction="column" gap="sm" align="start">
      <Alert testId="loaded-plan" variant="info" title={say('history.undoTitle')} />
      <Button testId="replace-input" size="xs" onClick={onReplace}>
        {say('flow.replace')}
      </Button>
    </Flex>
  );
}

/** A plan that was made earlier is no table: it says itself what it is for. */
function PlanNote({ source, onReplace }: PlanNoteProps) {
  return (
    <Flex direction="column" gap="sm" align="start">
      <Alert testId="loaded-plan" variant="info" title={say('review.planIsLoaded')}>
        {source.head === null ? say('flow.planHeadLost') : describePlanHead(source.head)}
      </Alert>
      <Button testId="replace-input" size="xs" onClick={onReplace}>
        {say('flow.replace')}
      </Button>
    </Flex>
  );
}

const TYPING_PAUSE_MS = 300;

interface PasteFieldProps {
  readonly shownText: string;
  readonly onText: (text: string) => void;
}

/**
 * Every edit crosses to the page and back, so the field is left alone while somebody types: it gets its text
 * once, when it appears, and is read when the typing pauses or the field is left.
 */
function PasteField({ shownText, onText }: PasteFieldProps) {
  const [firstText] = useState(shownText);
  const pause = useRef<ReturnType<typeof setTimeout>>();
  const unread = useRef<string | null>(null);
  const readNow = useCallback(() => {
    clearTimeout(pause.current);
    if (unread.current === null) return;
    onText(unread.current);
    unread.current = null;
  }, [onText]);
  useEffect(() => readNow, [readNow]);
  const onInput = (text: string) => {
    unread.current = text;
    clearTimeout(pause.current);
    pause.current = setTimeout(readNow, TYPING_PAUSE_MS);
  };
  return (
    <TextArea
      testId="paste"
      name="paste"
      label={say('flow.pasteLabel')}
      description={say('flow.pasteDescription')}
      placeholder={say('flow.pastePlaceholder')}
      defaultValue={firstText}
      rows={8}
      resize="vertical"
      onInput={onInput}
      onChange={readNow}
    />
  );
}
