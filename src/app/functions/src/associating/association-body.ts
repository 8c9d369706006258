import { entryErrorSchema } from '@bulk-records/core/contract';
import * as v from 'valibot';

/** Ids are texts in the specification and numbers in recorded answers. */
const id = v.pipe(v.union([v.string(), v.pipe(v.number(), v.safeInteger())]), v.transform(String));

const category = v.picklist(['HUBSPOT_DEFINED', 'USER_DEFINED', 'INTEGRATOR_DEFINED']);
const typeId = v.number();

const typeSchema = v.pipe(
  v.object({ category, typeId }),
  v.transform((type) => ({ associationCategory: type.category, associationTypeId: type.typeId })),
);

/** HubSpot OpenAPI, CollectionResponseAssociationSpecWithLabel. */
export const labelsBodySchema = v.object({
  results: v.array(
    v.pipe(
      v.object({ category, typeId, label: v.optional(v.nullable(v.string()), null) }),
      v.transform((type) => ({
        associationCategory: type.category,
        associationTypeId: type.typeId,
        label: type.label === '' ? null : type.label,
      })),
    ),
  ),
});

const errors = v.optional(v.array(entryErrorSchema), []);

/** BatchResponsePublicAssociationMultiWithLabel. */
export const readBodySchema = v.object({
  results: v.array(
    v.object({
      from: v.object({ id }),
      to: v.array(v.object({ toObjectId: id, associationTypes: v.array(typeSchema) })),
      paging: v.optional(v.nullable(v.object({ next: v.optional(v.nullable(v.unknown())) }))),
    }),
  ),
  errors,
});

/** BatchResponseLabelsBetweenObjectPair. */
export const createdBodySchema = v.object({
  results: v.array(v.object({ fromObjectId: id, toObjectId: id })),
  errors,
});
