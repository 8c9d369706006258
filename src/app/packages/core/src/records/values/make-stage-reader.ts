import type { Property, PropertyOption } from '../../contract/describe-object-type.ts';
import { readAs, refuse } from './cell-reading.ts';
import type { Candidate, CellReading } from './cell-reading.ts';
import { findOption, suggestOptions } from './find-option.ts';
import { indexOptions } from './option-index.ts';
import type { OptionIndex } from './option-index.ts';
import { readOption } from './read-options.ts';

/** Reads a stage by label or id; `pipeline` is the id of the row's pipeline, null where the row names none. */
type StageReader = (raw: string, pipeline: string | null) => CellReading;

/** Beyond this a list is no help to choose from. */
const MAX_STAGES = 20;

/**
 * Stages of several pipelines may have one name: a row's pipeline decides, and a stage of another one is an issue, as
 * HubSpot refuses it. Without a pipeline a name that several stages have is a question.
 */
export function makeStageReader(property: Property): StageReader {
  const all = indexOptions(property);
  const indexes = new Map<string, OptionIndex>();
  for (const [pipeline, stages] of groupByPipeline(property.options)) {
    const options = [...stages, ...stages.flatMap(namesWithoutPipeline)];
    indexes.set(pipeline, indexOptions({ options, externalOptions: false }));
  }
  return (raw, pipeline) => {
    const index = indexes.get(pipeline ?? '');
    return index === undefined ? readOption(raw, all) : readInPipeline(raw, index, all);
  };
}

function groupByPipeline(options: readonly PropertyOption[]): ReadonlyMap<string, readonly PropertyOption[]> {
  const groups = new Map<string, readonly PropertyOption[]>();
  for (const option of options) {
    if (option.pipeline === undefined) continue;
    groups.set(option.pipeline, [...(groups.get(option.pipeline) ?? []), option]);
  }
  return groups;
}

/** `Won (Sales)` is known as `Won` among the stages of its pipeline. */
function namesWithoutPipeline(stage: PropertyOption): readonly PropertyOption[] {
  const start = startOfLastBracket(stage.label);
  return start > 0 ? [{ ...stage, label: stage.label.slice(0, start).trim(), hidden: true }] : [];
}

/** Of the one that closes at the end; pipelines have brackets in their names too. */
function startOfLastBracket(label: string): number {
  if (!label.endsWith(')')) return 0;
  let depth = 0;
  for (let index = label.length - 1; index > 0; index -= 1) {
    if (label[index] === ')') depth += 1;
    if (label[index] === '(') depth -= 1;
    if (depth === 0) return index;
  }
  return 0;
}

function readInPipeline(raw: string, index: OptionIndex, all: OptionIndex): CellReading {
  const here = readOption(raw, index);
  const isUnknownHere = here.kind === 'issue' && here.issue.code === 'unknown-option';
  if (!isUnknownHere) return here;
  const anywhere = findOption(raw, all);
  if (anywhere.kind === 'unknown') return here;
  const elsewhere = anywhere.kind === 'found' ? all.byValue.get(anywhere.value)?.[0] : undefined;
  // An id in no list: HubSpot knows what it is.
  if (anywhere.kind === 'found' && elsewhere === undefined) return readAs(anywhere.value);
  const candidates = elsewhere === undefined ? suggestOptions(raw, index) : namesakesOf(elsewhere, index);
  const offered = candidates.length > 0 ? candidates : listStages(index);
  return refuse(raw, {
    code: 'stage-of-other-pipeline',
    expected: { kind: 'option' },
    candidates: offered,
  });
}

/** The stage that is called so in the other pipeline. */
function namesakesOf(stage: PropertyOption, index: OptionIndex): readonly Candidate[] {
  for (const { label } of [stage, ...namesWithoutPipeline(stage)]) {
    const match = findOption(label, index);
    if (match.kind === 'found') return [{ value: match.value, label: index.labelOf(match.value) }];
  }
  return [];
}

/** None where it is only one: a single candidate is a suggestion, and this one would have no reason. */
function listStages(index: OptionIndex): readonly Candidate[] {
  const values = [...index.byValue.keys()];
  const listed = values.slice(0, MAX_STAGES).map((value) => ({ value, label: index.labelOf(value) }));
  return listed.length > 1 ? listed : [];
}
