import { createContext, useContext, useSyncExternalStore } from 'react';

/** Which panels and modals are open, by the id the card gave them; the last one is on top. */
export interface OverlayStore {
  readonly open: (id: string) => void;
  readonly close: (id: string) => void;
  readonly openIds: () => readonly string[];
  readonly subscribe: (listener: () => void) => () => void;
}

export function createOverlayStore(): OverlayStore {
  let openIds: readonly string[] = [];
  const listeners = new Set<() => void>();

  function change(next: readonly string[]): void {
    openIds = next;
    for (const listener of listeners) listener();
  }

  function open(id: string): void {
    if (!openIds.includes(id)) change([...openIds, id]);
  }

  function close(id: string): void {
    if (openIds.includes(id)) change(openIds.filter((openId) => openId !== id));
  }

  return {
    open,
    close,
    openIds: () => openIds,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** One store per page; a test wraps its own around what it renders. */
export const OverlayStoreContext = createContext<OverlayStore>(createOverlayStore());

export function useOverlayStore(): OverlayStore {
  return useContext(OverlayStoreContext);
}

export function useOpenOverlayIds(): readonly string[] {
  const store = useOverlayStore();
  return useSyncExternalStore(store.subscribe, store.openIds);
}
