import * as v from 'valibot';

/** Where the app stands in HubSpot: a card on a record, a page of its own, an action on selected records. */
export const PLACES = ['card', 'page', 'action'] as const;

export type Place = (typeof PLACES)[number];

/** What the server tells the page about the record it shows; decoded by the page. */
export const pageFactsSchema = v.object({
  scenario: v.string(),
  /** Worlds to choose from; empty for a real portal. */
  worlds: v.array(v.string()),
  world: v.string(),
  /** What can go wrong, and which of it does in this scenario. */
  faults: v.array(v.object({ name: v.string(), title: v.string() })),
  fault: v.nullable(v.string()),
  portal: v.object({
    id: v.number(),
    timezone: v.string(),
    /** What the top bar calls it: "emulator" or the API's host. */
    name: v.string(),
    canReset: v.boolean(),
  }),
  record: v.variant('kind', [
    v.object({
      kind: v.literal('found'),
      id: v.number(),
      objectTypeId: v.string(),
      typeLabel: v.string(),
      title: v.string(),
      subtitle: v.string(),
      properties: v.array(v.object({ name: v.string(), label: v.string(), value: v.nullable(v.string()) })),
    }),
    v.object({ kind: v.literal('missing'), reason: v.string() }),
  ]),
  card: v.object({ title: v.string(), bundleUrls: v.object(v.entriesFromList(PLACES, v.string())) }),
});

export type PageFacts = v.InferOutput<typeof pageFactsSchema>;
export type ShownRecord = Extract<PageFacts['record'], { kind: 'found' }>;

export const callRecordsSchema = v.array(
  v.object({
    logId: v.string(),
    functionName: v.string(),
    status: v.number(),
    exception: v.string(),
    startedAt: v.string(),
    durationMs: v.number(),
    requestBytes: v.number(),
    responseBytes: v.number(),
    isColdStart: v.boolean(),
    log: v.string(),
  }),
);

/** A page's place: the shape of HubSpot's own record addresses plus the scenario. */
export interface RecordAddress {
  readonly scenario: string;
  readonly objectTypeId: string;
  readonly recordId: string;
}
