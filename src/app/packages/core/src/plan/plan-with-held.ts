import { findSideEffects } from './find-side-effects.ts';
import { withHeld, type AssociationReadings } from './held-associations.ts';
import type { Plan } from './plan.ts';

/** A plan that was made before, with what its records are associated with by now. Its digest stays. */
export function planWithHeld(plan: Plan, held: AssociationReadings): Plan {
  const rows = withHeld(plan, held);
  const { associations, sideEffects } = plan;
  const added = findSideEffects(rows, { target: plan, readings: new Map(), associations });
  return {
    ...plan,
    rows,
    sideEffects: [
      ...sideEffects.filter(({ kind }) => kind !== 'associations-added'),
      ...added.filter(({ kind }) => kind === 'associations-added'),
    ],
  };
}
