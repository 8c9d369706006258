import type { PageFacts, ShownRecord } from '../page-facts.ts';
import type { HostContext } from '../protocol.ts';
import type { BenchAddress } from './page-address.ts';

/**
 * What HubSpot tells an extension about portal, person and what it stands on; the person is made up, their locale is the
 * address's (`?locale=de-at`) or else the browser's, and so are the variables of the deploy profile
 * (`?variable.MAY_RUN=team:Sales`).
 */
export function contextOf(facts: PageFacts, record: ShownRecord, address: BenchAddress): HostContext {
  const everywhere = toldEverywhere(facts);
  switch (address.place) {
    case 'card': {
      const crm = { objectId: record.id, objectTypeId: record.objectTypeId };
      return { ...everywhere, location: 'crm.record.sidebar', crm };
    }
    case 'page':
      return { ...everywhere, location: 'pages' };
    case 'action': {
      const crm = { objectIds: address.selectedIds.map(Number), objectTypeId: record.objectTypeId };
      return { ...everywhere, location: 'crm.bulkActions', crm };
    }
  }
}

function toldEverywhere(facts: PageFacts): Pick<HostContext, 'portal' | 'user' | 'extension' | 'variables'> {
  const query = new URLSearchParams(location.search);
  const locale = query.get('locale') ?? navigator.language;
  return {
    portal: { id: facts.portal.id, timezone: facts.portal.timezone },
    user: {
      id: 4242,
      email: 'alex.admin@example.com',
      emails: ['alex.admin@example.com'],
      firstName: 'Alex',
      lastName: 'Admin',
      teams: [{ id: 7, name: 'Operations', teammates: [4242] }],
      permissions: ['integrations-management-write'],
      locale: locale.toLowerCase(),
      language: locale.split('-')[0] ?? 'en',
    },
    variables: variablesOf(query),
    extension: { appId: 1, appName: facts.card.title, cardTitle: facts.card.title },
  };
}

const VARIABLE = 'variable.';

/** A profile holds texts and numbers; an address holds texts only. */
function variablesOf(query: URLSearchParams): Record<string, string | number> {
  return Object.fromEntries(
    [...query].flatMap(([name, value]) =>
      name.startsWith(VARIABLE)
        ? [[name.slice(VARIABLE.length), /^\d+$/.test(value) ? Number(value) : value]]
        : [],
    ),
  );
}
