import { readFile } from 'node:fs/promises';

import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Context } from 'hono';

import { PLACES } from '../page-facts.ts';
import type { Place, RecordAddress } from '../page-facts.ts';
import type { PageAssets } from './assets.ts';
import type { Bench, Benches } from './bench.ts';
import { readAnyRecordId, readPortalDetails } from './crm-reader.ts';
import { answerDoor, doorNames } from './doors.ts';
import { forwardToPortal } from './forward.ts';
import type { PortalApis } from './forward.ts';
import { pageHtml } from './page-html.ts';
import { PortalError } from './portal-json.ts';
import { readPageFacts } from './record-page.ts';
import type { PageSettings } from './record-page.ts';
import { mayPass } from './request-guard.ts';
import { defaultScenarioName, parseScenario } from './scenario.ts';

export interface AppOptions {
  readonly assets: PageAssets;
  /** Where the built bundle of a place lies; undefined where the project has none. */
  readonly bundlePath: (place: Place) => Promise<string | undefined>;
  readonly benches: Benches;
  readonly portalApis: PortalApis;
  readonly page: PageSettings;
  /** The port the guard accepts as its own; known only once the server listens. */
  readonly port: () => number;
}

interface Env {
  Bindings: HttpBindings;
}

const contactTypeId = '0-1';

/** Where the page finds the bundle of each place. */
export const BUNDLE_URLS = {
  card: '/assets/card.js',
  page: '/assets/app-page.js',
  action: '/assets/bulk-action.js',
} as const;

/** The workbench's web application: page, assets, the card's doors, the emulated portals. */
export function createApp(options: AppOptions): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    const asked = {
      host: context.req.header('host'),
      origin: context.req.header('origin'),
      site: context.req.header('sec-fetch-site'),
    };
    if (!mayPass(asked, options.port())) return context.text('Foreign host or origin', 403);
    await next();
    context.header('x-content-type-options', 'nosniff');
    return undefined;
  });
  addPages(app, options);
  addAssets(app, options);
  addApi(app, options);
  app.all('/portal/:scenario/*', (context) => forwardToPortal(context, options.portalApis));
  app.onError((error, context) => {
    if (error instanceof PortalError) return context.json({ message: error.message }, 502);
    console.error(error);
    return context.json({ message: `The workbench failed: ${error.message}` }, 500);
  });
  return app;
}

function benchOf(context: Context<Env>, benches: Benches): Bench | undefined {
  const scenario = parseScenario(context.req.query('scenario') ?? defaultScenarioName);
  return scenario && benches.open(scenario);
}

function addPages(app: Hono<Env>, { benches }: AppOptions): void {
  app.get('/', async (context) => {
    const bench = benchOf(context, benches);
    if (bench === undefined) return context.text('No such scenario', 404);
    const { id } = await readPortalDetails(bench.portal);
    const recordId = (await readAnyRecordId(bench.portal, contactTypeId)) ?? '0';
    const query = new URLSearchParams({ scenario: bench.scenario.name });
    return context.redirect(`/contacts/${id}/record/${contactTypeId}/${recordId}?${query.toString()}`);
  });
  // A record page of HubSpot may name a view after the id.
  app.get('/contacts/:portalId/record/:objectTypeId/:recordId/*', (context) => context.html(pageHtml));
  app.get('/contacts/:portalId/record/:objectTypeId', async (context) => {
    const bench = benchOf(context, benches);
    if (bench === undefined) return context.text('No such scenario', 404);
    const { objectTypeId, portalId } = context.req.param();
    const recordId = (await readAnyRecordId(bench.portal, objectTypeId)) ?? '0';
    const { search } = new URL(context.req.url);
    return context.redirect(`/contacts/${portalId}/record/${objectTypeId}/${recordId}${search}`);
  });
}

function addAssets(app: Hono<Env>, { assets, bundlePath }: AppOptions): void {
  const script = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' };
  const style = { ...script, 'content-type': 'text/css; charset=utf-8' };
  app.get('/assets/page.js', (context) => context.body(assets.pageScript, 200, script));
  app.get('/assets/page.css', (context) => context.body(assets.pageStyle, 200, style));
  app.get('/assets/worker.js', (context) => context.body(assets.workerScript, 200, script));
  for (const place of PLACES) {
    app.get(BUNDLE_URLS[place], async (context) => {
      const path = await bundlePath(place);
      if (path === undefined) return context.text(`This project has no ${place}`, 404);
      return context.body(await readFile(path, 'utf8'), 200, script);
    });
  }
}

function addressOf(context: Context<Env>, bench: Bench): RecordAddress {
  return {
    scenario: bench.scenario.name,
    objectTypeId: context.req.query('objectTypeId') ?? contactTypeId,
    recordId: context.req.query('recordId') ?? '',
  };
}

function addApi(app: Hono<Env>, { benches, page }: AppOptions): void {
  app.get('/api/page', async (context) => {
    const bench = benchOf(context, benches);
    if (bench === undefined) return context.json({ message: 'No such scenario' }, 404);
    return context.json(await readPageFacts(bench.portal, addressOf(context, bench), page));
  });
  app.post('/api/doors/:door', async (context) => {
    const bench = benchOf(context, benches);
    const door = doorNames.find((name) => name === context.req.param('door'));
    if (bench === undefined || door === undefined) {
      return context.json({ message: 'No such scenario or door' }, 404);
    }
    const request: unknown = await context.req.json();
    const answer = await answerDoor(door, { bench, address: addressOf(context, bench), request });
    return new Response(answer.json, {
      status: answer.status,
      headers: { 'content-type': 'application/json' },
    });
  });
  app.get('/api/function-calls', (context) => {
    const bench = benchOf(context, benches);
    return context.json(bench?.callLog.records() ?? [], bench === undefined ? 404 : 200);
  });
  app.post('/api/reset', (context) => {
    const bench = benchOf(context, benches);
    if (bench?.reset === undefined) return context.json({ message: 'Cannot reset' }, 409);
    bench.reset();
    return context.json({});
  });
}
