import { pageOf, placeOf, queryOf } from '../env';
import type { App, Ask } from '../env';
import { readPipelines } from '../hosted-pipelines';
import { Problem } from '../problem';
import { toFullPipeline, toPipeline } from '../shapes/pipeline';

async function listPipelines(ask: Ask): Promise<Response> {
  const [sha, ref, status] = [queryOf(ask, 'sha'), queryOf(ask, 'ref'), queryOf(ask, 'status')];
  const pipelines = await readPipelines(ask.var.project, sha === undefined ? 'all' : [sha]);
  const found = pipelines.filter(
    (one) =>
      (ref === undefined || one.ref === ref) && (status === undefined || one.status === status),
  );
  return ask.json(pageOf(ask, found).map((one) => toPipeline(placeOf(ask), one)));
}

async function sendPipeline(ask: Ask): Promise<Response> {
  const pipelines = await readPipelines(ask.var.project, 'all');
  const found = pipelines.find(({ id }) => String(id) === ask.req.param('pipeline'));
  if (!found) throw new Problem(404, '404 Not found');
  return ask.json(toFullPipeline(placeOf(ask), found));
}

export function addPipelineRoutes(app: App): void {
  app.get('/projects/:id/pipelines', listPipelines);
  app.get('/projects/:id/pipelines/:pipeline', sendPipeline);
}
