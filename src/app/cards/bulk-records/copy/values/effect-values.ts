// Made from functions/src/words/en.json by `npm run words`.

export interface EffectValues {
  'effect.owner-changes': { label: string; count: number; rows: string };
  'effect.value-cleared': { label: string; count: number; rows: string };
  'effect.stage-kept': { label: string; count: number; rows: string };
  'effect.stage-of-other-pipeline': { label: string; count: number; rows: string };
  'effect.associations-added': { count: number; rows: string };
}
