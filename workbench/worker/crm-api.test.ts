import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';

import type { ServerDoor, ServerReply, SidebarContext } from '../protocol.ts';
import { createCrmApi } from './crm-api.ts';
import { callFunction, createExtensionApi } from './extension-api.ts';
import { ServerRequestError } from './server-door.ts';
import type { RemotePage } from './server-door.ts';

const sidebar: SidebarContext = {
  location: 'crm.record.sidebar',
  crm: { objectId: 51, objectTypeId: '0-1' },
  portal: { id: 1, timezone: 'UTC' },
  user: {
    id: 1,
    email: 'a@example.com',
    emails: [],
    firstName: 'A',
    lastName: 'B',
    teams: [],
    permissions: [],
  },
};

interface Asked {
  readonly door: ServerDoor;
  readonly request: unknown;
}

interface FakePage {
  readonly page: RemotePage;
  readonly asked: Asked[];
}

/** A page whose server gives one answer after the other, the last one for ever. */
function pageAnswering(...replies: readonly ServerReply[]): FakePage {
  const asked: Asked[] = [];
  const done = (): Promise<void> => Promise.resolve();
  return {
    asked,
    page: {
      askServer(door, requestJson) {
        const request: unknown = JSON.parse(requestJson);
        asked.push({ door, request });
        const reply = replies[Math.min(asked.length, replies.length) - 1];
        return reply ? Promise.resolve(reply) : Promise.reject(new Error('no reply'));
      },
      addAlert: done,
      reloadPage: done,
      refreshObjectProperties: done,
      openIframeModal: done,
      closeOverlay: done,
      copyTextToClipboard: done,
      navigateToPage: done,
      writeLog: done,
      reportProblem: done,
    },
  };
}

const hookContent = v.object({ data: v.unknown(), cleanup: v.function() });

const ann = { status: 200, json: '{"firstname":"Ann"}' };
const bob = { status: 200, json: '{"firstname":"Bob"}' };
const refused = { status: 403, json: '{"message":"Missing scopes"}' };

describe('reading properties for a hook', () => {
  it('gives values and a way to stop listening', async () => {
    const crm = createCrmApi(pageAnswering(ann, bob).page);
    const onUpdate = vi.fn();
    const response = await crm.fetchCrmProperties(['firstname'], onUpdate);
    const { data, cleanup } = v.parse(hookContent, await response.json());
    expect(data).toEqual({ firstname: 'Ann' });
    cleanup();
    await crm.publishChanges();
    expect(onUpdate).not.toHaveBeenCalled();
  });

  it('tells a listener the new values when the record changed', async () => {
    const crm = createCrmApi(pageAnswering(ann, bob).page);
    const onUpdate = vi.fn();
    await crm.fetchCrmProperties(['firstname'], onUpdate);
    await crm.publishChanges();
    expect(onUpdate.mock.calls).toEqual([[{ firstname: 'Bob' }]]);
  });

  it("gives the portal's refusal as an error text, as the hooks expect it", async () => {
    const crm = createCrmApi(pageAnswering(refused).page);
    const response = await crm.fetchCrmProperties(['firstname'], vi.fn());
    expect(await response.json()).toEqual({ error: 'Missing scopes' });
  });
});

describe('calling a function', () => {
  it('sends parameters and gives the bare response', async () => {
    const { page, asked } = pageAnswering({ status: 200, json: '{"logId":"1","response":[1,2]}' });
    expect(await callFunction(page, 'sample', { parameters: { a: 1 } })).toEqual([1, 2]);
    expect(asked).toEqual([{ door: 'call-function', request: { name: 'sample', parameters: { a: 1 } } }]);
  });

  it('rejects with message, status and body when it failed', async () => {
    const call = callFunction(pageAnswering(refused).page, 'sample');
    await expect(call).rejects.toThrow(ServerRequestError);
    await expect(call).rejects.toMatchObject({
      message: 'Missing scopes',
      status: 403,
      responseJSON: { message: 'Missing scopes' },
    });
  });

  it('the old way resolves to a status instead', async () => {
    const { page } = pageAnswering(refused);
    const api = createExtensionApi(sidebar, page, createCrmApi(page));
    expect(await api.runServerlessFunction({ name: 'sample' })).toEqual({
      status: 'ERROR',
      message: 'Missing scopes',
    });
  });
});

describe('the actions', () => {
  it('of a place without a record are those of every place alone', () => {
    const { page } = pageAnswering(refused);
    const { portal, user } = sidebar;
    const { actions } = createExtensionApi({ portal, user, location: 'pages' }, page, createCrmApi(page));
    expect(Object.keys(actions).sort()).toEqual([
      'addAlert',
      'closeOverlay',
      'copyTextToClipboard',
      'navigateToPage',
      'openIframeModal',
      'reloadPage',
    ]);
  });

  it('read properties as text, blank for none', async () => {
    const { page } = pageAnswering({ status: 200, json: '{"firstname":"Ann","fax":null}' });
    const { actions } = createExtensionApi(sidebar, page, createCrmApi(page));
    expect(await actions.fetchCrmObjectProperties?.('*')).toEqual({ firstname: 'Ann', fax: '' });
  });
});
