/** Who may read a file: anybody with its address, or only who got a signed address. */
export const uploadAccesses = ['PUBLIC_INDEXABLE', 'PUBLIC_NOT_INDEXABLE', 'PRIVATE', 'SENSITIVE'] as const;

/** In HubSpot's specification, but uploads may not ask for them (changelog "the v3 files API", 2020). */
export const hiddenAccesses = [
  'HIDDEN_INDEXABLE',
  'HIDDEN_NOT_INDEXABLE',
  'HIDDEN_PRIVATE',
  'HIDDEN_SENSITIVE',
] as const;

export type FileAccess = (typeof uploadAccesses)[number];

/** One version of a file; a change makes a new value. `path` is whole: `/folder/name.extension`. */
export interface StoredFile {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly extension: string;
  /** Absent in the root. */
  readonly parentFolderId: string | undefined;
  readonly access: FileAccess;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly expiresAtMs: number | undefined;
  readonly isDeleted: boolean;
}

export interface StoredFolder {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly parentFolderId: string | undefined;
  readonly createdAtMs: number;
}

export function isPublic({ access }: StoredFile): boolean {
  return access === 'PUBLIC_INDEXABLE' || access === 'PUBLIC_NOT_INDEXABLE';
}
