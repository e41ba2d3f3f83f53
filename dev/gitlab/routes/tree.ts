import type { TreeEntry } from '../../git/git-reader';
import { addressOf, pageOf, queryOf, setHeaders } from '../env';
import type { App, Ask } from '../env';
import { readPage } from '../paging';
import { notFound } from '../problem';
import type { Json } from '../shapes/user';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function toEntry({ sha, type, path, mode }: TreeEntry): Json {
  return { id: sha, name: nameOf(path), type, path, mode };
}

/** Folders first, as git does not and GitLab does. */
const isFolder = ({ type }: TreeEntry): boolean => type === 'tree';
const foldersFirst = (entries: readonly TreeEntry[]): TreeEntry[] => [
  ...entries.filter(isFolder),
  ...entries.filter((entry) => !isFolder(entry)),
];

/** By keyset a page says the object to go on after. */
function keysetPageOf(ask: Ask, entries: readonly TreeEntry[]): TreeEntry[] {
  const { perPage } = readPage(new URL(ask.req.url));
  const token = queryOf(ask, 'page_token');
  const start = token === undefined ? 0 : entries.findIndex(({ sha }) => sha === token) + 1;
  const page = entries.slice(start, start + perPage);
  const last = page.at(-1);
  if (last && start + perPage < entries.length) {
    const next = addressOf(ask);
    next.searchParams.set('page_token', last.sha);
    setHeaders(ask, { link: `<${next.toString()}>; rel="next"` });
  }
  return page;
}

async function readEntries(ask: Ask): Promise<TreeEntry[]> {
  const { git } = ask.var;
  const sha = await git.resolve(queryOf(ask, 'ref') ?? 'HEAD');
  const folder = queryOf(ask, 'path')?.replace(/\/$/, '');
  const treeish = folder === undefined ? sha : `${sha}:${folder}`;
  const entries =
    sha === undefined || treeish === undefined
      ? undefined
      : await git.tree(treeish, queryOf(ask, 'recursive') === 'true');
  if (!entries) throw notFound('Tree');
  const prefix = folder === undefined ? '' : `${folder}/`;
  return foldersFirst(entries.map((entry) => ({ ...entry, path: prefix + entry.path })));
}

async function listTree(ask: Ask): Promise<Response> {
  const entries = await readEntries(ask);
  const page =
    queryOf(ask, 'pagination') === 'keyset' ? keysetPageOf(ask, entries) : pageOf(ask, entries);
  return ask.json(page.map(toEntry));
}

export function addTreeRoutes(app: App): void {
  app.get('/projects/:id/repository/tree', listTree);
}
