import { Flex, Select, Text } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import { callingPlans, countryOfTimeZone, internationalNumber } from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { nameOfCountry } from '../copy/choice-words.ts';
import type { ColumnChoicesProps } from './column-choices-props.ts';

const NO_COUNTRY = '';

/** Phone numbers as typed, or in the international format with a country for those that name none. */
export function PhoneChoices({ target, samples, decisions, timeZone, actions }: ColumnChoicesProps) {
  const { columnIndex } = target;
  const format = decisions.formats.get(columnIndex);
  const choose = (country: string | null) => {
    actions.chooseFormat(columnIndex, { kind: 'phone', country });
  };
  return (
    <Flex direction="column" gap="xs">
      <Select
        testId={`phones-of-column-${columnIndex}`}
        name={`phones-of-column-${columnIndex}`}
        label={say('flow.phoneFormat')}
        value={format?.kind === 'phone'}
        options={[
          { label: say('flow.phonesAsTyped'), value: false },
          { label: say('flow.phonesInternational'), value: true },
        ]}
        onChange={(isInternational) => {
          if (isInternational === true) choose(countryOfTimeZone(timeZone));
          else actions.chooseFormat(columnIndex, null);
        }}
      />
      {format?.kind === 'phone' && (
        <CountryChoice
          columnIndex={columnIndex}
          country={format.country}
          samples={samples}
          onChoose={choose}
        />
      )}
    </Flex>
  );
}

interface CountryChoiceProps {
  readonly columnIndex: number;
  readonly country: string | null;
  readonly samples: readonly string[];
  readonly onChoose: (country: string | null) => void;
}

function CountryChoice({ columnIndex, country, samples, onChoose }: CountryChoiceProps) {
  const options = useMemo(listCountries, []);
  const examples = samples.flatMap((typed) => {
    const number = internationalNumber(typed, country);
    return number === null || number === typed ? [] : [`${typed} → ${number}`];
  });
  return (
    <>
      <Select
        testId={`country-of-column-${columnIndex}`}
        name={`country-of-column-${columnIndex}`}
        label={say('flow.phoneCountry')}
        value={country ?? NO_COUNTRY}
        options={options}
        onChange={(chosen) => {
          onChoose(chosen === NO_COUNTRY ? null : String(chosen));
        }}
      />
      {examples.length > 0 && (
        <Text testId={`phone-example-of-column-${columnIndex}`} variant="microcopy">
          {examples[0]}
        </Text>
      )}
    </>
  );
}

function listCountries() {
  const named = [...callingPlans().values()].map(({ country, callingCode }) => ({
    label: `${nameOfCountry(country)} (+${callingCode})`,
    value: country,
  }));
  const byName = named.sort((one, other) => one.label.localeCompare(other.label));
  return [{ label: say('flow.noPhoneCountry'), value: NO_COUNTRY }, ...byName];
}
