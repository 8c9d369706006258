import * as v from 'valibot';
import type { Fetched } from './decode-answer.ts';
import type { Fetching } from './fetch-json.ts';
import { fileSchema, filesPathOf, getFileJson, statPath } from './file-api.ts';

const pageSchema = v.object({
  results: v.array(fileSchema),
  paging: v.optional(v.nullable(v.object({ next: v.optional(v.nullable(v.object({ after: v.string() }))) }))),
});

export interface PrivateFileEntry {
  readonly name: string;
  readonly size: number;
  readonly updatedAt: string;
}

export interface PrivateFolderPage {
  readonly files: readonly PrivateFileEntry[];
  /** For the next page; absent on the last. */
  readonly after?: string;
}

/** The files of a folder (`privateFolder`), latest first, at most 100 a page. What was written minutes ago may be missing. */
export async function listPrivateFolder(
  fetching: Fetching,
  { folder, after }: { readonly folder: string; readonly after?: string },
): Promise<Fetched<PrivateFolderPage>> {
  const found = await statPath(fetching, folder);
  if (!found.ok) return found;
  const folderId = found.value?.folder?.id;
  if (folderId === undefined) return { ok: true, value: { files: [] } };
  const query = {
    parentFolderIds: folderId,
    sort: '-updatedAt',
    limit: '100',
    ...(after === undefined ? {} : { after }),
  };
  const source = { path: filesPathOf('files/search'), query, task: 'list private files', schema: pageSchema };
  const page = await getFileJson(fetching, source);
  if (!page.ok) return page;
  const next = page.value?.paging?.next?.after;
  // The name of HubSpot's file has no extension; its path has.
  const files = (page.value?.results ?? []).map(({ path, size = 0, updatedAt }) => ({
    name: path.slice(path.lastIndexOf('/') + 1),
    size,
    updatedAt,
  }));
  return { ok: true, value: { files, ...(next === undefined ? {} : { after: next }) } };
}
