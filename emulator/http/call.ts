import type { RecordView } from '../format/record-body.ts';
import type { ApiVersion } from '../model/api-version.ts';
import type { TypeStore } from '../store/portal.ts';
import type { WriteScene } from '../writes/write-scene.ts';
import type { TokenGrant } from './access.ts';
import type { Kernel } from './kernel.ts';
import type { UploadForm } from './upload-form.ts';

/** One admitted request. */
export interface Call {
  readonly kernel: Kernel;
  readonly grant: TokenGrant;
  readonly version: ApiVersion;
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly bodyText: string;
  readonly nowMs: number;
  /** Scheme and host the request came by. */
  readonly origin: string;
}

/** A request whose path names an object type. */
export interface ObjectCall extends Call {
  readonly store: TypeStore;
}

/** A request that brings a file in a form. */
export interface UploadCall extends Call {
  readonly form: UploadForm;
}

export function writeSceneOf({ kernel, store, version, nowMs, grant }: ObjectCall): WriteScene {
  return {
    portal: kernel.portal,
    store,
    version,
    behaviour: kernel.behaviour,
    nowMs,
    appId: grant.appId,
  };
}

export function recordViewOf({ kernel, store }: ObjectCall): RecordView {
  return { store, portalId: kernel.portal.account.portalId, appOrigin: kernel.appOrigin };
}

/** A list parameter as HubSpot takes it: repeated, or one text with commas. */
export function listParameter(query: URLSearchParams, name: string): readonly string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
