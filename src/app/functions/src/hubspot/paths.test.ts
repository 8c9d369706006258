import { describe, expect, it } from 'vitest';
import { batchPath, ownersPath, pipelinesPath, propertiesPath, schemaPath, schemasPath } from './paths.ts';

describe('paths', () => {
  it.each([
    [batchPath('2026-03', 'contacts', 'create'), '/crm/objects/2026-03/contacts/batch/create'],
    [batchPath('2026-09', '2-77', 'upsert'), '/crm/objects/2026-09/2-77/batch/upsert'],
    [batchPath('v3', 'deals', 'archive'), '/crm/v3/objects/deals/batch/archive'],
    [batchPath('v3', 'deals', 'read'), '/crm/v3/objects/deals/batch/read'],
    [propertiesPath('2026-03', 'deals'), '/crm/properties/2026-03/deals'],
    [propertiesPath('v3', 'deals'), '/crm/v3/properties/deals'],
    [pipelinesPath('2026-09', 'tickets'), '/crm/pipelines/2026-09/tickets'],
    [pipelinesPath('v3', 'tickets'), '/crm/v3/pipelines/tickets'],
    [ownersPath('2026-03'), '/crm/owners/2026-03'],
    [ownersPath('v3'), '/crm/v3/owners'],
    [schemasPath('2026-03'), '/crm-object-schemas/2026-03/schemas'],
    [schemaPath('v3', '2-77'), '/crm-object-schemas/v3/schemas/2-77'],
  ])('include %s', (path, expected) => {
    expect(path).toBe(expected);
  });

  it('cannot be left through the object type', () => {
    expect(batchPath('2026-03', '../../oauth?x=#', 'read')).toBe(
      '/crm/objects/2026-03/..%2F..%2Foauth%3Fx%3D%23/batch/read',
    );
  });
});
