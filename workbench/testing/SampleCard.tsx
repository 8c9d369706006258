import {
  Alert,
  Button,
  ButtonRow,
  Divider,
  Flex,
  Link,
  StatusTag,
  Text,
  Tooltip,
  hubspot,
  useExtensionActions,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { FlowPanel } from './SampleFlow.tsx';

/** A card that shows each kind of host component once and calls a function; for the bench's own tests. */

type Sidebar = 'crm.record.sidebar';

function Launcher(): ReactNode {
  const context = useExtensionContext<Sidebar>();
  const { properties, isLoading } = useCrmProperties(['firstname', 'lastname']);
  const [answer, setAnswer] = useState('');
  const actions = useExtensionActions<Sidebar>();
  const callFunction = async (): Promise<void> => {
    const greeting = `${properties.firstname ?? ''} ${properties.lastname ?? ''}`.trim();
    try {
      setAnswer(JSON.stringify(await hubspot.serverless('sample', { parameters: { greeting } })));
    } catch (error) {
      setAnswer(`rejected: ${String(error)}`);
    }
  };
  return (
    <Flex direction="column" gap="small">
      <Button variant="primary" overlay={<FlowPanel />} testId="open-flow">
        Add or update records
      </Button>
      <Text variant="microcopy" testId="who">
        {isLoading ? 'Reading the record' : `Record ${context.crm.objectId}: ${properties.firstname ?? '--'}`}
      </Text>
      <Divider />
      <Flex direction="row" justify="between" align="center" gap="small">
        <StatusTag variant="success">Done</StatusTag>
        <Text variant="microcopy">820 created · 311 updated</Text>
      </Flex>
      <Alert title="A run stopped half-way" variant="warning">
        412 of 1,204 rows were written.
        <ButtonRow>
          <Button size="xs" variant="primary">
            Resume
          </Button>
          <Button size="xs" overlay={<Tooltip>Restores the old values</Tooltip>}>
            Undo
          </Button>
        </ButtonRow>
      </Alert>
      <Button onClick={callFunction} size="small" testId="call-function">
        Call the function
      </Button>
      <Text testId="answer">{answer}</Text>
      <Link href="https://app.hubspot.com/contacts/1234567/record/0-1/52">A record link</Link>
      <Button
        size="xs"
        onClick={() => {
          actions.addAlert({ type: 'success', title: 'Saved', message: '311 records were updated.' });
        }}
      >
        Show an alert
      </Button>
    </Flex>
  );
}

hubspot.extend<Sidebar>(() => <Launcher />);
