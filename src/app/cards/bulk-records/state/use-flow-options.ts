import type { ExtensionPointApiContext } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import { MAX_JOURNAL_DAYS, Pacer } from '@bulk-records/core';
import { cardPorts } from '../ports/card-ports.ts';
import { makeRunKeeper } from '../ports/run-keeper.ts';
import { chooseLongSettings } from './long-settings.ts';
import { mayRun } from './may-run.ts';
import type { Place } from './place.ts';
import { profileNumber } from './profile-number.ts';
import { chooseRunSettings } from './run-settings.ts';
import { chooseApiVersion } from './start-state.ts';
import type { FlowOptions } from './use-flow.ts';

/** What HubSpot tells in every place. */
export type PlaceContext = Pick<
  ExtensionPointApiContext<'crm.record.sidebar'>,
  'portal' | 'user' | 'variables'
>;

interface PlaceOptions {
  readonly context: PlaceContext;
  /** The same object as long as the place is the same. */
  readonly place: Place;
  readonly onRunFinished: () => void;
}

/** What the flow is started with; the same object as long as nothing of it has changed. */
export function useFlowOptions({ context, place, onRunFinished }: PlaceOptions): FlowOptions {
  const { variables, portal, user } = context;
  const apiVersion = chooseApiVersion(variables?.['API_VERSION']);
  const maxCallBytes = variables?.['MAX_CALL_BYTES'];
  const headroomPercent = variables?.['API_HEADROOM_PERCENT'];
  const importAboveRows = variables?.['IMPORT_ABOVE_ROWS'];
  const aboveBytes = variables?.['LONG_FILE_BYTES'];
  const rowsPerPart = variables?.['LONG_PART_ROWS'];
  const runners = variables?.['MAY_RUN'];
  const journalDays = variables?.['JOURNAL_DAYS'];
  const settings = useMemo(
    () => chooseRunSettings({ maxCallBytes, headroomPercent, importAboveRows }, portal.timezone),
    [maxCallBytes, headroomPercent, importAboveRows, portal.timezone],
  );
  return useMemo(() => {
    const pacer = new Pacer(cardPorts, settings);
    return {
      ports: cardPorts,
      pacer,
      settings,
      keeper: makeRunKeeper(Math.floor(profileNumber(journalDays, JOURNAL_DAYS)), pacer),
      longSettings: chooseLongSettings(aboveBytes, rowsPerPart),
      startedBy: nameOf(user),
      place,
      apiVersion,
      timeZone: portal.timezone,
      mayRun: mayRun(runners, user),
      onRunFinished,
    };
  }, [
    place,
    apiVersion,
    portal.timezone,
    settings,
    journalDays,
    runners,
    user,
    onRunFinished,
    aboveBytes,
    rowsPerPart,
  ]);
}

const JOURNAL_DAYS = { usual: 90, least: 1, most: MAX_JOURNAL_DAYS };

function nameOf({ firstName, lastName, email }: PlaceContext['user']): string {
  const name = [firstName, lastName].filter((part) => typeof part === 'string' && part !== '').join(' ');
  return (name === '' ? email : name).slice(0, 200);
}
