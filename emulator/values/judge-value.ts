import type { Behaviour } from '../behaviour.ts';
import type { ApiVersion } from '../model/api-version.ts';
import type { CrmRecord } from '../model/crm-record.ts';
import type { Owner, Pipeline } from '../model/portal-parts.ts';
import type { Property } from '../model/property.ts';
import type { TypeStore } from '../store/portal.ts';
import {
  judgeBoolean,
  judgeOption,
  judgeOptionSet,
  judgeOwner,
  judgePipeline,
  judgeStage,
} from './choice-value.ts';
import { judgeDate, judgeDatetime } from './date-value.ts';
import { judgeEmail } from './email-value.ts';
import { movesBackward } from './lifecycle-stage.ts';
import { judgeNumber } from './number-value.ts';
import type { ValueVerdict } from './value-verdict.ts';
import { accept, reject } from './value-verdict.ts';

const maxCharacters = 65_536;

/** What the verdict over one value depends on besides the value. */
export interface ValueScene {
  readonly store: TypeStore;
  readonly owners: readonly Owner[];
  readonly version: ApiVersion;
  readonly behaviour: Behaviour;
  /** The record before the write; none on create. */
  readonly current: CrmRecord | undefined;
  /** All values of the same write, by property name. */
  readonly given: Readonly<Record<string, string>>;
}

/** Whether HubSpot takes the value, as what it stores it, or why not. */
export function judgeValue(propertyName: string, raw: string, scene: ValueScene): ValueVerdict {
  const property = scene.store.properties.get(propertyName);
  if (property === undefined) {
    const message = `Property "${propertyName}" does not exist`;
    return reject({ propertyName, code: 'PROPERTY_DOESNT_EXIST', message });
  }
  if (property.readOnlyValue) {
    const message = `"${propertyName}" is a calculated property; its value cannot be set.`;
    return reject({ propertyName, code: 'READ_ONLY_VALUE', message, value: raw });
  }
  if (raw === '') return accept('');
  if (raw.length > maxCharacters) {
    const message = `Property value is too long: ${raw.length} characters, the limit is ${maxCharacters}`;
    return reject({ propertyName, code: scene.behaviour.tooLongCode, message });
  }
  return judgeTyped(property, raw, scene);
}

function judgeTyped(property: Property, raw: string, scene: ValueScene): ValueVerdict {
  switch (property.type) {
    case 'string':
    case 'phone_number':
    case 'object_coordinates':
    case 'json':
      return property.name === 'email' ? judgeEmail(property.name, raw) : accept(raw);
    case 'number':
      return judgeNumber(property.name, raw);
    case 'bool':
      return judgeBoolean(property, raw);
    case 'date':
      return judgeDate(property.name, raw, scene.version);
    case 'datetime':
      return judgeDatetime(property.name, raw, scene.version);
    case 'enumeration':
      return judgeEnumeration(property, raw, scene);
  }
}

function judgeEnumeration(property: Property, raw: string, scene: ValueScene): ValueVerdict {
  switch (property.externalOptions) {
    case 'owners':
      return judgeOwner(property, raw, scene.owners);
    case 'pipelines':
      return judgePipeline(property, raw, scene.store.pipelines);
    case 'stages':
      return judgeStage(property, raw, targetPipeline(scene));
    case undefined:
      break;
  }
  const current = scene.current?.properties[property.name];
  if (property.fieldType === 'checkbox') return judgeOptionSet(property, raw, current);
  const verdict = judgeOption(property, raw);
  const isIgnored = property.name === 'lifecyclestage' && movesBackward(property, current, raw);
  return verdict.kind === 'accepted' && isIgnored ? { kind: 'ignored' } : verdict;
}

/** The pipeline named in the write, else the record's, else the portal's first. */
export function targetPipeline(scene: ValueScene): Pipeline | undefined {
  const { objectType, pipelines } = scene.store;
  if (objectType.stages === undefined) return undefined;
  const name = objectType.stages.pipeline;
  const wanted = scene.given[name] ?? scene.current?.properties[name];
  return wanted === undefined || wanted === '' ? pipelines[0] : pipelines.find(({ id }) => id === wanted);
}
