import { describe, expect, it } from 'vitest';
import { faultCatalogue, type CataloguedFault } from '../workbench/faults/fault-catalogue.ts';
import { describeRuns } from './describe-runs.ts';
import {
  FAULT_OPERATIONS,
  REQUESTS_PER_CALL,
  ROWS,
  ROWS_PER_REQUEST,
  type FaultOperation,
} from './fault-jobs.ts';
import { writeFaultsPage } from './faults-page.ts';
import { findRunFaults } from './find-run-faults.ts';
import { strikeRun } from './strike-run.ts';

const cells = new Map<string, Map<FaultOperation, string>>();

function note(name: string, operation: FaultOperation, found: string): void {
  const row = cells.get(name) ?? new Map<FaultOperation, string>();
  cells.set(name, row.set(operation, found));
}

/** The first, a middle and the last request that writes, or call of the function. */
function placesOf(fault: CataloguedFault | null): readonly number[] {
  if (fault === null) return [1];
  const requests = ROWS / ROWS_PER_REQUEST;
  const count = fault.at === 'function' ? requests / REQUESTS_PER_CALL : requests;
  return [1, Math.ceil(count / 2), count];
}

async function strikeEverywhere(operation: FaultOperation, fault: CataloguedFault | null): Promise<void> {
  const runs = await Promise.all(placesOf(fault).map((nth) => strikeRun({ operation, fault, nth })));
  note(fault?.name ?? '', operation, describeRuns(runs));
  expect(runs.map((run) => findRunFaults(run, fault))).toEqual(runs.map(() => []));
}

/** HubSpot answers an archive with 204 and no body, so there is none to break. */
const BODY_FAULTS = ['truncate', 'omit-row', 'strip-context', 'empty-errors', 'empty-result'];

function canMeet(operation: FaultOperation, { effect }: CataloguedFault): boolean {
  return operation !== 'archive' || !BODY_FAULTS.includes(effect.kind);
}

const isHang = ({ effect }: CataloguedFault): boolean => effect.kind === 'hang';

describe('without a fault', () => {
  it.each(FAULT_OPERATIONS)('%s: every good row is written, every bad one refused', async (operation) => {
    await strikeEverywhere(operation, null);
  });
});

describe.each(faultCatalogue.filter((fault) => !isHang(fault)))('$name: $title', (fault) => {
  it.each(FAULT_OPERATIONS)('%s: true outcomes, wherever it strikes', async (operation) => {
    if (canMeet(operation, fault)) await strikeEverywhere(operation, fault);
    else note(fault.name, operation, 'cannot occur');
  });
});

// Each waits for a real time-out, so they wait together.
describe.each(faultCatalogue.filter(isHang))('$name: $title', (fault) => {
  it.concurrent.each(FAULT_OPERATIONS)('%s: true outcomes, wherever it strikes', async (operation) => {
    await strikeEverywhere(operation, fault);
  });
});

describe('docs/faults.md', () => {
  it('says what was found; npm run faults writes it anew', async () => {
    await expect(await writeFaultsPage(cells)).toMatchFileSnapshot('../docs/faults.md');
  });
});
