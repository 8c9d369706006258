import { hasFailed, type Difference, type Outcome } from '../outcomes/outcome.ts';
import { valueAfter } from '../plan/appended-options.ts';
import type { PlanPart, RecordToWrite } from '../plan/plan-part.ts';
import { readKeys, type ReadPorts } from '../plan/read-keys.ts';
import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import { isSameValue } from '../records/same-value.ts';
import type { RunSettings } from './settings.ts';

/** The first few records of every part, and the rest. */
export interface CanarySplit {
  readonly first: readonly PlanPart[];
  readonly rest: readonly PlanPart[];
}

type CanarySettings = Pick<RunSettings, 'canaryAboveWrites' | 'canaryRecords' | 'maxCanaryFailures'>;

/** Which records are written first and alone; null where the run is too small for it, or it is switched off. */
export function splitCanary(
  parts: readonly PlanPart[],
  { canaryAboveWrites, canaryRecords }: CanarySettings,
): CanarySplit | null {
  const writeCount = parts.reduce((sum, { toWrite }) => sum + toWrite.length, 0);
  if (canaryAboveWrites === null || writeCount <= canaryAboveWrites) return null;
  const cut = (from: number, to?: number): readonly PlanPart[] =>
    parts
      .map((part) => ({ ...part, toWrite: part.toWrite.slice(from, to) }))
      .filter(({ toWrite }) => toWrite.length > 0);
  return { first: cut(0, canaryRecords), rest: cut(canaryRecords) };
}

/** A record that HubSpot holds otherwise than the plan says. */
export interface CanarySurprise {
  readonly rowNumber: number;
  readonly recordId: string;
  readonly differences: readonly Difference[];
}

/** What became of the first records, and what the admin should look at before the rest is written. */
export interface CanaryReport {
  readonly outcomes: readonly Outcome[];
  readonly failedCount: number;
  readonly surprises: readonly CanarySurprise[];
  readonly restCount: number;
  /** True: the run waits for the admin's word. */
  readonly needsConsent: boolean;
}

export interface CanaryContext {
  readonly split: CanarySplit;
  readonly ports: ReadPorts;
  readonly settings: CanarySettings & Pick<RunSettings, 'workMs'>;
}

/** Reads the first records back, whatever HubSpot answered, and holds them against the plan. */
export async function examineCanary(
  outcomes: readonly Outcome[],
  { split, ports, settings }: CanaryContext,
): Promise<CanaryReport> {
  const surprises: CanarySurprise[] = [];
  for (const part of split.first) {
    surprises.push(...(await findSurprises(part, outcomes, { ports, workMs: settings.workMs })));
  }
  const failedCount = outcomes.filter(hasFailed).length;
  return {
    outcomes,
    failedCount,
    surprises,
    restCount: split.rest.reduce((sum, { toWrite }) => sum + toWrite.length, 0),
    needsConsent: surprises.length > 0 || failedCount > outcomes.length * settings.maxCanaryFailures,
  };
}

async function findSurprises(
  part: PlanPart,
  outcomes: readonly Outcome[],
  { ports, workMs }: { readonly ports: ReadPorts; readonly workMs: number },
): Promise<readonly CanarySurprise[]> {
  if (part.operation === 'archive') return [];
  const written = part.toWrite.flatMap((record) => {
    const outcome = outcomes.find(({ slot }) => slot === record.slot);
    const isWritten = outcome?.kind === 'created' || outcome?.kind === 'updated';
    return isWritten ? [{ record, outcome }] : [];
  });
  if (written.length === 0) return [];
  const propertyNames = [...new Set(written.flatMap(({ record }) => Object.keys(record.properties)))].filter(
    (name) => part.properties.has(name),
  );
  const target = { ...part, keyProperty: RECORD_ID_PROPERTY };
  const keys = written.map(({ outcome }) => outcome.recordId);
  const { readings } = await readKeys({ target, keys, propertyNames, archived: false }, ports, { workMs });
  return written.flatMap(({ record, outcome }) => {
    const reading = readings.get(outcome.recordId);
    const stored = reading?.kind === 'found' ? reading.record.properties : null;
    if (stored === null) return [];
    const differences = differencesOf(record, stored, { part, changedSince: outcome.changedSince });
    return differences.length === 0
      ? []
      : [{ rowNumber: record.rowNumber, recordId: outcome.recordId, differences }];
  });
}

/** Unlike an answer, a reading that was asked for a property and does not bring it says that it is empty. */
function differencesOf(
  record: RecordToWrite,
  stored: Readonly<Record<string, string | null>>,
  { part, changedSince }: { readonly part: PlanPart; readonly changedSince: readonly string[] },
): readonly Difference[] {
  return Object.entries(record.properties).flatMap(([name, value]) => {
    const property = part.properties.get(name);
    if (property === undefined || changedSince.includes(name)) return [];
    const held = stored[name] ?? '';
    const sent = valueAfter(property, value, held);
    return isSameValue(property, sent, held) ? [] : [{ property: name, sent: value, stored: held }];
  });
}
