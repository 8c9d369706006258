import type { WriteInput } from '../contract/write-records.ts';
import type { Operation } from '../contract/operation.ts';

export interface ModelRecord {
  readonly id: string;
  /** Every state the record ever had; the last one is the present. */
  readonly versions: Readonly<Record<string, string>>[];
  readonly createdAt: number;
  updatedAt: number;
  archivedAt: number | null;
  readonly mergedIds: readonly string[];
}

/** An effective change of the store, by the trace id that caused it. */
export interface ModelWrite {
  readonly traceId: string;
  readonly recordId: string;
  readonly effect: 'created' | 'updated' | 'archived';
}

export interface ModelError {
  readonly category: 'VALIDATION_ERROR' | 'CONFLICT' | 'OBJECT_NOT_FOUND';
  readonly message: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export type Applied =
  | { readonly kind: 'written'; readonly record: ModelRecord; readonly isNew: boolean }
  | { readonly kind: 'refused'; readonly error: ModelError }
  /** HubSpot neither writes nor mentions it: a record that was merged away. */
  | { readonly kind: 'passed-over' };

/** A value the model never accepts. */
export const BAD_VALUE = 'BAD';
/** Stored without its spaces: HubSpot normalises some values. */
export const NORMALISED_PROPERTY = 'phone';
/** Ignored on records that have one already: HubSpot's lifecycle stage only moves forward. */
export const STICKY_PROPERTY = 'stage';

/** What HubSpot holds, and a ledger of what changed it. One unique property (`email`) besides the record id. */
export class ModelStore {
  readonly records = new Map<string, ModelRecord>();
  readonly ledger: ModelWrite[] = [];
  private nextId = 5000;

  constructor(private readonly now: () => number) {}

  /** A record that was there before the run. */
  seed(
    properties: Readonly<Record<string, string>>,
    told: Partial<Pick<ModelRecord, 'id' | 'archivedAt' | 'mergedIds'>> = {},
  ): ModelRecord {
    const longAgo = this.now() - 3_600_000;
    const record = this.makeRecord(properties, longAgo, told);
    this.records.set(record.id, record);
    return record;
  }

  find(idProperty: string | undefined, id: string): ModelRecord | undefined {
    if (idProperty === undefined) return this.records.get(id);
    const wanted = id.toLowerCase();
    return [...this.records.values()].find(
      (record) => record.archivedAt === null && propertiesOf(record)[idProperty]?.toLowerCase() === wanted,
    );
  }

  /** Who swallowed the record with this id. */
  findWinner(id: string): ModelRecord | undefined {
    return [...this.records.values()].find(({ mergedIds }) => mergedIds.includes(id));
  }

  /** What HubSpot would say to an input, without doing it. */
  judge(operation: Operation, input: WriteInput): ModelError | null {
    if (operation === 'archive') return null;
    if (Object.values(input.properties).includes(BAD_VALUE)) return badValue();
    if (operation === 'create') {
      const holder = this.find('email', input.properties['email'] ?? '');
      return holder ? conflict(holder.id) : null;
    }
    if (operation === 'upsert' || this.targetOf(input) || this.findWinner(input.id ?? '')) return null;
    return {
      category: 'OBJECT_NOT_FOUND',
      message: 'Could not get some CONTACT objects, they may be deleted or not exist.',
      context: { ids: [input.id ?? ''] },
    };
  }

  apply(operation: Operation, input: WriteInput): Applied {
    const error = this.judge(operation, input);
    if (error) return { kind: 'refused', error };
    if (operation === 'create') return this.create(input);
    const record = this.targetOf(input);
    if (operation === 'archive') return record ? this.archive(record, input) : { kind: 'passed-over' };
    if (record) return this.update(record, input);
    return operation === 'upsert' ? this.create(input) : { kind: 'passed-over' };
  }

  private targetOf(input: WriteInput): ModelRecord | undefined {
    const record = this.find(input.idProperty, input.id ?? '');
    return record?.archivedAt === null ? record : undefined;
  }

  private create(input: WriteInput): Applied {
    const key = input.idProperty === undefined ? {} : { [input.idProperty]: (input.id ?? '').toLowerCase() };
    const record = this.makeRecord({ ...normalise(input.properties), ...key }, this.now(), {});
    this.records.set(record.id, record);
    this.note(input, record, 'created');
    return { kind: 'written', record, isNew: true };
  }

  private update(record: ModelRecord, input: WriteInput): Applied {
    const before = propertiesOf(record);
    const stage = before[STICKY_PROPERTY];
    const kept = stage === undefined ? {} : { [STICKY_PROPERTY]: stage };
    const after = { ...before, ...normalise(input.properties), ...kept };
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      record.versions.push(after);
      record.updatedAt = this.now();
      this.note(input, record, 'updated');
    }
    return { kind: 'written', record, isNew: false };
  }

  private archive(record: ModelRecord, input: WriteInput): Applied {
    record.archivedAt = this.now();
    record.updatedAt = this.now();
    this.note(input, record, 'archived');
    return { kind: 'written', record, isNew: false };
  }

  private note(input: WriteInput, record: ModelRecord, effect: ModelWrite['effect']): void {
    this.ledger.push({ traceId: input.objectWriteTraceId, recordId: record.id, effect });
  }

  private makeRecord(
    properties: Readonly<Record<string, string>>,
    createdAt: number,
    told: Partial<Pick<ModelRecord, 'id' | 'archivedAt' | 'mergedIds'>>,
  ): ModelRecord {
    this.nextId += 1;
    return {
      id: String(this.nextId),
      versions: [properties],
      createdAt,
      updatedAt: createdAt,
      archivedAt: null,
      mergedIds: [],
      ...told,
    };
  }
}

export function propertiesOf(record: ModelRecord): Readonly<Record<string, string>> {
  return record.versions.at(-1) ?? {};
}

function normalise(properties: Readonly<Record<string, string>>): Record<string, string> {
  const values: Record<string, string> = { ...properties };
  const phone = values[NORMALISED_PROPERTY];
  if (phone !== undefined) values[NORMALISED_PROPERTY] = phone.replaceAll(' ', '');
  return values;
}

function badValue(): ModelError {
  const problem = { isValid: false, message: 'BAD was not valid', error: 'INVALID_OPTION', name: 'name' };
  return {
    category: 'VALIDATION_ERROR',
    message: `Property values were not valid: ${JSON.stringify([problem])}`,
    context: {},
  };
}

function conflict(existingId: string): ModelError {
  return {
    category: 'CONFLICT',
    message: `Contact already exists. Existing ID: ${existingId}`,
    context: { existingId: [existingId] },
  };
}
