import { Hono } from 'hono';
import type { Context } from 'hono';
import * as v from 'valibot';
import type { Emulator } from '../emulator-options.ts';
import { faultSchema } from './fault-schema.ts';

const mergeBody = v.object({ objectType: v.string(), winnerId: v.string(), loserId: v.string() });
const editBody = v.object({
  objectType: v.string(),
  recordId: v.string(),
  properties: v.record(v.string(), v.string()),
});
const failingBody = v.object({ afterRows: v.pipe(v.number(), v.integer(), v.minValue(0)) });
const revertBody = v.object({ importId: v.string() });
const tokenBody = v.variant('action', [
  v.object({ action: v.literal('expire'), token: v.string() }),
  v.object({ action: v.literal('grant'), token: v.string(), scopes: v.array(v.string()) }),
  v.object({ action: v.literal('revoke'), token: v.string(), scopes: v.array(v.string()) }),
]);
const consumedBody = v.object({
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  by: v.picklist(['same-app', 'other-app']),
});

type TokenAction = v.InferOutput<typeof tokenBody>;

function changeToken(action: TokenAction, emulator: Emulator): void {
  switch (action.action) {
    case 'expire':
      emulator.expireToken(action.token);
      return;
    case 'grant':
      emulator.grantScopes(action.token, action.scopes);
      return;
    case 'revoke':
      emulator.revokeScopes(action.token, action.scopes);
  }
}

/** Decodes the body, acts on it, and answers a wrong body or an impossible action with 400. */
function action<T>(schema: v.GenericSchema<unknown, T>, act: (body: T) => void) {
  return async (c: Context): Promise<Response> => {
    try {
      act(v.parse(schema, JSON.parse(await c.req.text())));
      return c.json({ ok: true });
    } catch (error) {
      return c.json({ ok: false, message: error instanceof Error ? error.message : String(error) }, 400);
    }
  };
}

/** The emulator's own API, for users in another process. Needs no token. */
export function createControlApp(emulator: Emulator): Hono {
  const app = new Hono();
  app.get('/emulator/records/:objectType', (c) => {
    try {
      return c.json(emulator.records(c.req.param('objectType')));
    } catch (error) {
      return c.json({ ok: false, message: error instanceof Error ? error.message : String(error) }, 404);
    }
  });
  app.get('/emulator/files', (c) => c.json(emulator.files()));
  addImportControls(app, emulator);
  app.get('/emulator/write-log', (c) => c.json(emulator.writeLog));
  app.get('/emulator/request-log', (c) => c.json(emulator.requestLog));
  app.post(
    '/emulator/faults',
    action(faultSchema, (fault) => {
      emulator.addFault(fault);
    }),
  );
  app.delete('/emulator/faults', (c) => {
    emulator.clearFaults();
    return c.json({ ok: true });
  });
  app.post('/emulator/reset', (c) => {
    emulator.reset();
    return c.json({ ok: true });
  });
  app.post(
    '/emulator/merge',
    action(mergeBody, (body) => {
      emulator.mergeRecords(body.objectType, body.winnerId, body.loserId);
    }),
  );
  app.post(
    '/emulator/edit',
    action(editBody, (body) => {
      emulator.editRecord(body.objectType, body.recordId, body.properties);
    }),
  );
  app.post(
    '/emulator/tokens',
    action(tokenBody, (body) => {
      changeToken(body, emulator);
    }),
  );
  app.post(
    '/emulator/rate-limit',
    action(consumedBody, (body) => {
      emulator.consumeRequests(body);
    }),
  );
  return app;
}

function addImportControls(app: Hono, emulator: Emulator): void {
  app.get('/emulator/imports', (c) => c.json(emulator.imports()));
  app.post(
    '/emulator/imports/fail-next',
    action(failingBody, ({ afterRows }) => {
      emulator.failNextImport(afterRows);
    }),
  );
  app.post(
    '/emulator/imports/revert',
    action(revertBody, ({ importId }) => {
      emulator.revertImport(importId);
    }),
  );
}
