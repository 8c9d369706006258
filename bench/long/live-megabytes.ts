/** What is in use after a collection, typed arrays included. Throws where Node was started without `--expose-gc`. */
export function liveMegabytes(): number {
  if (globalThis.gc === undefined) throw new Error('Needs --expose-gc');
  // What arrays held is given back after the collection that missed them, with the next one at the latest.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
