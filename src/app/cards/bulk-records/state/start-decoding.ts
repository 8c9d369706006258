import type { StartDecoding } from '@bulk-records/core';

export const startDecoding: StartDecoding = (label) => {
  const decoder = new TextDecoder(label);
  return (piece, isLast) => decoder.decode(piece, { stream: !isLast });
};
