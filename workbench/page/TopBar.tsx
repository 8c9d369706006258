import type { ReactNode } from 'react';

import { PLACES } from '../page-facts.ts';
import type { PageFacts } from '../page-facts.ts';
import { addressOfType, addressWith } from './page-address.ts';
import type { BenchAddress } from './page-address.ts';

const recordTypes = [
  { id: '0-1', label: 'Contact' },
  { id: '0-2', label: 'Company' },
  { id: '0-3', label: 'Deal' },
  { id: '0-5', label: 'Ticket' },
] as const;

const placeNames = { card: 'card on a record', page: 'app page', action: 'bulk action' } as const;

const sidebarWidthsPx = [280, 300, 320, 360, 400] as const;
const panelWidthsPx = [400, 600, 840, 1100] as const;

interface TopBarProps {
  readonly facts: PageFacts;
  readonly address: BenchAddress;
  readonly callCount: number;
  readonly onReset: () => void;
  readonly onToggleLog: () => void;
}

function goTo(href: string): void {
  window.location.assign(href);
}

/** The bench's own controls; nothing of it exists at HubSpot. */
export function TopBar(props: TopBarProps): ReactNode {
  const { facts, address } = props;
  const url = new URL(window.location.href);
  return (
    <div className="wb-bar" role="toolbar" aria-label="Workbench">
      <strong>Workbench</strong>
      <span className="wb-portal">
        {facts.portal.name} · portal {facts.portal.id}
      </span>
      {facts.worlds.length > 0 && <ScenarioChoice facts={facts} />}
      {facts.worlds.length > 0 && <FaultChoice facts={facts} />}
      <Choice
        label="Record"
        value={address.objectTypeId}
        choices={recordTypes.map(({ id, label }) => ({ value: id, label }))}
        onChoose={(objectTypeId) => {
          goTo(addressOfType(url, objectTypeId));
        }}
      />
      <Choice
        label="Place"
        value={address.place}
        choices={PLACES.map((place) => ({ value: place, label: placeNames[place] }))}
        onChoose={(place) => {
          goTo(addressWith(url, { place }));
        }}
      />
      <WidthChoices address={address} />
      <span className="wb-space" />
      {facts.portal.canReset && (
        <button type="button" onClick={props.onReset}>
          Reset portal
        </button>
      )}
      <button type="button" onClick={props.onToggleLog}>
        Function log ({props.callCount})
      </button>
    </div>
  );
}

function ScenarioChoice({ facts }: { readonly facts: PageFacts }): ReactNode {
  const names = [...new Set([facts.scenario, ...facts.worlds])];
  return (
    <Choice
      label="Scenario"
      value={facts.scenario}
      choices={names.map((name) => ({ value: name, label: name }))}
      onChoose={(scenario) => {
        // Another world has other records: the start page picks one.
        goTo(`/?${new URLSearchParams({ scenario }).toString()}`);
      }}
    />
  );
}

function FaultChoice({ facts }: { readonly facts: PageFacts }): ReactNode {
  const { world, fault, faults } = facts;
  return (
    <Choice
      label="Goes wrong"
      value={fault ?? ''}
      choices={[
        { value: '', label: 'nothing' },
        ...faults.map(({ name, title }) => ({ value: name, label: title })),
      ]}
      onChoose={(name) => {
        goTo(`/?${new URLSearchParams({ scenario: scenarioWith(world, name) }).toString()}`);
      }}
    />
  );
}

/** A fault strikes once, so each choice is a portal of its own. */
function scenarioWith(world: string, fault: string): string {
  return fault === '' ? world : `${world}.${fault}~${Date.now().toString(36)}`;
}

function WidthChoices({ address }: { readonly address: BenchAddress }): ReactNode {
  const url = new URL(window.location.href);
  const sidebarsPx = [...new Set([address.sidebarWidthPx, ...sidebarWidthsPx])];
  const panelsPx = [...new Set([address.panelWidthPx ?? panelWidthsPx[0], ...panelWidthsPx])];
  return (
    <>
      <Choice
        label="Sidebar"
        value={String(address.sidebarWidthPx)}
        choices={sidebarsPx.map((width) => ({ value: String(width), label: `${width} px` }))}
        onChoose={(sidebar) => {
          goTo(addressWith(url, { sidebar }));
        }}
      />
      <Choice
        label="Panel"
        value={address.panelWidthPx === undefined ? '' : String(address.panelWidthPx)}
        choices={[
          { value: '', label: 'as the card asks' },
          ...panelsPx.map((width) => ({ value: String(width), label: `${width} px` })),
        ]}
        onChoose={(panel) => {
          goTo(addressWith(url, { panel }));
        }}
      />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, choices, onChoose }: ChoiceProps): ReactNode {
  return (
    <label>
      {label}{' '}
      <select
        value={value}
        onChange={(event) => {
          onChoose(event.target.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
