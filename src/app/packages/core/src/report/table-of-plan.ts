import type { Table } from '../input/table.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * A plan's rows as a table of what they send, for a run whose input is not at hand: the key first, then every property
 * by its internal name, which is mapped by itself when the table is pasted again. Row by row as the plan has them.
 */
export function tableOfPlan({ rows, keyProperty }: Pick<Plan, 'rows' | 'keyProperty'>): Table {
  const names = new Set<string>(keyProperty === null ? [] : [keyProperty]);
  for (const row of rows)
    if ('properties' in row) for (const name of Object.keys(row.properties)) names.add(name);
  const headers = [...names];
  return {
    columns: headers.map((header, index) => ({ index, header })),
    rows: rows.map((row) => {
      const sent = 'properties' in row ? row.properties : {};
      const cells = headers.map((name) => (name === keyProperty ? row.key : undefined) ?? sent[name] ?? '');
      return { number: row.rowNumber, cells };
    }),
  };
}
