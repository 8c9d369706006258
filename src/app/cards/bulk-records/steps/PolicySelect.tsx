import { Select, Text } from '@hubspot/ui-extensions';
import { COLUMN_POLICIES, type ColumnPolicy, type MappedColumn } from '@bulk-records/core';

import { say } from '../copy/say.ts';
import { headerOf } from './column-name.ts';

export interface Policies {
  readonly byColumn: ReadonlyMap<number, ColumnPolicy>;
  /** The key is what finds a record; it is not written over. */
  readonly keyProperty: string | null;
  readonly onChoose: (columnIndex: number, policy: ColumnPolicy) => void;
}

interface PolicySelectProps {
  readonly mapping: MappedColumn;
  readonly policies: Policies;
}

/** What a column may do to a value HubSpot already holds. */
export function PolicySelect({ mapping, policies }: PolicySelectProps) {
  if (mapping.property.name === policies.keyProperty) {
    return <Text variant="microcopy">{say('review.isKey')}</Text>;
  }
  const { index } = mapping.column;
  return (
    <Select
      testId={`policy-of-column-${index}`}
      name={`policy-${index}`}
      label={say('review.policyLabel', { column: headerOf(mapping.column) })}
      value={policies.byColumn.get(index) ?? 'overwrite'}
      options={COLUMN_POLICIES.map((policy) => ({ label: say(`policy.${policy}`), value: policy }))}
      onChange={(chosen) => {
        const policy = COLUMN_POLICIES.find((each) => each === chosen);
        if (policy) policies.onChoose(index, policy);
      }}
    />
  );
}
