import { toLoadable, type LoadFailure } from './loadable.ts';
import type { CardPorts } from '../ports/card-ports.ts';
import type { FlowState } from './flow-state.ts';

/** What can be done so that creates are proven. */
export interface ProofActions {
  /** Makes the row property and reads the properties again; null when it is there. */
  readonly addRowProperty: () => Promise<LoadFailure | null>;
}

interface ProofScene {
  readonly ports: CardPorts;
  readonly current: () => Pick<FlowState, 'target' | 'apiVersion'>;
  readonly readProperties: (objectType: string) => Promise<unknown>;
}

export function proofActions({ ports, current, readProperties }: ProofScene): ProofActions {
  return {
    addRowProperty: async () => {
      const { target, apiVersion } = current();
      const { objectType } = target;
      const made = toLoadable(await ports.rowProperty({ objectType, apiVersion }), ({ kind }) => kind);
      if (made.kind === 'failed') return made.failure;
      await readProperties(objectType);
      return null;
    },
  };
}
