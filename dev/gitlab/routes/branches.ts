import type { GitCommit } from '../../git/git-commit';
import { pageOf, placeOf, queryOf } from '../env';
import type { App, Ask } from '../env';
import { isProtected } from '../hosted-project';
import { toId } from '../identity';
import { Problem, notFound } from '../problem';
import { toCommit } from '../shapes/commit';
import { projectPage } from '../shapes/project';
import type { Json } from '../shapes/user';

const HEADS = 'refs/heads/';

type Branch = { name: string; sha: string };

async function listAll(ask: Ask): Promise<{ branches: Branch[]; defaultBranch: string }> {
  const { refs, defaultBranch } = await ask.var.git.refs();
  const branches = refs
    .filter(({ name }) => name.startsWith(HEADS))
    .map(({ name, sha }) => ({ name: name.slice(HEADS.length), sha }));
  return { branches, defaultBranch };
}

/** Every commit that some other branch holds too is merged; here: the default branch. */
async function toBranch(
  ask: Ask,
  { name, commit }: { name: string; commit: GitCommit },
  { defaultBranch, merged }: { defaultBranch: string; merged: ReadonlySet<string> },
): Promise<Json> {
  const { host, project } = placeOf(ask);
  return Promise.resolve({
    name,
    commit: toCommit({ host, project }, commit),
    merged: name !== defaultBranch && merged.has(commit.sha),
    protected: isProtected(project, name, defaultBranch),
    developers_can_push: false,
    developers_can_merge: false,
    can_push: false,
    default: name === defaultBranch,
    web_url: `${projectPage(host, project)}/-/tree/${name}`,
  });
}

async function show(ask: Ask, branches: Branch[], defaultBranch: string): Promise<Json[]> {
  const { git } = ask.var;
  const main = await git.resolve(defaultBranch);
  const merged = new Set(main === undefined ? [] : await git.history(main));
  const heads = new Map(
    (await git.commits(branches.map(({ sha }) => sha))).map((commit) => [commit.sha, commit]),
  );
  const shown = branches.flatMap(({ name, sha }) => {
    const commit = heads.get(sha);
    return commit ? [toBranch(ask, { name, commit }, { defaultBranch, merged })] : [];
  });
  return Promise.all(shown);
}

/** `^release/` and `/test$` mark the ends; anything else is looked for anywhere, capitals aside. */
function isFound(search: string | undefined, name: string): boolean {
  if (search === undefined) return true;
  const [, start, text = '', end] = /^(\^?)(.*?)(\$?)$/.exec(search.toLowerCase()) ?? [];
  const own = name.toLowerCase();
  const position = own.indexOf(text);
  return start !== ''
    ? own.startsWith(text) && (end === '' || own === text)
    : end !== ''
      ? own.endsWith(text)
      : position >= 0;
}

/** GitLab's are RE2 expressions; of those that both know, JavaScript's mean the same. */
function toPattern(ask: Ask): RegExp {
  const [regex, search] = [queryOf(ask, 'regex'), queryOf(ask, 'search')];
  if (regex !== undefined && search !== undefined) {
    throw new Problem(400, 'search, regex are mutually exclusive', {
      error: 'search, regex are mutually exclusive',
    });
  }
  try {
    return new RegExp(regex ?? '');
  } catch {
    throw new Problem(400, 'Invalid regex');
  }
}

async function listBranches(ask: Ask): Promise<Response> {
  const { branches, defaultBranch } = await listAll(ask);
  const pattern = toPattern(ask);
  const found = branches.filter(
    ({ name }) => isFound(queryOf(ask, 'search'), name) && pattern.test(name),
  );
  return ask.json(await show(ask, pageOf(ask, found), defaultBranch));
}

async function getBranch(ask: Ask): Promise<Response> {
  const { branches, defaultBranch } = await listAll(ask);
  const own = branches.filter(({ name }) => name === ask.req.param('branch'));
  const [branch] = await show(ask, own, defaultBranch);
  if (!branch) throw notFound('Branch');
  return ask.json(branch);
}

async function listProtected(ask: Ask): Promise<Response> {
  const { project, git } = ask.var;
  const { refs, defaultBranch } = await git.refs();
  const names = project.protectedBranches ?? (refs.length === 0 ? [] : [defaultBranch]);
  const level = { access_level: 40, access_level_description: 'Maintainers' };
  const shown = pageOf(ask, names).map((name) => ({
    id: toId(`protected branch ${project.id} ${name}`),
    name,
    push_access_levels: [level],
    merge_access_levels: [level],
    allow_force_push: false,
    unprotect_access_levels: [],
    code_owner_approval_required: false,
    inherited: false,
  }));
  return ask.json(shown);
}

export function addBranchRoutes(app: App): void {
  app.get('/projects/:id/repository/branches', listBranches);
  app.get('/projects/:id/repository/branches/:branch', getBranch);
  app.get('/projects/:id/protected_branches', listProtected);
}
