/** The parts of a `multipart/form-data` body. */
export interface UploadForm {
  /** The one named `file`. */
  readonly file: UploadedFile | undefined;
  /** All named `files`. */
  readonly files: readonly UploadedFile[];
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
    const [file] = await filesNamed('file', form);
    return { fields: new Map(fields), file, files: await filesNamed('files', form) };
  } catch {
    return undefined;
  }
}

async function filesNamed(name: string, form: FormData): Promise<readonly UploadedFile[]> {
  const files = form.getAll(name).flatMap((value) => (typeof value === 'string' ? [] : [value]));
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}
