import type { GitRef, TreeEntry } from '../../git/git-reader';
import { pageOf, placeOf, refuseEmpty } from '../env';
import type { App, Ask } from '../env';
import { toNodeId } from '../identity';
import { Problem, notFound } from '../problem';
import { toCommit, toGitCommit } from '../shapes/commit';
import { repositoryUrl } from '../shapes/repository';
import type { Json } from '../shapes/user';

const MOST_TREE_ENTRIES = 100_000;
const HEADS = 'refs/heads/';
const TAGS = 'refs/tags/';

async function listNames(ask: Ask, prefix: string): Promise<{ name: string; sha: string }[]> {
  const { refs } = await ask.var.git.refs();
  return refs
    .filter(({ name }) => name.startsWith(prefix))
    .map(({ name, sha }) => ({ name: name.slice(prefix.length), sha }));
}

async function listBranches(ask: Ask): Promise<Response> {
  const isProtectedOnly = ask.req.query('protected') === 'true';
  const branches = isProtectedOnly ? [] : await listNames(ask, HEADS);
  const url = repositoryUrl(ask.var.host, ask.var.repository);
  return ask.json(
    pageOf(ask, branches).map(({ name, sha }) => ({
      name,
      commit: { sha, url: `${url}/commits/${sha}` },
      protected: false,
    })),
  );
}

async function getBranch(ask: Ask): Promise<Response> {
  const wanted = ask.req.param('branch');
  const found = (await listNames(ask, HEADS)).find(({ name }) => name === wanted);
  const [commit] = found ? await ask.var.git.commits([found.sha]) : [];
  if (!found || !commit) throw new Problem(404, 'Branch not found');
  const { host, repository } = ask.var;
  const self = `${repositoryUrl(host, repository)}/branches/${encodeURIComponent(found.name)}`;
  const checks = { enforcement_level: 'off', contexts: [], checks: [] };
  return ask.json({
    name: found.name,
    commit: toCommit(placeOf(ask), commit),
    _links: { self, html: `${host.htmlUrl}/${repository.path}/tree/${found.name}` },
    protected: false,
    protection: { enabled: false, required_status_checks: checks },
    protection_url: `${self}/protection`,
  });
}

async function listTags(ask: Ask): Promise<Response> {
  const tags = await listNames(ask, TAGS);
  const url = repositoryUrl(ask.var.host, ask.var.repository);
  return ask.json(
    pageOf(ask, tags.reverse()).map(({ name, sha }) => ({
      name,
      zipball_url: `${url}/zipball/${TAGS}${encodeURIComponent(name)}`,
      tarball_url: `${url}/tarball/${TAGS}${encodeURIComponent(name)}`,
      commit: { sha, url: `${url}/commits/${sha}` },
      node_id: toNodeId('REF', `${ask.var.repository.id}:${TAGS}${name}`),
    })),
  );
}

function toRef(ask: Ask, { name, target, type }: GitRef): Json {
  const url = repositoryUrl(ask.var.host, ask.var.repository);
  const path = type === 'tag' ? 'tags' : 'commits';
  return {
    ref: name,
    node_id: toNodeId('REF', `${ask.var.repository.id}:${name}`),
    url: `${url}/git/${name.split('/').map(encodeURIComponent).join('/')}`,
    object: { sha: target, type, url: `${url}/git/${path}/${target}` },
  };
}

async function getRef(ask: Ask): Promise<Response> {
  await refuseEmpty(ask.var.git);
  const wanted = `refs/${ask.req.param('ref') ?? ''}`;
  const found = (await ask.var.git.refs()).refs.find(({ name }) => name === wanted);
  if (!found) throw notFound();
  return ask.json(toRef(ask, found));
}

async function listMatchingRefs(ask: Ask): Promise<Response> {
  const prefix = `refs/${ask.req.param('ref') ?? ''}`;
  const { refs } = await ask.var.git.refs();
  return ask.json(refs.filter(({ name }) => name.startsWith(prefix)).map((ref) => toRef(ask, ref)));
}

function toTreeEntry(ask: Ask, { mode, type, sha, size, path }: TreeEntry): Json {
  const url = repositoryUrl(ask.var.host, ask.var.repository);
  const own = type === 'commit' ? {} : { url: `${url}/git/${type}s/${sha}` };
  return { path, mode, type, sha, ...(size === null ? {} : { size }), ...own };
}

async function getTree(ask: Ask): Promise<Response> {
  const { git, host, repository } = ask.var;
  await refuseEmpty(git);
  const wanted = ask.req.param('tree') ?? '';
  const sha = await git.resolve(wanted);
  const [commit] = sha === undefined ? [] : await git.commits([sha]);
  const tree = commit?.tree ?? wanted;
  const isTree = /^[0-9a-f]{40}$/.test(tree);
  const entries = isTree
    ? await git.tree(tree, ask.req.query('recursive') !== undefined)
    : undefined;
  if (!entries) throw notFound();
  return ask.json({
    sha: tree,
    url: `${repositoryUrl(host, repository)}/git/trees/${tree}`,
    tree: entries.slice(0, MOST_TREE_ENTRIES).map((entry) => toTreeEntry(ask, entry)),
    truncated: entries.length > MOST_TREE_ENTRIES,
  });
}

async function getGitCommit(ask: Ask): Promise<Response> {
  await refuseEmpty(ask.var.git);
  const sha = ask.req.param('sha') ?? '';
  const [commit] = /^[0-9a-f]{40}$/.test(sha) ? await ask.var.git.commits([sha]) : [];
  if (!commit) throw notFound();
  return ask.json(toGitCommit(placeOf(ask), commit));
}

/** Branches, tags, refs and trees. */
export function addRefRoutes(app: App): void {
  app.get('/repos/:owner/:repo/branches', listBranches);
  app.get('/repos/:owner/:repo/branches/:branch{.+}', getBranch);
  app.get('/repos/:owner/:repo/tags', listTags);
  app.get('/repos/:owner/:repo/releases', (ask) => ask.json([]));
  app.get('/repos/:owner/:repo/git/ref/:ref{.+}', getRef);
  app.get('/repos/:owner/:repo/git/matching-refs/:ref{.+}', listMatchingRefs);
  app.get('/repos/:owner/:repo/git/trees/:tree{.+}', getTree);
  app.get('/repos/:owner/:repo/git/commits/:sha', getGitCommit);
}
