import type { CrmRecord } from '../model/crm-record.ts';
import { judgeValue, targetPipeline } from '../values/judge-value.ts';
import type { ValueScene } from '../values/judge-value.ts';
import type { ValueIssue, ValueWarning } from '../values/value-verdict.ts';
import type { WriteScene } from './write-scene.ts';

export interface JudgedProperties {
  /** What will be stored; an empty text clears. Values that are silently ignored are not in here. */
  readonly values: Readonly<Record<string, string>>;
  readonly issues: readonly ValueIssue[];
  readonly warnings: readonly ValueWarning[];
}

/** A new pipeline without a new stage would leave the record in a stage of another pipeline. */
function strandedStageIssue(scene: ValueScene): ValueIssue | undefined {
  const names = scene.store.objectType.stages;
  const stageId = names === undefined ? undefined : scene.current?.properties[names.stage];
  if (names === undefined || stageId === undefined) return undefined;
  if (scene.given[names.pipeline] === undefined || scene.given[names.stage] !== undefined) return undefined;
  const allowed = targetPipeline(scene)?.stages.map((stage) => stage.id);
  if (allowed === undefined || allowed.includes(stageId)) return undefined;
  const message = `${stageId} was not one of the allowed options: [${allowed.join(', ')}]`;
  return { propertyName: names.stage, code: 'INVALID_OPTION', message, value: stageId };
}

/** Judges every value of one row; all issues are collected, as HubSpot lists them all. */
export function judgeProperties(
  given: Readonly<Record<string, string>>,
  current: CrmRecord | undefined,
  { store, portal, version, behaviour }: WriteScene,
): JudgedProperties {
  const scene: ValueScene = { store, owners: portal.owners, version, behaviour, current, given };
  const values: Record<string, string> = {};
  const issues: ValueIssue[] = [];
  const warnings: ValueWarning[] = [];
  for (const [name, raw] of Object.entries(given)) {
    const verdict = judgeValue(name, raw, scene);
    switch (verdict.kind) {
      case 'accepted':
        values[name] = verdict.value;
        if (verdict.warning !== undefined) warnings.push(verdict.warning);
        break;
      case 'rejected':
        issues.push(verdict.issue);
        break;
      case 'ignored':
        break;
    }
  }
  const stranded = strandedStageIssue(scene);
  return { values, issues: stranded === undefined ? issues : [...issues, stranded], warnings };
}
