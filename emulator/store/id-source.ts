const blockSize = 128;
/** Odd, so that multiplying permutes a block. */
const stride = 77;

export interface IdSource {
  next(): string;
}

/**
 * Record ids as HubSpot gives them: long, unique, and not rising in the order of a batch's inputs
 * (recorded batch create, 2024-10).
 */
export function createIdSource(firstId: number, seed: number): IdSource {
  let count = 0;
  return {
    next: () => {
      const block = count - (count % blockSize);
      const place = ((count % blockSize) * stride + (seed % blockSize)) % blockSize;
      count += 1;
      return String(firstId + block + place);
    },
  };
}
