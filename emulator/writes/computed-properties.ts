import type { ObjectType } from '../model/object-type.ts';
import type { Pipeline } from '../model/portal-parts.ts';
import type { TypeStore } from '../store/portal.ts';

type Values = Readonly<Record<string, string>>;

export interface Birth {
  readonly id: string;
  readonly atMs: number;
  readonly appId: string;
}

/** Counters and flags a new contact carries (recorded batch create, 2024-10 and 2025-11). */
const newContact: Values = {
  hs_associated_target_accounts: '0',
  hs_currently_enrolled_in_prospecting_agent: 'false',
  hs_is_contact: 'true',
  hs_membership_has_accessed_private_content: '0',
  hs_pipeline: 'contacts-lifecycle-pipeline',
  hs_prospecting_agent_actively_enrolled_count: '0',
  hs_prospecting_agent_total_enrolled_count: '0',
  hs_registered_member: '0',
  hs_sequences_actively_enrolled_count: '0',
  num_notes: '0',
};

const newCompany: Values = {
  hs_num_blockers: '0',
  hs_num_child_companies: '0',
  hs_num_decision_makers: '0',
  hs_num_open_deals: '0',
  hs_pipeline: 'companies-lifecycle-pipeline',
  hs_target_account_probability: '0.5',
  num_associated_contacts: '0',
};

function ofType(objectType: ObjectType, id: string): Values {
  switch (objectType.id) {
    case '0-1':
      return { ...newContact, hs_all_contact_vids: id };
    case '0-2':
      return newCompany;
    case '0-3':
      return { hs_num_associated_deal_splits: '0', num_notes: '0' };
    case '0-5':
      return { hs_last_message_from_visitor: 'false', hs_ticket_id: id };
    default:
      return {};
  }
}

/** What HubSpot puts on a new record besides the values sent; a sent value wins. */
export function birthProperties(store: TypeStore, given: Values, birth: Birth): Values {
  const { objectType, pipelines } = store;
  const stages = objectType.stages;
  const bornAt = new Date(birth.atMs).toISOString();
  const hasLifecycle = store.properties.get('lifecyclestage') !== undefined;
  const pipelineId = stages === undefined ? undefined : given[stages.pipeline];
  const pipeline = pipelines.find(({ id }) => id === pipelineId) ?? pipelines[0];
  return {
    [objectType.createdDateProperty]: bornAt,
    [objectType.modifiedDateProperty]: bornAt,
    hs_object_id: birth.id,
    hs_object_source: 'INTEGRATION',
    hs_object_source_id: birth.appId,
    hs_object_source_label: 'INTEGRATION',
    ...(hasLifecycle ? { lifecyclestage: 'lead' } : {}),
    ...(stages === undefined || pipeline === undefined ? {} : { [stages.pipeline]: pipeline.id }),
    ...ofType(objectType, birth.id),
  };
}

function contactDerivations(values: Values): Values {
  const name = [values.firstname, values.lastname].filter((part) => part !== undefined).join(' ');
  return {
    hs_email_domain: values.email?.split('@')[1] ?? '',
    hs_full_name_or_email: name === '' ? (values.email ?? '') : name,
    hs_is_unworked: values.hubspot_owner_id === undefined ? 'true' : 'false',
  };
}

function dealDerivations(values: Values, pipelines: readonly Pipeline[]): Values {
  const stage = pipelines.flatMap(({ stages }) => stages).find(({ id }) => id === values.dealstage);
  const isWon = stage?.metadata.isClosed === 'true' && stage.metadata.probability === '1.0';
  return {
    amount_in_home_currency: values.amount ?? '',
    hs_deal_stage_probability: stage?.metadata.probability ?? '',
    hs_is_closed: stage?.metadata.isClosed ?? '',
    hs_is_closed_won: stage === undefined ? '' : String(isWon),
  };
}

/** Values HubSpot recomputes on every write from the record's other values; an empty text means none. */
export function derivedProperties({ objectType, pipelines }: TypeStore, values: Values): Values {
  switch (objectType.id) {
    case '0-1':
      return contactDerivations(values);
    case '0-3':
      return dealDerivations(values, pipelines);
    default:
      return {};
  }
}

/** The date a life cycle stage was entered, in epoch milliseconds as recorded in 2025. */
export function lifecycleDates(before: string | undefined, after: string | undefined, atMs: number): Values {
  if (after === undefined || after === '' || after === before) return {};
  return { [`hs_lifecyclestage_${after}_date`]: String(atMs) };
}
