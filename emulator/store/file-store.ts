import type { StoredFile, StoredFolder } from '../model/stored-file.ts';
import type { IdSource } from './id-source.ts';
import { SearchIndex } from './search-index.ts';

/** `a//b/` and `/a/b` are one path; the root is `/`. */
export function normalisePath(path: string): string {
  return `/${path
    .split('/')
    .filter((part) => part !== '')
    .join('/')}`;
}

function parentOf(path: string): string {
  return normalisePath(path.slice(0, path.lastIndexOf('/')));
}

/** The files and folders of a portal's file manager. Reads see a change at once, searches later. */
export class FileStore {
  private readonly filesById = new Map<string, StoredFile>();
  private readonly foldersByPath = new Map<string, StoredFolder>();
  private readonly index: SearchIndex<StoredFile>;
  private readonly ids: IdSource;

  constructor(ids: IdSource, searchDelayMaxMs: number) {
    this.ids = ids;
    this.index = new SearchIndex<StoredFile>([], {
      delayMaxMs: searchDelayMaxMs,
      isLive: (file) => !file.isDeleted,
    });
  }

  nextId(): string {
    return this.ids.next();
  }

  all(nowMs: number): readonly StoredFile[] {
    return [...this.filesById.values()].filter((file) => isThere(file, nowMs));
  }

  fileById(id: string, nowMs: number): StoredFile | undefined {
    const file = this.filesById.get(id);
    return file !== undefined && isThere(file, nowMs) ? file : undefined;
  }

  fileAt(path: string, nowMs: number): StoredFile | undefined {
    return this.all(nowMs).find((file) => file.path === normalisePath(path));
  }

  put(file: StoredFile, nowMs: number): void {
    this.filesById.set(file.id, file);
    this.index.add(file, nowMs);
  }

  delete(file: StoredFile, nowMs: number): void {
    this.put({ ...file, isDeleted: true, updatedAtMs: nowMs }, nowMs);
  }

  /** What a search finds now. */
  found(nowMs: number): readonly StoredFile[] {
    return this.index.entriesAt(nowMs).filter((file) => isThere(file, nowMs));
  }

  folders(): readonly StoredFolder[] {
    return [...this.foldersByPath.values()];
  }

  folderById(id: string): StoredFolder | undefined {
    return this.folders().find((folder) => folder.id === id);
  }

  folderAt(path: string): StoredFolder | undefined {
    return this.foldersByPath.get(normalisePath(path));
  }

  /** The folder of the path, made with all its parents where it is missing; undefined for the root. */
  ensureFolder(path: string, nowMs: number): StoredFolder | undefined {
    const whole = normalisePath(path);
    if (whole === '/') return undefined;
    const known = this.foldersByPath.get(whole);
    if (known !== undefined) return known;
    const folder: StoredFolder = {
      parentFolderId: this.ensureFolder(parentOf(whole), nowMs)?.id,
      id: this.ids.next(),
      path: whole,
      name: whole.slice(whole.lastIndexOf('/') + 1),
      createdAtMs: nowMs,
    };
    this.foldersByPath.set(whole, folder);
    return folder;
  }
}

function isThere({ isDeleted, expiresAtMs }: StoredFile, nowMs: number): boolean {
  return !isDeleted && (expiresAtMs === undefined || expiresAtMs > nowMs);
}
