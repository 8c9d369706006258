import { Text } from '@hubspot/ui-extensions';
import type { LongCheck, Plan } from '@bulk-records/core';
import { say } from '../copy/say.ts';
import type { FlowProps } from './flow-props.ts';
import { RepairList } from './Repairs.tsx';

interface LongRepairsProps extends FlowProps {
  readonly check: LongCheck;
  readonly properties: Plan['properties'];
}

/** What is wrong with cells of a long file: one fix repairs all equal cells, and the rows are checked anew. */
export function LongRepairs({ state, actions, check, properties }: LongRepairsProps) {
  return (
    <>
      <RepairList state={state} actions={actions} groups={check.groups} properties={properties} />
      {check.ungroupedCount > 0 && (
        <Text testId="long-ungrouped">{say('long.ungrouped', { count: check.ungroupedCount })}</Text>
      )}
    </>
  );
}
