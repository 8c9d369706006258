/** What a run brings about beyond what a cell says, or does not bring about although a cell says so. */
export const SIDE_EFFECT_KINDS = [
  'owner-changes',
  'value-cleared',
  'stage-kept',
  'stage-of-other-pipeline',
  'associations-added',
] as const;

export type SideEffectKind = (typeof SIDE_EFFECT_KINDS)[number];

/** One effect and the rows that have it. */
export interface SideEffect {
  readonly kind: SideEffectKind;
  /** The property it happens to; null for associations. */
  readonly property: string | null;
  readonly count: number;
  /** The first few, as the admin sees them. */
  readonly firstRowNumbers: readonly number[];
}
