import { Alert, Flex, Select } from '@hubspot/ui-extensions';
import type { WaysToWrite } from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { describeImportWay, nameOfWay } from '../copy/way-words.ts';
import { WAYS, type Caution } from '../state/caution.ts';

interface WayChoiceProps {
  readonly costs: WaysToWrite;
  readonly caution: Caution;
  readonly onChoose: (caution: Caution) => void;
}

/** Batches or HubSpot's imports, with what each costs; proposed where it is worth it, chosen only here. */
export function WayChoice({ costs, caution, onChoose }: WayChoiceProps) {
  const isProposed = costs.proposed === 'imports' && caution.way === 'batches';
  return (
    <Flex direction="column" gap="sm">
      {isProposed && (
        <Alert testId="way-proposed" variant="info" title={say('way.proposedTitle')}>
          {say('way.proposedBody')}
        </Alert>
      )}
      <Select
        testId="way"
        name="way"
        label={say('way.label')}
        value={caution.way}
        description={caution.way === 'imports' ? describeImportWay(costs) : ''}
        options={WAYS.map((way) => ({ label: nameOfWay(way, costs), value: way }))}
        onChange={(chosen) => {
          const way = WAYS.find((each) => each === chosen);
          if (way) onChoose({ ...caution, way });
        }}
      />
    </Flex>
  );
}
