import { Alert, Button, Flex, Inline, Text } from '@hubspot/ui-extensions';
import { say } from '../copy/say.ts';
import { describeApplied, describeMemoryProblem, nameMapping } from '../copy/memory-words.ts';
import { memoryInView } from '../state/mapping-memory.ts';
import type { FlowProps } from './flow-props.ts';

/** What is remembered for these headers, what it changed, and the ways out of it. */
export function MappingMemory({ state, actions }: FlowProps) {
  const memory = memoryInView(state);
  switch (memory.kind) {
    case 'none':
    case 'asking':
      return null;
    case 'forgotten':
      return <Text testId="mapping-forgotten">{say('memory.forgotten')}</Text>;
    case 'problem':
      return (
        <Text testId="memory-problem" variant="microcopy">
          {describeMemoryProblem(memory.problem)}
        </Text>
      );
    case 'known': {
      const { mapping, source, use } = memory;
      const lines = use === 'applied' ? describeApplied(memory.applied) : [];
      const hasTrouble = use === 'applied' && memory.applied.dropped.length > 0;
      return (
        <Alert
          testId="remembered-mapping"
          variant={hasTrouble ? 'warning' : 'info'}
          title={nameMapping(mapping, source, state.timeZone)}
        >
          <Flex direction="column" gap="xs">
            {lines.map((line) => (
              <Text key={line}>{line}</Text>
            ))}
            <Inline gap="sm">
              {use === 'applied' ? (
                <Button testId="use-suggestions" size="xs" onClick={actions.useSuggestions}>
                  {say('memory.useSuggestions')}
                </Button>
              ) : (
                <Button testId="use-mapping" size="xs" onClick={actions.useMapping}>
                  {say('memory.useMapping')}
                </Button>
              )}
              {source === 'portal' && (
                <Button testId="forget-mapping" size="xs" onClick={actions.forgetMapping}>
                  {say('memory.forget')}
                </Button>
              )}
            </Inline>
          </Flex>
        </Alert>
      );
    }
  }
}
