import * as v from 'valibot';
import { defaultToken } from '../http/access.ts';
import { openDesk, readAnswer } from './portal-desk.ts';
import type { Asked, PortalDesk } from './portal-desk.ts';

const fileSchema = v.looseObject({ id: v.string(), path: v.string(), url: v.string() });
type FileBody = v.InferOutput<typeof fileSchema>;

export interface Upload {
  readonly text?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly options?: unknown;
  readonly token?: string;
}

/** A desk with short ways to the file manager. */
export interface FileDesk extends PortalDesk {
  send(method: string, path: string, upload: Upload): Promise<Asked>;
  /** A private file, stored as `/notes/<name>` unless told otherwise. */
  store(name: string, upload?: Upload): Promise<FileBody>;
  /** Asks the address itself, without a token. */
  open(url: string): Promise<Asked>;
}

function formOf({ text = 'hello', fields = {}, options = { access: 'PRIVATE' } }: Upload): FormData {
  const form = new FormData();
  form.append('file', new Blob([text]), 'upload.txt');
  form.append('options', JSON.stringify(options));
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

export function openFileDesk(...[options]: Parameters<typeof openDesk>): FileDesk {
  const desk = openDesk(options);
  const send = async (method: string, path: string, upload: Upload): Promise<Asked> => {
    const request = new Request(`https://api.hubapi.com${path}`, {
      method,
      headers: { Authorization: `Bearer ${upload.token ?? defaultToken}` },
      body: formOf(upload),
    });
    return readAnswer(await desk.emulator.fetch(request));
  };
  return {
    ...desk,
    send,
    store: async (name, upload = {}) => {
      const fields = { folderPath: '/notes', fileName: name, ...upload.fields };
      const answer = await send('POST', '/files/v3/files', { ...upload, fields });
      return v.parse(fileSchema, answer.json());
    },
    open: async (url) => readAnswer(await desk.emulator.fetch(new Request(url))),
  };
}
