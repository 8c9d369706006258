import { Hono } from 'hono';
import { replyUnknownPath } from './http/reply.ts';
import type { App, AppEnv } from './http/route.ts';
import { mountObjectRoute, mountPlainRoute, unknownPathResponse } from './http/route.ts';
import { associationRoutes } from './routes/associations.ts';
import { batchArchiveRoute } from './routes/batch-archive.ts';
import { batchReadRoute } from './routes/batch-read.ts';
import { batchWriteRoutes } from './routes/batch-write.ts';
import { listObjectsRoute } from './routes/list-objects.ts';
import { pipelineRoutes, portalRoutes } from './routes/portal-parts.ts';
import { propertyRoutes } from './routes/properties.ts';
import { searchRoute } from './routes/search.ts';
import { singleObjectRoutes } from './routes/single-object.ts';

/** HubSpot's API as routes over whichever kernel a request comes with. */
export function createHubSpotApp(): App {
  const app: App = new Hono<AppEnv>();
  const objectRoutes = [
    ...batchWriteRoutes,
    batchReadRoute,
    batchArchiveRoute,
    searchRoute,
    listObjectsRoute,
    ...singleObjectRoutes,
    ...propertyRoutes,
    ...pipelineRoutes,
    ...associationRoutes,
  ];
  for (const route of objectRoutes) mountObjectRoute(app, route);
  for (const route of portalRoutes) mountPlainRoute(app, route);
  app.notFound((c) => unknownPathResponse(c.env.kernel, replyUnknownPath));
  return app;
}
