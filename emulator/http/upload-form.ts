/** The parts of a `multipart/form-data` body. */
export interface UploadForm {
  readonly file: UploadedFile | undefined;
  readonly fields: ReadonlyMap<string, string>;
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Undefined when the body is no form. */
export async function readUploadForm(request: Request): Promise<UploadForm | undefined> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!contentType.toLowerCase().startsWith('multipart/form-data')) return undefined;
  try {
    const form = await request.formData();
    const entries = [...form.entries()];
    const fields = entries.flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
    const file = entries.find(([name, value]) => name === 'file' && typeof value !== 'string')?.[1];
    return {
      fields: new Map(fields),
      file:
        file === undefined || typeof file === 'string'
          ? undefined
          : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
    };
  } catch {
    return undefined;
  }
}
