import {
  Button,
  Flex,
  Heading,
  Input,
  LoadingButton,
  MultiSelect,
  NumberInput,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  SearchInput,
  Select,
  StepIndicator,
  Tab,
  Tabs,
  Text,
  TextArea,
  Toggle,
  ToggleGroup,
  useExtensionActions,
} from '@hubspot/ui-extensions';
import { FileInput } from '@hubspot/ui-extensions/experimental';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { SampleTable, Totals } from './SampleTabs.tsx';

/** A panel with the shape of the real flow. */
export function FlowPanel(): ReactNode {
  const actions = useExtensionActions<'crm.record.sidebar'>();
  return (
    <Panel id="flow" title="Add or update records" width="lg">
      <PanelBody>
        <StepIndicator stepNames={['Data', 'Match', 'Review', 'Run', 'Outcomes']} currentStep={1} />
        <PasteSection />
        <Fields />
        <Tabs defaultSelected="review">
          <Tab tabId="review" title="Review">
            <SearchInput label="Find a row" name="find" />
            <SampleTable />
          </Tab>
          <Tab tabId="totals" title="Totals">
            <Totals />
          </Tab>
        </Tabs>
      </PanelBody>
      <PanelFooter>
        <Flex gap="small">
          <LoadingButton variant="primary">Write 1,131 records</LoadingButton>
          <Button
            onClick={() => {
              actions.closeOverlay('flow');
            }}
          >
            Cancel
          </Button>
        </Flex>
      </PanelFooter>
    </Panel>
  );
}

function PasteSection(): ReactNode {
  const [text, setText] = useState('');
  const [fileLine, setFileLine] = useState('');
  return (
    <PanelSection>
      <Heading>Paste your records</Heading>
      <TextArea
        label="Records"
        name="records"
        description="From Excel, Google Sheets, an e-mail or JSON"
        rows={5}
        onInput={setText}
      />
      <Text variant="microcopy" testId="understood">
        {text === '' ? 'Nothing pasted yet' : `${text.split('\n').length} rows`}
      </Text>
      <FileInput
        name="file"
        onChange={(file: File) => {
          void file.text().then((content) => {
            setFileLine(`${file.name}: ${content.split('\n')[0] ?? ''}`);
          });
        }}
      />
      <Text testId="file-line">{fileLine}</Text>
    </PanelSection>
  );
}

const stages = ['Lead', 'Customer', 'Evangelist', 'Opportunity', 'Subscriber', 'MQL', 'SQL', 'Other'];

function Fields(): ReactNode {
  const [stage, setStage] = useState('Lead');
  const options = stages.map((label) => ({ label, value: label }));
  return (
    <Flex direction="column" gap="small">
      <Flex gap="medium" align="start">
        <Select
          label="Lifecycle stage"
          name="stage"
          required
          value={stage}
          onChange={(value) => {
            setStage(String(value));
          }}
          options={options}
          tooltip="HubSpot never moves it backwards"
        />
        <Input label="Key" name="key" placeholder="email" error validationMessage="Choose a key" />
        <NumberInput label="Batch size" name="batch" defaultValue={100} min={1} max={100} />
      </Flex>
      <MultiSelect label="Columns" name="columns" value={['Lead']} options={options} />
      <ToggleGroup
        label="Where HubSpot already has a value"
        name="overwrite"
        toggleType="radioButtonList"
        inline
        options={[
          { label: 'Overwrite', value: 'overwrite', initialIsChecked: true },
          { label: 'Only fill blanks', value: 'fill' },
        ]}
      />
      <Toggle label="Associate with this company" name="associate" />
    </Flex>
  );
}
