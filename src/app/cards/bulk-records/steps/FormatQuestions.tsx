import { Alert, Flex, Select } from '@hubspot/ui-extensions';
import type { CellFormat, OpenColumn } from '@bulk-records/core';

import { say } from '../copy/say.ts';
import { askForFormat, describeAlternative } from '../copy/value-words.ts';

interface FormatQuestionsProps {
  readonly openColumns: readonly OpenColumn[];
  readonly onChoose: (columnIndex: number, format: CellFormat) => void;
}

/** Columns that can be read in several ways: nothing is guessed, each is asked once. */
export function FormatQuestions({ openColumns, onChoose }: FormatQuestionsProps) {
  if (openColumns.length === 0) return null;
  return (
    <Alert
      testId="format-questions"
      variant="warning"
      title={say('flow.formatQuestionsTitle', { count: openColumns.length })}
    >
      <Flex direction="column" gap="sm">
        {openColumns.map(({ target, examples, alternatives }) => (
          <Select
            key={target.columnIndex}
            testId={`format-of-column-${target.columnIndex}`}
            name={`format-${target.columnIndex}`}
            label={askForFormat(target.property.label, examples)}
            placeholder={say('flow.chooseFormat')}
            options={alternatives.map(({ format, readings }, index) => ({
              label: describeAlternative(format, readings),
              value: index,
            }))}
            onChange={(index) => {
              const chosen = alternatives[Number(index)];
              if (chosen) onChoose(target.columnIndex, chosen.format);
            }}
          />
        ))}
      </Flex>
    </Alert>
  );
}
