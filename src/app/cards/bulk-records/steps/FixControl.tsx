import { Button, Flex, Inline, Input, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { Candidate, CellFix, CellFormat, ColumnIssue, RecordIssue } from '@bulk-records/core';

import { say } from '../copy/say.ts';
import { spellOut } from '../copy/spell-out.ts';

export interface FixingProps {
  /** What a wrong option may be replaced by. */
  readonly optionsOf: (property: string) => readonly Candidate[];
  readonly onFix: (columnIndex: number, raw: string, fix: CellFix) => void;
  readonly onFormat: (columnIndex: number, format: CellFormat) => void;
}

interface FixCellProps extends FixingProps {
  readonly issue: RecordIssue;
  readonly slot: number | string;
}

/** What one group of equal cells is repaired with. */
export function FixCell({ issue, ...rest }: FixCellProps) {
  if (!('columnIndex' in issue)) {
    const next = issue.code === 'not-read' ? 'flow.fixByReading' : 'flow.fixInData';
    return <Text variant="microcopy">{say(next)}</Text>;
  }
  const { columnIndex, raw } = issue;
  const { onFix, onFormat, ...shown } = rest;
  return (
    <FixControl
      key={`${columnIndex} ${raw}`}
      {...shown}
      issue={issue}
      onFix={(fix) => {
        onFix(columnIndex, raw, fix);
      }}
      onFormat={(format) => {
        onFormat(columnIndex, format);
      }}
    />
  );
}

/** A wrong cell as far as choosing a fix asks. */
export type FixableCell = Pick<ColumnIssue, 'property' | 'raw' | 'expected' | 'candidates'> & {
  readonly code?: ColumnIssue['code'];
  /** Of a key or a required property: leaving it blank repairs nothing. */
  readonly needsValue?: boolean;
};

interface FixControlProps extends Pick<FixingProps, 'optionsOf'> {
  readonly issue: FixableCell;
  readonly slot: number | string;
  readonly onFix: (fix: CellFix) => void;
  readonly onFormat?: (format: CellFormat) => void;
}

/** Values to choose from where there are some, a field to retype the cell where there are none or none is right. */
export function FixControl({ issue, slot, optionsOf, onFix, onFormat }: FixControlProps) {
  const [isTyping, setTyping] = useState(false);
  const choices = listChoices(issue, { optionsOf, hasFormats: onFormat !== undefined });
  if (isTyping || choices.length === 0) return <Retype issue={issue} slot={slot} onFix={onFix} />;
  const all = [...choices, ...(issue.needsValue === true ? [] : [blanking()]), retyping()];
  const repair = (choice: Choice | undefined) => {
    switch (choice?.kind) {
      case 'fix':
        onFix(choice.fix);
        break;
      case 'format':
        onFormat?.(choice.format);
        break;
      case 'retype':
        setTyping(true);
        break;
      case undefined:
        break;
    }
  };
  return (
    <Select
      testId={`fix-${slot}`}
      name={`fix-${slot}`}
      label={say('flow.fixWith')}
      placeholder={say('flow.chooseFix')}
      options={all.map(({ label }, index) => ({ label, value: index }))}
      onChange={(index) => {
        repair(all[Number(index)]);
      }}
    />
  );
}

type Choice = { readonly label: string } & (
  | { readonly kind: 'fix'; readonly fix: CellFix }
  | { readonly kind: 'format'; readonly format: CellFormat }
  | { readonly kind: 'retype' }
);

function blanking(): Choice {
  return { kind: 'fix', label: say('flow.leaveBlank'), fix: { kind: 'blank' } };
}

function retyping(): Choice {
  return { kind: 'retype', label: say('flow.retypeInstead') };
}

function cleaning(): Choice {
  return { kind: 'format', label: say('flow.cleanColumn'), format: { kind: 'cleaned' } };
}

/** The candidates first; then, of an option, all others; of characters nobody sees, the column's at once. */
function listChoices(
  issue: FixableCell,
  { optionsOf, hasFormats }: Pick<FixingProps, 'optionsOf'> & { readonly hasFormats: boolean },
): readonly Choice[] {
  const { code, expected } = issue;
  // What a column is read as is decided before the run; after it a candidate stands for its cells alone.
  const candidates = hasFormats
    ? issue.candidates
    : issue.candidates.map(({ value, label }) => ({ value, label }));
  const isOdd = hasFormats && (code === 'invisible-characters' || code === 'damaged-characters');
  const offered = new Set(candidates.map(({ value }) => value));
  const others = expected.kind === 'option' ? optionsOf(issue.property) : [];
  return [
    ...candidates.map((candidate) => choiceOf(candidate, issue)),
    ...(isOdd && candidates.length > 0 ? [cleaning()] : []),
    ...others.filter(({ value }) => !offered.has(value)).map((option) => choiceOf(option, issue)),
  ];
}

function choiceOf({ value, label, format }: Candidate, { raw, code }: FixableCell): Choice {
  const seen = spellOut(label);
  if (format) return { kind: 'format', label: seen, format };
  if (code === 'several-records')
    return { kind: 'fix', label: seen, fix: { kind: 'record', recordId: value } };
  const isAsItStands = code === 'invisible-characters' && value === raw;
  return {
    kind: 'fix',
    label: isAsItStands ? say('flow.asItStands', { label: seen }) : seen,
    fix: { kind: 'value', value },
  };
}

/** What is understood of a date whatever the column looks like. */
const DATE_EXAMPLES = { date: '2026-05-31', 'date-time': '2026-05-31 14:30' } as const;

function hintFor({ expected: { kind } }: FixableCell) {
  if (kind !== 'date' && kind !== 'date-time') return {};
  return { description: say('flow.dateHint', { example: DATE_EXAMPLES[kind] }) };
}

interface RetypeProps extends Pick<FixControlProps, 'issue' | 'slot'> {
  readonly onFix: (fix: CellFix) => void;
}

function Retype({ issue, slot, onFix }: RetypeProps) {
  return (
    <Flex direction="column" gap="xs">
      <Input
        testId={`retype-${slot}`}
        name={`retype-${slot}`}
        label={say('flow.retype')}
        placeholder={spellOut(issue.raw)}
        {...hintFor(issue)}
        onChange={(text) => {
          if (text.trim() !== '') onFix({ kind: 'text', text });
        }}
      />
      {issue.needsValue !== true && (
        <Inline>
          <Button
            testId={`blank-${slot}`}
            size="xs"
            onClick={() => {
              onFix({ kind: 'blank' });
            }}
          >
            {say('flow.leaveBlank')}
          </Button>
        </Inline>
      )}
    </Flex>
  );
}
