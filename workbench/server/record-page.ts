import { faultCatalogue } from '../faults/fault-catalogue.ts';
import type { PageFacts, RecordAddress } from '../page-facts.ts';
import { readPortalDetails, readProperties, readPropertyDefinitions } from './crm-reader.ts';
import type { PropertyValues } from './crm-reader.ts';
import { formatValues } from './format-values.ts';
import { withExternalOptions } from './option-labels.ts';
import type { Portal } from './portal.ts';
import { parseScenario } from './scenario.ts';
import { PortalError } from './portal-json.ts';
import { recordKindOf } from './record-kinds.ts';
import type { RecordKind } from './record-kinds.ts';

export interface PageSettings {
  readonly worlds: readonly string[];
  readonly card: PageFacts['card'];
}

/** Everything the page shows around the card. A record the portal does not give is `missing`. */
export async function readPageFacts(
  portal: Portal,
  address: RecordAddress,
  settings: PageSettings,
): Promise<PageFacts> {
  const details = await readPortalDetails(portal);
  const scenario = parseScenario(address.scenario);
  return {
    scenario: address.scenario,
    world: scenario?.world ?? address.scenario,
    faults: faultCatalogue.map(({ name, title }) => ({ name, title })),
    fault: scenario?.strike?.fault.name ?? null,
    worlds: [...settings.worlds],
    portal: { ...details, name: portal.name, canReset: portal.reset !== undefined },
    record: await readShownRecord(portal, address),
    card: settings.card,
  };
}

async function readShownRecord(portal: Portal, address: RecordAddress): Promise<PageFacts['record']> {
  const { objectTypeId, recordId } = address;
  try {
    const definitions = await withExternalOptions(
      portal,
      objectTypeId,
      await readPropertyDefinitions(portal, objectTypeId),
    );
    const known = definitions.map((definition) => definition.name);
    const kind = recordKindOf(objectTypeId, known);
    const wanted = [...new Set([...kind.titles.flat(), kind.subtitle, ...kind.about])];
    const names = wanted.filter((name) => known.includes(name));
    const values = await readProperties(portal, address, names);
    const shown = formatValues(values, definitions, 'all');
    const about = kind.about.filter((name) => known.includes(name));
    return {
      kind: 'found',
      id: Number(recordId),
      objectTypeId,
      typeLabel: kind.label,
      title: titleOf(kind, values) || `Record ${recordId}`,
      subtitle: shown[kind.subtitle] ?? '',
      properties: about.map((name) => ({
        name,
        label: definitions.find((definition) => definition.name === name)?.label ?? name,
        value: shown[name] ?? null,
      })),
    };
  } catch (error) {
    if (!(error instanceof PortalError)) throw error;
    return { kind: 'missing', reason: error.message };
  }
}

function titleOf(kind: RecordKind, values: PropertyValues): string {
  const titles = kind.titles.map((names) =>
    names
      .map((name) => values[name] ?? '')
      .join(' ')
      .trim(),
  );
  return titles.find((title) => title !== '') ?? '';
}
