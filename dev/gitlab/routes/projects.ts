import { canSee, isMember } from '../actor';
import { addressOf, pageOf, placeOf, queryOf, setHeaders } from '../env';
import type { App, Ask } from '../env';
import type { HostedProject } from '../hosted-project';
import { readPage } from '../paging';
import { invalid } from '../problem';
import { readProjectFacts, toProject } from '../shapes/project';
import type { Json } from '../shapes/user';

const ORDERS = [
  'id',
  'name',
  'path',
  'created_at',
  'updated_at',
  'last_activity_at',
  'similarity',
  'star_count',
];

function isWanted(ask: Ask, project: HostedProject): boolean {
  const { actor } = ask.var;
  const search = queryOf(ask, 'search')?.toLowerCase();
  const archived = queryOf(ask, 'archived');
  return (
    canSee(actor, project) &&
    (queryOf(ask, 'membership') !== 'true' || isMember(actor, project)) &&
    (search === undefined || project.path.toLowerCase().includes(search)) &&
    (archived === undefined || archived === String(project.isArchived))
  );
}

/** By id, by the last part of the path, or as the site lists them; descending unless told otherwise. */
function sorted(ask: Ask, projects: HostedProject[]): HostedProject[] {
  const order = queryOf(ask, 'order_by') ?? 'created_at';
  if (!ORDERS.includes(order)) throw invalid('order_by does not have a valid value');
  const sign = queryOf(ask, 'sort') === 'asc' ? 1 : -1;
  return [...projects].sort((one, other) => {
    if (order === 'id') return sign * (one.id - other.id);
    if (order !== 'path' && order !== 'name') return 0;
    const byName = one.name < other.name ? -1 : Number(one.name > other.name);
    return sign * (byName || one.id - other.id);
  });
}

/** By keyset a page says which id to go on after, and counts nothing. */
function keysetPageOf(ask: Ask, projects: HostedProject[]): HostedProject[] {
  const { perPage } = readPage(new URL(ask.req.url));
  const after = Number(queryOf(ask, 'id_after') ?? 0);
  const left = projects.filter(({ id }) => id > after);
  const page = left.slice(0, perPage);
  const last = page.at(-1);
  if (last && left.length > perPage) {
    const next = addressOf(ask);
    next.searchParams.set('id_after', String(last.id));
    setHeaders(ask, { link: `<${next.toString()}>; rel="next"` });
  }
  return page;
}

async function listProjects(ask: Ask): Promise<Response> {
  const { host } = ask.var;
  const found = sorted(
    ask,
    host.projects.filter((project) => isWanted(ask, project)),
  );
  const page =
    queryOf(ask, 'pagination') === 'keyset' ? keysetPageOf(ask, found) : pageOf(ask, found);
  const shown = await Promise.all(
    page.map(async (project): Promise<Json> =>
      toProject(host, project, await readProjectFacts(project)),
    ),
  );
  return ask.json(shown);
}

export function addProjectRoutes(app: App): void {
  app.get('/projects', listProjects);
  app.get('/projects/:id', async (ask) => {
    const { host, project } = placeOf(ask);
    return ask.json(toProject(host, project, await readProjectFacts(project)));
  });
}
