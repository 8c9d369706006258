/**
 * What a plain worker has and HubSpot's extension worker has not: HubSpot's UI extensions guide
 * (sandbox) and the rules of its ESLint kit (`no-native-http`, `no-browser-storage`,
 * `no-restricted-globals`). A card that reaches for one of them must fail here as it fails there.
 */
const missingGlobals = [
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
  'EventSource',
  'indexedDB',
  'caches',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'importScripts',
  'navigator',
  'location',
] as const;

function hide(name: string): void {
  // Several of them are getters of the prototype: an own property covers it, a delete does not.
  Object.defineProperty(globalThis, name, { value: undefined, configurable: false });
}

/** Takes the forbidden globals away for good; `fetch` stays callable and always rejects. */
export function closeSandbox(): void {
  for (const name of missingGlobals) hide(name);
  Object.defineProperty(globalThis, 'fetch', {
    value: () => Promise.reject(new TypeError('fetch is not available in a UI extension')),
    configurable: false,
  });
}
