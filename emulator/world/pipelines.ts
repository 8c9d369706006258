import type { Pipeline } from '../model/portal-parts.ts';

/** id, label and, for deals, the probability of winning: 1.0 and 0.0 are closed. */
type StageRow = readonly [id: string, label: string, probability?: string];

function ticketMetadata(id: string): Readonly<Record<string, string>> {
  return {
    ticketState: id === '4' || id === '9400004' ? 'CLOSED' : 'OPEN',
    isClosed: String(id === '4' || id === '9400004'),
  };
}

function dealMetadata(probability: string): Readonly<Record<string, string>> {
  return { isClosed: String(probability === '1.0' || probability === '0.0'), probability };
}

function pipeline(id: string, label: string, stages: readonly StageRow[]): Pipeline {
  return {
    id,
    label,
    displayOrder: id === 'default' || id === '0' ? 0 : 1,
    stages: stages.map(([stageId, stageLabel, probability], displayOrder) => ({
      id: stageId,
      label: stageLabel,
      displayOrder,
      metadata: probability === undefined ? ticketMetadata(stageId) : dealMetadata(probability),
    })),
  };
}

const deals: readonly Pipeline[] = [
  pipeline('default', 'Sales Pipeline', [
    ['appointmentscheduled', 'Appointment Scheduled', '0.2'],
    ['qualifiedtobuy', 'Qualified To Buy', '0.4'],
    ['presentationscheduled', 'Presentation Scheduled', '0.6'],
    ['decisionmakerboughtin', 'Decision Maker Bought-In', '0.8'],
    ['contractsent', 'Contract Sent', '0.9'],
    ['closedwon', 'Closed Won', '1.0'],
    ['closedlost', 'Closed Lost', '0.0'],
  ]),
  pipeline('81510001', 'Service contracts', [
    ['150720001', 'Requested', '0.3'],
    ['150720002', 'Offered', '0.6'],
    ['150720003', 'Signed', '1.0'],
    ['150720004', 'Declined', '0.0'],
  ]),
];

const tickets: readonly Pipeline[] = [
  pipeline('0', 'Support Pipeline', [
    ['1', 'New'],
    ['2', 'Waiting on contact'],
    ['3', 'Waiting on us'],
    ['4', 'Closed'],
  ]),
  pipeline('94000000', 'Field service', [
    ['9400001', 'Reported'],
    ['9400002', 'Technician booked'],
    ['9400003', 'On site'],
    ['9400004', 'Done'],
  ]),
];

const leads: readonly Pipeline[] = [
  pipeline('lead-pipeline-id', 'Lead pipeline', [
    ['new-stage-id', 'New'],
    ['attempting-stage-id', 'Attempting'],
    ['connected-stage-id', 'Connected'],
    ['qualified-stage-id', 'Qualified'],
    ['unqualified-stage-id', 'Disqualified'],
  ]),
];

export const pipelinesByTypeId: Readonly<Record<string, readonly Pipeline[]>> = {
  '0-3': deals,
  '0-5': tickets,
  '0-136': leads,
};
