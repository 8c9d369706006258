import { Button, Text } from '@hubspot/ui-extensions';
import { valueKindOf, type CellFix, type Property, type RefusedCells } from '@bulk-records/core';
import { describeRefusal } from '../copy/repair-words.ts';
import { say } from '../copy/say.ts';
import { ChosenFix, optionsToOffer, type RunFixProps } from './ChosenFix.tsx';
import { FaultTable } from './FaultTable.tsx';
import { FixControl, type FixableCell } from './FixControl.tsx';

interface RefusalsProps extends RunFixProps {
  readonly groups: readonly RefusedCells[];
}

/** What HubSpot refused, one line for all equal cells. */
export function Refusals({ groups, state, actions, run }: RefusalsProps) {
  if (groups.length === 0) return null;
  const { properties } = run.plan;
  const labelOf = (property: string) => properties.get(property)?.label ?? property;
  return (
    <>
      <Text format={{ fontWeight: 'demibold' }}>{say('repair.title')}</Text>
      <FaultTable
        testId="refusals"
        head={say('repair.refused')}
        groups={groups}
        lineOf={(group, slot) => ({
          key: group.id,
          words: describeRefusal(group, labelOf),
          rowNumbers: group.rowNumbers,
          count: group.slots.length,
          fix: <RefusalFix {...{ group, slot, state, actions, run }} />,
        })}
      />
    </>
  );
}

function expectedOf(property: Property): FixableCell['expected'] {
  const kind = valueKindOf(property);
  if (kind === 'date' || kind === 'date-time') return { kind, orders: [] };
  const isChoice = ['option', 'options', 'boolean'].includes(kind);
  return { kind: isChoice ? 'option' : 'visible-text' };
}

interface RefusalFixProps extends RunFixProps {
  readonly group: RefusedCells;
  readonly slot: number;
}

/** One fix for all equal cells, or what was chosen. */
function RefusalFix({ group, slot, state, actions, run }: RefusalFixProps) {
  const { properties, keyProperty } = run.plan;
  const property = properties.get(group.property);
  const fix = state.repairs.fixes.get(group.id);
  const onFix = (chosen: CellFix | null) => {
    actions.fixFailed(group.id, chosen);
  };
  if (fix !== undefined) {
    return (
      <ChosenFix fix={fix} property={group.property} slot={slot} state={state} run={run} onFix={onFix} />
    );
  }
  if (property === undefined || property.readOnly) {
    return (
      <Button
        testId={`blank-${slot}`}
        size="xs"
        onClick={() => {
          onFix({ kind: 'blank' });
        }}
      >
        {say('repair.leaveColumnOut')}
      </Button>
    );
  }
  const issue: FixableCell = {
    property: group.property,
    raw: group.value ?? '',
    needsValue: group.value === null || group.property === keyProperty,
    candidates: [],
    expected: expectedOf(property),
  };
  return (
    <FixControl
      key={group.id}
      issue={issue}
      slot={slot}
      optionsOf={() => optionsToOffer(property)}
      onFix={onFix}
    />
  );
}
