import type { Behaviour } from '../behaviour.ts';
import type { ApiVersion } from '../model/api-version.ts';
import type { Portal, TypeStore } from '../store/portal.ts';

/** Everything a write depends on besides its input. */
export interface WriteScene {
  readonly portal: Portal;
  readonly store: TypeStore;
  readonly version: ApiVersion;
  readonly behaviour: Behaviour;
  readonly nowMs: number;
  /** Becomes `hs_object_source_id` and the source of history entries. */
  readonly appId: string;
}
