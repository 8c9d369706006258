import type { Property } from '../contract/describe-object-type.ts';
import type { PlannedAssociation } from '../contract/associate-records.ts';
import { pipelinePropertyOf } from '../records/pipeline-columns.ts';
import { finish, type Sliced } from '../slices/sliced.ts';
import { associationsToMake } from './associations-of.ts';
import type { KeyReadings } from './key-reading.ts';
import { PIECE_ROWS } from './piece-rows.ts';
import type { PlannedRow, PlanTarget, Values } from './plan.ts';
import type { SideEffect, SideEffectKind } from './side-effect.ts';

export interface EffectContext {
  readonly target: PlanTarget;
  readonly readings: KeyReadings;
  readonly associations: readonly PlannedAssociation[];
}

const MAX_ROW_NUMBERS = 5;

/** Side effects of a plan's rows, each kind and property once, in the order they are met. */
export function findSideEffects(rows: readonly PlannedRow[], context: EffectContext): readonly SideEffect[] {
  return finish(findSideEffectsSliced(rows, context));
}

/** The same in slices. */
export function* findSideEffectsSliced(
  rows: readonly PlannedRow[],
  context: EffectContext,
): Sliced<readonly SideEffect[]> {
  const effects = new Map<string, Tally>();
  for (const [slot, row] of rows.entries()) {
    for (const { kind, property } of effectsOf(row, context)) {
      const id = `${kind} ${property ?? ''}`;
      const tally = effects.get(id) ?? { kind, property, count: 0, firstRowNumbers: [] };
      effects.set(id, tally);
      tally.count += 1;
      if (tally.firstRowNumbers.length < MAX_ROW_NUMBERS) tally.firstRowNumbers.push(row.rowNumber);
    }
    const done = slot + 1;
    if (done % PIECE_ROWS === 0) yield { stage: 'drafting', done, total: rows.length };
  }
  return [...effects.values()];
}

interface Tally extends SideEffect {
  count: number;
  readonly firstRowNumbers: number[];
}

type Effect = Pick<SideEffect, 'kind' | 'property'>;

function effectsOf(row: PlannedRow, context: EffectContext): readonly Effect[] {
  const isAssociated = associationsToMake(row, context).length > 0;
  const onCells = effectsOnCells(row, context);
  return isAssociated ? [...onCells, { kind: 'associations-added', property: null }] : onCells;
}

function effectsOnCells(row: PlannedRow, context: EffectContext): readonly Effect[] {
  switch (row.kind) {
    case 'create':
      return misplacedStages(row.properties, {}, context.target);
    case 'update': {
      const { properties, before, kept } = row;
      const reading = context.readings.get(row.key ?? '');
      const held = reading?.kind === 'found' ? reading.record.properties : {};
      const changes = Object.entries(properties).flatMap(([name, value]): readonly Effect[] => {
        const kind = effectOfChange(context.target.properties.get(name), { value, held: before[name] ?? '' });
        return kind === null ? [] : [{ kind, property: name }];
      });
      return [...changes, ...keptStages(kept), ...misplacedStages(properties, held, context.target)];
    }
    case 'unchanged':
      return keptStages(row.kept);
    case 'archive':
    case 'blocked':
    case 'duplicate':
    case 'missing':
    case 'unread':
      return [];
  }
}

function effectOfChange(
  property: Property | undefined,
  { value, held }: { readonly value: string; readonly held: string },
): SideEffectKind | null {
  if (held === '') return null;
  if (value === '') return 'value-cleared';
  const isOwner = property?.referencedObjectType === 'OWNER' || property?.name === 'hubspot_owner_id';
  return isOwner ? 'owner-changes' : null;
}

function keptStages(kept: Extract<PlannedRow, { kind: 'unchanged' }>['kept']): readonly Effect[] {
  return kept
    .filter(({ reason }) => reason === 'moves-backwards')
    .map(({ property }) => ({ kind: 'stage-kept', property }));
}

/** Stages that belong to another pipeline than the record's, which HubSpot refuses or moves the record for. */
function misplacedStages(
  sent: Values,
  held: Readonly<Record<string, string | null>>,
  { properties }: PlanTarget,
): readonly Effect[] {
  return Object.entries(sent).flatMap(([name, stage]): readonly Effect[] => {
    const pipelineProperty = pipelinePropertyOf(name);
    if (pipelineProperty === null) return [];
    const home = properties.get(name)?.options.find(({ value }) => value === stage)?.pipeline;
    const pipeline = sent[pipelineProperty] ?? held[pipelineProperty] ?? '';
    if (home === undefined || pipeline === '' || home === pipeline) return [];
    return [{ kind: 'stage-of-other-pipeline', property: name }];
  });
}
