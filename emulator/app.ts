import { Hono } from 'hono';
import { mountOpenRoute } from './http/open-route.ts';
import { replyUnknownPath } from './http/reply.ts';
import type { App, AppEnv } from './http/route.ts';
import { mountObjectRoute, mountPlainRoute, unknownPathResponse } from './http/route.ts';
import { mountUploadRoute } from './http/upload-route.ts';
import { importRoutes, importUploadRoutes } from './imports/import-routes.ts';
import { associationRoutes } from './routes/associations.ts';
import { downloadRoute } from './routes/file-download.ts';
import { uploadRoutes } from './routes/file-upload.ts';
import { fileRoutes } from './routes/files.ts';
import { folderRoutes } from './routes/folders.ts';
import { batchArchiveRoute } from './routes/batch-archive.ts';
import { batchReadRoute } from './routes/batch-read.ts';
import { batchWriteRoutes } from './routes/batch-write.ts';
import { listObjectsRoute } from './routes/list-objects.ts';
import { mergeRoute } from './routes/merge.ts';
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
    mergeRoute,
    ...singleObjectRoutes,
    ...propertyRoutes,
    ...pipelineRoutes,
    ...associationRoutes,
  ];
  for (const route of objectRoutes) mountObjectRoute(app, route);
  for (const route of [...portalRoutes, ...fileRoutes, ...folderRoutes, ...importRoutes])
    mountPlainRoute(app, route);
  for (const route of [...uploadRoutes, ...importUploadRoutes]) mountUploadRoute(app, route);
  mountOpenRoute(app, downloadRoute);
  app.notFound((c) => unknownPathResponse(c.env.kernel, replyUnknownPath));
  return app;
}
