import { Alert, Button, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { proofOfCreates, type Plan } from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { describeLoadFailure } from '../copy/flow-words.ts';
import { describeProof } from '../copy/proof-words.ts';
import type { LoadFailure } from '../state/loadable.ts';
import type { ProofActions } from '../state/proof-actions.ts';

interface CreateProofProps {
  readonly plan: Plan;
  readonly actions: ProofActions;
}

type Adding = { readonly kind: 'no' | 'adding' } | { readonly kind: 'failed'; readonly failure: LoadFailure };

/** What a lost answer would mean for records that are created without a key, and the way out of it. */
export function CreateProof({ plan, actions }: CreateProofProps) {
  const [adding, setAdding] = useState<Adding>({ kind: 'no' });
  const proof = proofOfCreates(plan);
  const words = describeProof(proof);
  if (words === null) return null;
  const add = async (): Promise<void> => {
    setAdding({ kind: 'adding' });
    const failure = await actions.addRowProperty();
    setAdding(failure === null ? { kind: 'no' } : { kind: 'failed', failure });
  };
  return (
    <Alert testId="create-proof" variant={proof === 'row-property' ? 'info' : 'warning'} title={words.title}>
      <Text>{words.body}</Text>
      {proof === 'none' && adding.kind === 'failed' && (
        <Text testId="row-property-failed">
          {`${describeLoadFailure(adding.failure).title}. ${describeLoadFailure(adding.failure).body} ${say('proof.byHand')}`}
        </Text>
      )}
      {proof === 'none' && (
        <Button
          testId="add-row-property"
          size="small"
          disabled={adding.kind === 'adding'}
          onClick={() => {
            void add();
          }}
        >
          {adding.kind === 'adding' ? say('proof.adding') : say('proof.add')}
        </Button>
      )}
    </Alert>
  );
}
