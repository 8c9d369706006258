import { Alert, Button, Flex, Inline, Text, TextArea } from '@hubspot/ui-extensions';
import { FileInput } from '@hubspot/ui-extensions/experimental';
import { useCallback, useEffect, useRef, useState } from 'react';
import { describeFileProblem } from '../copy/input-words.ts';
import { WORDS } from '../copy/flow-words.ts';
import { formatBytes } from '../copy/numbers.ts';
import { HISTORY_WORDS } from '../copy/history-words.ts';
import { describePlanHead, REVIEW_WORDS } from '../copy/review-words.ts';
import type { PlanFileSource } from '../state/flow-state.ts';
import type { FlowProps } from './flow-props.ts';
import { ReadingPreview } from './ReadingPreview.tsx';
import { RunHistory } from './RunHistory.tsx';

/** A larger text is not sent back to the page: showing it again would cost seconds and help nobody. */
const MAX_SHOWN_LENGTH = 200_000;

export function DataStep({ state, actions }: FlowProps) {
  const { input, fileProblem, planSource } = state;
  if (planSource?.kind === 'undo') return <UndoNote onReplace={actions.clearInput} />;
  if (planSource !== null) return <PlanNote source={planSource} onReplace={actions.clearInput} />;
  const isKeptOnly =
    input?.reading.kind === 'table' && (input.file !== null || input.text.length > MAX_SHOWN_LENGTH);
  return (
    <Flex direction="column" gap="md">
      {isKeptOnly ? (
        <Inline gap="sm" align="center">
          <Text testId="kept-input">
            {WORDS.keptText(input.file?.name ?? WORDS.pastedText, formatBytes(input.text.length))}
          </Text>
          <Button testId="replace-input" size="xs" onClick={actions.clearInput}>
            {WORDS.replace}
          </Button>
        </Inline>
      ) : (
        <PasteField shownText={input?.file === null ? input.text : ''} onText={actions.enterText} />
      )}
      {!isKeptOnly && (
        <Flex direction="column" gap="xs">
          <Text format={{ fontWeight: 'demibold' }}>{WORDS.fileLabel}</Text>
          <FileInput testId="file" name="file" onChange={actions.chooseFile} />
          <Text variant="microcopy">{WORDS.fileDescription}</Text>
        </Flex>
      )}
      {fileProblem && (
        <Alert testId="file-problem" variant="danger" title={describeFileProblem(fileProblem).title}>
          {describeFileProblem(fileProblem).body}
        </Alert>
      )}
      {input && <ReadingPreview input={input} onChoose={actions.chooseReading} />}
      {input === null && <RunHistory state={state} actions={actions} />}
    </Flex>
  );
}

interface PlanNoteProps {
  readonly source: PlanFileSource;
  readonly onReplace: () => void;
}

function UndoNote({ onReplace }: Pick<PlanNoteProps, 'onReplace'>) {
  return (
    <Flex direction="column" gap="sm" align="start">
      <Alert testId="loaded-plan" variant="info" title={HISTORY_WORDS.undoTitle} />
      <Button testId="replace-input" size="xs" onClick={onReplace}>
        {WORDS.replace}
      </Button>
    </Flex>
  );
}

/** A plan that was made earlier is no table: it says itself what it is for. */
function PlanNote({ source, onReplace }: PlanNoteProps) {
  return (
    <Flex direction="column" gap="sm" align="start">
      <Alert testId="loaded-plan" variant="info" title={REVIEW_WORDS.planIsLoaded}>
        {source.head === null ? WORDS.planHeadLost : describePlanHead(source.head)}
      </Alert>
      <Button testId="replace-input" size="xs" onClick={onReplace}>
        {WORDS.replace}
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
      label={WORDS.pasteLabel}
      description={WORDS.pasteDescription}
      placeholder={WORDS.pastePlaceholder}
      defaultValue={firstText}
      rows={8}
      resize="vertical"
      onInput={onInput}
      onChange={readNow}
    />
  );
}

export function DataFooter({ state, actions }: FlowProps) {
  const { planSource } = state;
  if (planSource !== null) {
    return (
      <Button
        testId="to-plan"
        variant="primary"
        disabled={planSource.kind === 'file' && planSource.head === null}
        onClick={() => {
          actions.openStep('review');
        }}
      >
        {WORDS.next}
      </Button>
    );
  }
  return (
    <Button
      testId="to-match"
      variant="primary"
      disabled={state.input?.reading.kind !== 'table'}
      onClick={() => {
        actions.openStep('match');
      }}
    >
      {WORDS.next}
    </Button>
  );
}
