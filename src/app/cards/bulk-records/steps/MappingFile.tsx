import { Alert, Button, Flex, Inline, Text, TextArea } from '@hubspot/ui-extensions';
import { FileInput } from '@hubspot/ui-extensions/experimental';
import { useState } from 'react';
import { say } from '../copy/say.ts';
import { describeMappingProblem } from '../copy/memory-words.ts';
import { subjectOf } from '../state/mapping-memory.ts';
import { fileOfEvent } from '../state/file-of-event.ts';
import { readMappingFile, readMappingText } from '../state/read-mapping.ts';
import type { MappingProblem, ReadMappingText } from '../state/read-mapping.ts';
import { CopyResult, useCopyOffer } from './copy-offer.tsx';
import type { FlowProps } from './flow-props.ts';

interface MappingFileProps extends FlowProps {
  readonly copyText: (text: string) => Promise<void>;
}

/** The mapping to take away, and one to bring along. */
export function MappingFile({ state, actions, copyText }: MappingFileProps) {
  const [isOpen, setIsOpen] = useState(false);
  const offer = useCopyOffer(copyText);
  // Without headers there is nothing to know the columns again by.
  if (subjectOf(state) === null) return null;
  const close = () => {
    setIsOpen(false);
  };
  return (
    <Flex direction="column" gap="sm">
      <Inline gap="sm">
        <Button
          testId="copy-mapping"
          size="xs"
          onClick={() => {
            const text = actions.exportMapping();
            if (text !== null) offer.copy(text);
          }}
        >
          {say('memory.copy')}
        </Button>
        {!isOpen && (
          <Button
            testId="open-import"
            size="xs"
            onClick={() => {
              setIsOpen(true);
            }}
          >
            {say('memory.openImport')}
          </Button>
        )}
      </Inline>
      <CopyResult state={offer.state} />
      {isOpen && <MappingImport state={state} actions={actions} onDone={close} />}
    </Flex>
  );
}

function MappingImport({ state, actions, onDone }: FlowProps & { readonly onDone: () => void }) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<MappingProblem | null>(null);
  const { objectType } = state.target;
  const take = (read: ReadMappingText) => {
    if (read.kind === 'refused') {
      setProblem(read.problem);
      return;
    }
    actions.importMapping(read.mapping);
    onDone();
  };
  return (
    <Flex direction="column" gap="xs">
      <TextArea
        testId="import-text"
        name="import-text"
        label={say('memory.importLabel')}
        rows={4}
        onInput={setText}
        onChange={setText}
      />
      <Text variant="microcopy">{say('memory.importFile')}</Text>
      <FileInput
        testId="import-file"
        name="import-file"
        onChange={(event) => {
          const file = fileOfEvent(event);
          if (file) void readMappingFile(file, objectType).then(take);
        }}
      />
      {problem && (
        <Alert testId="import-problem" variant="danger" title={describeMappingProblem(problem).title}>
          {describeMappingProblem(problem).body}
        </Alert>
      )}
      <Button
        testId="import-mapping"
        size="xs"
        disabled={text.trim() === ''}
        onClick={() => {
          take(readMappingText(text, objectType));
        }}
      >
        {say('memory.import')}
      </Button>
    </Flex>
  );
}
