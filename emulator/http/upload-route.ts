import type { UploadCall } from './call.ts';
import type { Reply } from './reply.ts';
import { replyRefusal } from './reply.ts';
import type { App } from './route.ts';
import { authenticated, passGate } from './route.ts';
import { readUploadForm } from './upload-form.ts';

/** A route that takes a file in a `multipart/form-data` body. */
export interface UploadRoute {
  readonly method: 'POST' | 'PUT';
  readonly paths: readonly string[];
  readonly anyScopeOf: readonly string[];
  readonly run: (call: UploadCall) => Reply;
}

const replyNoForm = replyRefusal(415, { message: 'HTTP 415 Unsupported Media Type' });

export function mountUploadRoute(app: App, route: UploadRoute): void {
  const gate = { anyOf: route.anyScopeOf, isSearch: false, isSchemaFlavour: true };
  app.on(
    route.method,
    [...route.paths],
    authenticated((c, grant) =>
      passGate(c, grant, {
        ...gate,
        answer: async (call) => {
          const form = await readUploadForm(c.req.raw);
          return form === undefined ? replyNoForm : route.run({ ...call, bodyText: '', form });
        },
      }),
    ),
  );
}
