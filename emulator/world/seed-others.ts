import type { Random } from '../randomness.ts';
import { pick, someDay, someInstant, someOwner, sometimes } from './seed-records.ts';
import type { Values } from './seed-records.ts';

const companyNames = [
  'Nordlicht',
  'Sonnwerk',
  'Brookfield',
  'Étoile',
  'Kaminski',
  'Fjell',
  'Aqua',
  'Terranova',
] as const;
const legalForms = ['GmbH', 'AG', 'Ltd.', 'S.A.', 'AB', '& Co. KG'] as const;
const dealStages = [
  ['default', 'appointmentscheduled'],
  ['default', 'qualifiedtobuy'],
  ['default', 'contractsent'],
  ['default', 'closedwon'],
  ['81510001', '150720001'],
  ['81510001', '150720003'],
] as const;

export function companyValues(index: number, random: Random): Values {
  const name = `${pick(companyNames, random)} ${index + 1} ${pick(legalForms, random)}`;
  return {
    name,
    domain: `company${index + 1}.example.com`,
    erp_id: String(index + 1).padStart(8, '0'),
    lifecyclestage: pick(['lead', 'opportunity', 'customer'], random),
    ...sometimes(60, random, () => ({
      industry: pick(['MACHINERY', 'UTILITIES', 'CONSTRUCTION', 'RETAIL'], random),
    })),
    ...sometimes(50, random, () => ({ customer_tier: pick(['a', 'b', 'c'], random) })),
    ...sometimes(50, random, () => ({ product_lines: pick(['pv', 'pv;st', 'hp;ev'], random) })),
    ...sometimes(40, random, () => ({ credit_limit: `${String(random.below(90) + 10)}000.00` })),
    ...sometimes(40, random, () => ({ contract_end: someDay(random) })),
    ...sometimes(30, random, () => ({ is_partner: pick(['true', 'false'], random) })),
    ...sometimes(70, random, () => someOwner(random)),
  };
}

export function dealValues(index: number, random: Random): Values {
  const [pipeline, dealstage] = pick(dealStages, random);
  return {
    dealname: `Project ${index + 1}`,
    pipeline,
    dealstage,
    amount: `${String(random.below(200) * 500)}.00`,
    closedate: someInstant(random),
    order_reference: `AB-2025-${String(index + 1).padStart(4, '0')}`,
    ...sometimes(50, random, () => ({ project_kind: pick(['new_build', 'renovation'], random) })),
    ...sometimes(70, random, () => someOwner(random)),
  };
}

function ticketValues(index: number, random: Random): Values {
  return {
    subject: `Case ${index + 1}`,
    case_number: `T${String(index + 1).padStart(6, '0')}`,
    hs_pipeline: '0',
    hs_pipeline_stage: pick(['1', '2', '3', '4'], random),
    hs_ticket_priority: pick(['LOW', 'MEDIUM', 'HIGH'], random),
  };
}

function productValues(index: number, random: Random): Values {
  return {
    name: `Product ${index + 1}`,
    hs_sku: `SKU-${String(index + 1).padStart(4, '0')}`,
    price: `${String(random.below(900) + 100)}.50`,
  };
}

function lineItemValues(index: number, random: Random): Values {
  return {
    name: `Product ${index + 1}`,
    hs_external_id: `LI-${index + 1}`,
    quantity: String(random.below(9) + 1),
    price: '19.90',
  };
}

function subscriptionValues(index: number): Values {
  return { hs_name: `Maintenance ${index + 1}`, hs_status: 'active', hs_recurring_revenue: '49.00' };
}

function leadValues(index: number): Values {
  return {
    hs_lead_name: `Enquiry ${index + 1}`,
    hs_lead_type: 'NEW_BUSINESS',
    hs_pipeline: 'lead-pipeline-id',
    hs_pipeline_stage: 'new-stage-id',
  };
}

function taskValues(index: number, random: Random): Values {
  return {
    hs_task_subject: `Call back ${index + 1}`,
    hs_timestamp: someInstant(random),
    hs_task_status: 'NOT_STARTED',
  };
}

function noteValues(index: number, random: Random): Values {
  return { hs_note_body: `<p>Note ${index + 1}</p>`, hs_timestamp: someInstant(random) };
}

function machineValues(index: number, random: Random): Values {
  return {
    serial_number: `000${String(index + 1).padStart(5, '0')}`,
    model_name: pick(['HP-8', 'HP-12', 'INV-5'], random),
    installed_on: someDay(random),
    condition: pick(['ok', 'worn', 'broken'], random),
  };
}

function branchValues(index: number, random: Random): Values {
  return {
    branch_name: `Branch ${index + 1}`,
    branch_code: `BR${String(index + 1).padStart(3, '0')}`,
    region: pick(['north', 'south', 'east', 'west'], random),
  };
}

export interface OtherSeed {
  readonly count: number;
  readonly firstId: number;
  readonly valuesOf: (index: number, random: Random) => Values;
}

/** Two hundred records of the smaller object types, by type id. */
export const otherSeeds: Readonly<Record<string, OtherSeed>> = {
  '0-5': { count: 60, firstId: 20_500_000_000, valuesOf: ticketValues },
  '0-7': { count: 40, firstId: 20_700_000_000, valuesOf: productValues },
  '0-8': { count: 20, firstId: 20_800_000_000, valuesOf: lineItemValues },
  '0-69': { count: 10, firstId: 26_900_000_000, valuesOf: subscriptionValues },
  '0-136': { count: 10, firstId: 23_600_000_000, valuesOf: leadValues },
  '0-27': { count: 10, firstId: 22_700_000_000, valuesOf: taskValues },
  '0-46': { count: 10, firstId: 24_600_000_000, valuesOf: noteValues },
  '2-31415926': { count: 25, firstId: 31_400_000_000, valuesOf: machineValues },
  '2-27182818': { count: 15, firstId: 27_100_000_000, valuesOf: branchValues },
};
