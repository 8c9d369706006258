import { Select } from '@hubspot/ui-extensions';
import { valueKindOf, type CellFormat } from '@bulk-records/core';

import { say } from '../copy/say.ts';
import { nameOfFormat } from '../copy/value-words.ts';
import type { ColumnChoicesProps } from './column-choices-props.ts';
import { PhoneChoices } from './PhoneChoices.tsx';

/** What there is to decide about a column beside its property; nothing for most. */
export function ColumnChoices(props: ColumnChoicesProps) {
  const { target, decisions, actions } = props;
  const { columnIndex } = target;
  const chosen = decisions.formats.get(columnIndex);
  const kind = valueKindOf(target.property);
  switch (kind) {
    case 'options':
      return (
        <Select
          testId={`options-of-column-${columnIndex}`}
          name={`options-of-column-${columnIndex}`}
          label={say('flow.optionsMode')}
          value={decisions.appendingColumns.has(columnIndex) ? 'append' : 'replace'}
          options={[
            { label: say('flow.replaceOptions'), value: 'replace' },
            { label: say('flow.appendOptions'), value: 'append' },
          ]}
          onChange={(mode) => {
            actions.chooseOptionsMode(columnIndex, mode === 'append' ? 'append' : 'replace');
          }}
        />
      );
    case 'phone':
      return <PhoneChoices {...props} />;
    case 'number':
    case 'date':
    case 'date-time':
      return (
        <ReadingChoice {...props} formats={[...(isOwn(chosen) ? [chosen] : []), { kind: 'unchecked' }]} />
      );
    case 'text':
    case 'trimmed':
    case 'record-id':
    case 'boolean':
    case 'option':
    case 'email':
    case 'domain':
      return chosen === undefined ? null : <ReadingChoice {...props} formats={[chosen]} />;
  }
}

function isOwn(format: CellFormat | undefined): format is CellFormat {
  return format !== undefined && format.kind !== 'unchecked';
}

interface ReadingChoiceProps extends ColumnChoicesProps {
  readonly formats: readonly CellFormat[];
}

const AS_IT_LOOKS = -1;

/** Shows the format that was chosen and takes it back; where the column is open, it is asked about again. */
function ReadingChoice({ target, decisions, formats, actions }: ReadingChoiceProps) {
  const { columnIndex } = target;
  const chosen = decisions.formats.get(columnIndex);
  return (
    <Select
      testId={`reading-of-column-${columnIndex}`}
      name={`reading-of-column-${columnIndex}`}
      label={say('flow.columnReading')}
      value={formats.findIndex((format) => format.kind === chosen?.kind)}
      options={[
        { label: say('flow.asColumnLooks'), value: AS_IT_LOOKS },
        ...formats.map((format, index) => ({ label: nameOfFormat(format), value: index })),
      ]}
      onChange={(index) => {
        actions.chooseFormat(columnIndex, formats[Number(index)] ?? null);
      }}
    />
  );
}
