import { sayAssociation } from '../plan/digest-plan.ts';
import type { PlanTarget } from '../plan/plan.ts';
import { Sha256 } from '../plan/sha-256.ts';
import type { ChunkChoices } from './long-input.ts';

/**
 * SHA-256 in hexadecimal over a chunk's rows, by their own digest, and all that is decided of them: by it a run of an
 * earlier session is known to have written these rows in this way.
 */
export function digestChunk(
  rowsDigest: string,
  { operation, keyProperty }: Pick<PlanTarget, 'operation' | 'keyProperty'>,
  { duplicates, isCompared, associations, needsAllNamed }: ChunkChoices,
): string {
  const hash = new Sha256();
  // Creates without a key are compared with nothing. A run of them that is not known again would make records twice.
  const isBlind = !isCompared && !(operation === 'create' && keyProperty === null);
  const said = ['chunk 1', rowsDigest, duplicates, isBlind, associations.map(sayAssociation), needsAllNamed];
  hash.update(JSON.stringify(said));
  return hash.toHex();
}

const MARK_LENGTH = 10;

/**
 * What the id of a chunk's run ends with. Of runs that are not among the latest a list tells no more than their ids:
 * so those of other rows need not be asked for. Whose end is the same may still be another's.
 */
export function markOfRun(chunkDigest: string): string {
  return chunkDigest.slice(0, MARK_LENGTH);
}
