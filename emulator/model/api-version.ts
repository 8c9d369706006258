export const apiVersions = ['v3', '2025-09', '2026-03', '2026-09'] as const;

export type ApiVersion = (typeof apiVersions)[number];

/** Admin rules and value normalisation came with 2026-09 (HubSpot changelog, 2026-08-11). */
export function enforcesAdminRules(version: ApiVersion): boolean {
  return version === '2026-09';
}
