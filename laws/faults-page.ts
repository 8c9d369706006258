import { format, resolveConfig } from 'prettier';
import { faultCatalogue } from '../workbench/faults/fault-catalogue.ts';
import {
  FAULT_OPERATIONS,
  REQUESTS_PER_CALL,
  ROWS,
  ROWS_PER_REQUEST,
  type FaultOperation,
} from './fault-jobs.ts';

/** What was found, by fault (`''`: none) and operation. */
export type FaultCells = ReadonlyMap<string, ReadonlyMap<FaultOperation, string>>;

const BAD_ROWS = ROWS / ROWS_PER_REQUEST;

const HEAD = `# What becomes of the rows when something goes wrong

This page is written by \`laws/fault-matrix.test.ts\` and fails that test when it is not what the test found; \`npm run faults\` writes it anew. Each cell is three runs: the fault strikes the first, a middle and the last of the requests that write (for faults of the function: of its calls). In every run the real functions talk HTTP to the emulator, and afterwards each row's outcome is compared with what the emulator wrote and holds: none may be false, no row may have two records, and nothing may be unknown that reading can settle.

A job has ${String(ROWS)} rows in ${String(ROWS / ROWS_PER_REQUEST)} requests of ${String(ROWS_PER_REQUEST)}, ${String(REQUESTS_PER_CALL)} requests to a call. HubSpot refuses ${String(BAD_ROWS)} of the rows, one per request, and they say so whatever else goes wrong; "all written" means the other ${String(ROWS - BAD_ROWS)}. The number after the dot counts requests, reads included. Numbers with strokes differ by place: first / middle / last.

A run ends early only where going on is useless: a used-up day, a portal that is being moved, a refused token or scope, a request HubSpot can't read, two minutes without any answer. A create without a unique key is the one case in which a lost answer can't be settled: see [decision 022](decisions/022-what-proves-a-create.md), and [decision 018](decisions/018-row-property.md) for the way out of it.

\`Name\` opens the workbench with the fault: \`/?scenario=default.<name>\`, or \`default.<name>.3\` for the third write.
`;

/** The page as it stands in docs. */
export async function writeFaultsPage(cells: FaultCells): Promise<string> {
  const rows = [{ name: '', title: 'nothing' }, ...faultCatalogue].map(({ name, title }) => {
    const found = FAULT_OPERATIONS.map((operation) => cells.get(name)?.get(operation) ?? '');
    return `| ${[title, name === '' ? '' : `\`${name}\``, ...found].join(' | ')} |`;
  });
  const head = ['What goes wrong', 'Name', ...FAULT_OPERATIONS];
  const table = [`| ${head.join(' | ')} |`, `| ${head.map(() => '---').join(' | ')} |`, ...rows].join('\n');
  const options = await resolveConfig(import.meta.filename);
  return format(`${HEAD}\n${table}\n`, { ...options, parser: 'markdown' });
}
