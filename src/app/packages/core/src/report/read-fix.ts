import type { Property } from '../contract/describe-object-type.ts';
import type { CellFix } from '../records/draft-choices.ts';
import type { CellReading } from '../records/values/cell-reading.ts';
import { chooseColumnFormat } from '../records/values/choose-column-format.ts';
import { makeCellReader } from '../records/values/make-cell-reader.ts';

/** What stands in for wrong cells of a run that is over, by the id of their group. */
export type CellFixesById = ReadonlyMap<string, CellFix>;

export interface FixContext {
  readonly timeZone: string | null;
  readonly isKey: boolean;
  /** Options are added to those HubSpot holds. */
  readonly appends: boolean;
}

/** What a fix makes of a wrong cell: blank leaves it out. A typed text is read as the property's type asks. */
export function readFix(fix: CellFix, property: Property | undefined, context: FixContext): CellReading {
  switch (fix.kind) {
    case 'blank':
      return { kind: 'blank' };
    case 'value':
      return { kind: 'value', value: appended(fix.value, property, context) };
    case 'record':
      return { kind: 'value', value: fix.recordId };
    case 'text': {
      if (property === undefined) return { kind: 'value', value: fix.text };
      const format = chooseColumnFormat(property, [fix.text]);
      return makeCellReader(property, { ...context, format })(fix.text, null);
    }
  }
}

/** One option of a list to append must not take the place of all that HubSpot holds. */
function appended(value: string, property: Property | undefined, { appends }: FixContext): string {
  return appends && property?.fieldType === 'checkbox' && !value.startsWith(';') ? `;${value}` : value;
}
