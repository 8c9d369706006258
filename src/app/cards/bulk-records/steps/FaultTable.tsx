import { Flex, Text } from '@hubspot/ui-extensions';
import type { Key, ReactNode } from 'react';
import { nameRows } from '../copy/repair-words.ts';
import { say } from '../copy/say.ts';
import { PagedTable } from './PagedTable.tsx';
import { SideBySide } from './SideBySide.tsx';

const LINES_PER_PAGE = 10;

/** What equal cells have in common, and the way to mend them. */
interface FaultLine {
  readonly key: Key;
  readonly words: string;
  /** At least the first ones. */
  readonly rowNumbers: readonly number[];
  readonly count: number;
  readonly fix: ReactNode;
}

interface FaultTableProps<Group> {
  readonly testId: string;
  readonly head: string;
  readonly groups: readonly Group[];
  readonly lineOf: (group: Group, place: number) => FaultLine;
}

/** Faults, each told once for all equal cells, and beside it what can be done about it. */
export function FaultTable<Group>({ testId, head, groups, lineOf }: FaultTableProps<Group>) {
  return (
    <PagedTable
      testId={testId}
      rows={groups}
      rowsPerPage={LINES_PER_PAGE}
      heads={[`${head} · ${say('flow.fixColumn')}`]}
    >
      {(group, place) => {
        const { key, words, rowNumbers, count, fix } = lineOf(group, place);
        return (
          <SideBySide key={key}>
            <Flex direction="column" gap="flush">
              <Text>{words}</Text>
              <Text variant="microcopy">{nameRows(rowNumbers, count)}</Text>
            </Flex>
            {fix}
          </SideBySide>
        );
      }}
    </PagedTable>
  );
}
