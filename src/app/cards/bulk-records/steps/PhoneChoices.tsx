import { Flex, Select, Text } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import { countryOfTimeZone, internationalNumber, readCallingPlans, type Dialling } from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { nameOfCountry } from '../copy/choice-words.ts';
import type { ColumnChoicesProps } from './column-choices-props.ts';

const NO_COUNTRY = '';

/**
 * Phone numbers as typed, or in the international format with a country for those that name none. Nothing to choose where
 * an older function does not tell how numbers are dialled.
 */
export function PhoneChoices({ target, samples, decisions, timeZone, actions }: ColumnChoicesProps) {
  const { columnIndex, property } = target;
  const plans = useMemo(() => readCallingPlans(property.callingPlans ?? ''), [property.callingPlans]);
  const format = decisions.formats.get(columnIndex);
  const choose = (country: string | null) => {
    actions.chooseFormat(columnIndex, { kind: 'phone', country });
  };
  if (plans.size === 0 && format === undefined) return null;
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
          if (isInternational === true) choose(countryOfTimeZone(timeZone, plans.keys()));
          else actions.chooseFormat(columnIndex, null);
        }}
      />
      {format?.kind === 'phone' && (
        <CountryChoice
          columnIndex={columnIndex}
          dialling={{ country: format.country, plans }}
          samples={samples}
          onChoose={choose}
        />
      )}
    </Flex>
  );
}

interface CountryChoiceProps {
  readonly columnIndex: number;
  readonly dialling: Dialling;
  readonly samples: readonly string[];
  readonly onChoose: (country: string | null) => void;
}

function CountryChoice({ columnIndex, dialling, samples, onChoose }: CountryChoiceProps) {
  const { country, plans } = dialling;
  const options = useMemo(() => listCountries(plans), [plans]);
  const examples = samples.flatMap((typed) => {
    const number = internationalNumber(typed, dialling);
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

function listCountries(plans: Dialling['plans']) {
  const named = [...plans.values()].map(({ country, callingCode }) => ({
    label: `${nameOfCountry(country)} (+${callingCode})`,
    value: country,
  }));
  const byName = named.sort((one, other) => one.label.localeCompare(other.label));
  return [{ label: say('flow.noPhoneCountry'), value: NO_COUNTRY }, ...byName];
}
