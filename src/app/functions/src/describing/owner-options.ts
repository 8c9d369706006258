import type { ApiVersion, PropertyOption } from '@bulk-records/core/contract';
import * as v from 'valibot';
import { fetchJson } from '../hubspot/fetch-json.ts';
import type { Fetching } from '../hubspot/fetch-json.ts';
import { ownersPath } from '../hubspot/paths.ts';

/** HubSpot OpenAPI, owners: 100 a page. */
const MAX_PAGES = 20;

const text = v.fallback(v.nullish(v.string(), ''), '');

const ownerSchema = v.object({ id: v.string(), email: text, firstName: text, lastName: text });

const ownerPageSchema = v.object({
  results: v.array(ownerSchema),
  paging: v.fallback(v.optional(v.object({ next: v.optional(v.object({ after: v.string() })) })), undefined),
});

type Owner = v.InferOutput<typeof ownerSchema>;

/**
 * Owners as values of an owner property, each by name and, hidden, by e-mail address: tables hold the one or the
 * other. None at all unless every page can be had: half a list would call the other half wrong.
 */
export async function fetchOwnerOptions(
  apiVersion: ApiVersion,
  fetching: Fetching,
): Promise<readonly PropertyOption[]> {
  const owners: Owner[] = [];
  let after: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const fetched = await fetchJson(fetching, {
      path: ownersPath(apiVersion),
      query: { limit: '100', ...(after === undefined ? {} : { after }) },
      schema: ownerPageSchema,
      task: 'read the owners',
    });
    if (!fetched.ok) return [];
    owners.push(...fetched.value.results);
    after = fetched.value.paging?.next?.after;
    if (after === undefined) return listOptions(owners);
  }
  return [];
}

function listOptions(owners: readonly Owner[]): readonly PropertyOption[] {
  const names = owners.map(nameOf);
  return owners.flatMap((owner) => {
    const { id, email } = owner;
    const name = nameOf(owner);
    const isNamesake = names.filter((other) => other === name).length > 1;
    const label = isNamesake && email !== '' ? `${name} (${email})` : name;
    const visible = { value: id, label, hidden: false };
    return email === '' || email === label ? [visible] : [visible, { value: id, label: email, hidden: true }];
  });
}

function nameOf({ id, email, firstName, lastName }: Owner): string {
  const name = `${firstName} ${lastName}`.trim();
  return name === '' ? email || id : name;
}
