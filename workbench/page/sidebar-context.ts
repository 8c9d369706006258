import type { PageFacts, ShownRecord } from '../page-facts.ts';
import type { SidebarContext } from '../protocol.ts';

/**
 * What HubSpot tells a sidebar card about portal, person and record; the person is made up, their locale is the address's
 * (`?locale=de-at`) or else the browser's.
 */
export function sidebarContextOf(facts: PageFacts, record: ShownRecord): SidebarContext {
  const locale = new URLSearchParams(location.search).get('locale') ?? navigator.language;
  return {
    location: 'crm.record.sidebar',
    crm: { objectId: record.id, objectTypeId: record.objectTypeId },
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
    extension: { appId: 1, appName: facts.card.title, cardTitle: facts.card.title },
  };
}
