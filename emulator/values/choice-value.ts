import type { Owner, Pipeline } from '../model/portal-parts.ts';
import type { Property } from '../model/property.ts';
import type { ValueVerdict } from './value-verdict.ts';
import { accept, reject } from './value-verdict.ts';

function rejectOption(propertyName: string, value: string, allowed: readonly string[]): ValueVerdict {
  return reject({
    propertyName,
    code: 'INVALID_OPTION',
    message: `${value} was not one of the allowed options: [${allowed.join(', ')}]`,
    value,
  });
}

/** An option's internal value, case-sensitive; a label is no value. Hidden options are accepted. */
export function judgeOption(property: Property, raw: string): ValueVerdict {
  const allowed = property.options.map((option) => option.value);
  return allowed.includes(raw) ? accept(raw) : rejectOption(property.name, raw, allowed);
}

/** `a;b` replaces the set, `;c` appends to it. Stored without duplicates, in the order given. */
export function judgeOptionSet(property: Property, raw: string, current: string | undefined): ValueVerdict {
  const allowed = property.options.map((option) => option.value);
  const given = raw.split(';').filter((value) => value !== '');
  const stranger = given.find((value) => !allowed.includes(value));
  if (stranger !== undefined) return rejectOption(property.name, stranger, allowed);
  const kept = raw.startsWith(';') ? (current ?? '').split(';').filter((value) => value !== '') : [];
  return accept([...new Set([...kept, ...given])].join(';'));
}

export function judgeBoolean(property: Property, raw: string): ValueVerdict {
  return raw === 'true' || raw === 'false'
    ? accept(raw)
    : rejectOption(property.name, raw, ['true', 'false']);
}

const largestOwnerId = 2_147_483_647;

/** An owner's `id`, never a `userId`. Larger numbers than HubSpot's integer are "not a valid integer" (public practice). */
export function judgeOwner(property: Property, raw: string, owners: readonly Owner[]): ValueVerdict {
  if (!/^\d+$/u.test(raw) || Number(raw) > largestOwnerId) {
    const message = `${raw} was not a valid integer (for owner ID).`;
    return reject({ propertyName: property.name, code: 'INVALID_INTEGER', message, value: raw });
  }
  const active = owners.filter((owner) => !owner.archived).map((owner) => owner.id);
  return active.includes(raw) ? accept(raw) : rejectOption(property.name, raw, active);
}

export function judgePipeline(property: Property, raw: string, pipelines: readonly Pipeline[]): ValueVerdict {
  const ids = pipelines.map((pipeline) => pipeline.id);
  return ids.includes(raw) ? accept(raw) : rejectOption(property.name, raw, ids);
}

/** A stage must belong to the pipeline the record has or gets in the same write. */
export function judgeStage(property: Property, raw: string, pipeline: Pipeline | undefined): ValueVerdict {
  const ids = pipeline?.stages.map((stage) => stage.id) ?? [];
  return ids.includes(raw) ? accept(raw) : rejectOption(property.name, raw, ids);
}
