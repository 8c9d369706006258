import { Input, MultiSelect, Select } from '@hubspot/ui-extensions';
import { say } from '../copy/say.ts';
import { textOfOption, type Constant } from '../state/constants.ts';

interface ConstantValueProps {
  readonly constant: Constant;
  readonly slot: number;
  readonly onText: (text: string) => void;
}

/** The field for a value that all records get: its options where the property has some, else a text. */
export function ConstantValue({ constant: { property, text }, slot, onText }: ConstantValueProps) {
  const { label, fieldType, options } = property;
  const shared = { testId: `constant-${slot}`, name: `constant-${slot}`, label };
  const offered = options
    .filter(({ hidden }) => !hidden)
    .map((option) => ({ label: option.label, value: textOfOption(option.value, options) }));
  if (offered.length === 0) {
    return <Input {...shared} placeholder={say('selection.value')} value={text} onChange={onText} />;
  }
  if (fieldType === 'checkbox') {
    return (
      <MultiSelect
        {...shared}
        placeholder={say('selection.value')}
        value={text === '' ? [] : text.split(SEPARATOR)}
        options={offered}
        onChange={(chosen) => {
          onText(chosen.join(SEPARATOR));
        }}
      />
    );
  }
  return (
    <Select
      {...shared}
      placeholder={say('selection.value')}
      value={text}
      options={offered}
      onChange={(chosen) => {
        onText(String(chosen));
      }}
    />
  );
}

/** As HubSpot writes several options of one value. */
const SEPARATOR = ';';
