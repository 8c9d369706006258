import { Checkbox, Flex, Select } from '@hubspot/ui-extensions';
import { countWrites, DEFAULT_RUN_SETTINGS, type Operation, type PlanCounts } from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { nameOfRecheck } from '../copy/review-words.ts';
import { countRechecks, RECHECKS, type Caution } from '../state/caution.ts';

interface CautionChoicesProps {
  readonly caution: Caution;
  readonly operation: Operation;
  readonly counts: PlanCounts;
  readonly onChoose: (caution: Caution) => void;
}

const { canaryAboveWrites, canaryRecords } = DEFAULT_RUN_SETTINGS;

/** How carefully the plan is written, and what that costs. Shown only where there is something to choose. */
export function CautionChoices({ caution, operation, counts, onChoose }: CautionChoicesProps) {
  const readCount = countRechecks(operation, counts);
  const isLarge = canaryAboveWrites !== null && countWrites(counts) > canaryAboveWrites;
  return (
    <Flex direction="column" gap="sm">
      {readCount > 0 && (
        <Select
          testId="recheck"
          name="recheck"
          label={say('review.recheckLabel')}
          value={caution.recheck}
          options={RECHECKS.map((recheck) => ({ label: nameOfRecheck(recheck, readCount), value: recheck }))}
          onChange={(chosen) => {
            const recheck = RECHECKS.find((each) => each === chosen);
            if (recheck) onChoose({ ...caution, recheck });
          }}
        />
      )}
      {isLarge && (
        <Checkbox
          testId="canary-wanted"
          name="canary-wanted"
          checked={caution.isCanaryWanted}
          description={say('review.canaryDescription', { count: canaryRecords })}
          onChange={(isCanaryWanted) => {
            onChoose({ ...caution, isCanaryWanted });
          }}
        >
          {say('review.canaryLabel')}
        </Checkbox>
      )}
    </Flex>
  );
}
