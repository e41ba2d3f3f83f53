import { mediaTypeOf, pageOf, placeOf, queryOf, sendText } from '../env';
import type { App, Ask } from '../env';
import { findPullBase, readPullShas, readPulls } from '../hosted-pulls';
import type { HostedPull } from '../hosted-pulls';
import { Problem, notFound } from '../problem';
import type { ChangedFile } from '../../git/changed-file';
import { toCommit, toFiles } from '../shapes/commit';
import { toFullPull, toPull, toReview } from '../shapes/pull';
import type { PullPlace } from '../shapes/pull';
import { readRepositoryFacts } from '../shapes/repository';
import { refuseLongDiff } from './compare';

const MOST_COMMITS = 250;
const MOST_FILES = 3000;
const STATES = ['open', 'closed', 'all'];

async function pullPlaceOf(ask: Ask): Promise<PullPlace> {
  return { ...placeOf(ask), facts: await readRepositoryFacts(ask.var.repository) };
}

function readState(ask: Ask): string {
  const state = queryOf(ask, 'state') ?? 'open';
  if (STATES.includes(state)) return state;
  const errors = [{ resource: 'PullRequest', field: 'state', code: 'invalid' }];
  throw new Problem(422, 'Validation Failed', { details: { errors } });
}

function isWanted(ask: Ask, pull: HostedPull, state: string): boolean {
  const [base, head] = [queryOf(ask, 'base'), queryOf(ask, 'head')];
  const label = `${ask.var.repository.owner}:${pull.head.ref}`;
  return (
    (state === 'all' || pull.state === state) &&
    (base === undefined || pull.base.ref === base) &&
    (head === undefined || head === label)
  );
}

/** Newest first by default; when `sort` is given without `direction`, GitHub keeps newest first too. */
function sorted(ask: Ask, pulls: HostedPull[]): HostedPull[] {
  const at = (pull: HostedPull): number =>
    Date.parse(queryOf(ask, 'sort') === 'updated' ? pull.updatedAt : pull.createdAt);
  const sign = queryOf(ask, 'direction') === 'asc' ? 1 : -1;
  return [...pulls].sort((one, other) => sign * (at(one) - at(other) || one.number - other.number));
}

async function listPulls(ask: Ask): Promise<Response> {
  const state = readState(ask);
  const all = await readPulls(ask.var.repository);
  const pulls = all.filter((pull) => isWanted(ask, pull, state));
  const place = await pullPlaceOf(ask);
  return ask.json(pageOf(ask, sorted(ask, pulls)).map((pull) => toPull(place, pull)));
}

async function getPull(ask: Ask): Promise<HostedPull> {
  const pulls = await readPulls(ask.var.repository);
  const found = pulls.find(({ number }) => String(number) === ask.req.param('number'));
  if (!found) throw notFound();
  return found;
}

/** The files of a pull request; none when git no longer has its head. */
async function readFiles(ask: Ask, pull: HostedPull): Promise<ChangedFile[]> {
  const { git } = ask.var;
  const [head] = await git.commits([pull.head.sha]);
  return head ? git.changedFiles(await findPullBase(git, pull), head.sha) : [];
}

async function sendPullText(ask: Ask, pull: HostedPull, type: 'diff' | 'patch'): Promise<Response> {
  const { git } = ask.var;
  const base = await findPullBase(git, pull);
  if (base === null) throw notFound();
  await refuseLongDiff(ask, base, pull.head.sha);
  const text = type === 'diff' ? git.diff(base, pull.head.sha) : git.patch(base, pull.head.sha);
  return sendText(ask, type, await text);
}

async function sendPull(ask: Ask): Promise<Response> {
  const pull = await getPull(ask);
  const type = mediaTypeOf(ask);
  if (type === 'diff' || type === 'patch') return sendPullText(ask, pull, type);
  const [files, shas] = await Promise.all([readFiles(ask, pull), readPullShas(ask.var.git, pull)]);
  const counts = {
    commits: shas.length,
    changedFiles: files.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
  };
  return ask.json(toFullPull(await pullPlaceOf(ask), pull, counts));
}

async function listReviews(ask: Ask): Promise<Response> {
  const pull = await getPull(ask);
  const place = await pullPlaceOf(ask);
  const reviews = pull.reviews.map((review, index) => toReview(place, pull, review, index));
  return ask.json(pageOf(ask, reviews));
}

async function listPullCommits(ask: Ask): Promise<Response> {
  const { git } = ask.var;
  const commits = await git.commits(await readPullShas(git, await getPull(ask)));
  const page = pageOf(ask, commits.slice(0, MOST_COMMITS));
  return ask.json(page.map((commit) => toCommit(placeOf(ask), commit)));
}

async function listPullFiles(ask: Ask): Promise<Response> {
  const pull = await getPull(ask);
  const files = toFiles(
    placeOf(ask),
    pull.head.sha,
    (await readFiles(ask, pull)).slice(0, MOST_FILES),
  );
  return ask.json(pageOf(ask, files));
}

/** GET …/commits/{sha}/pulls: those that hold the commit, or were merged by it. */
export async function sendPullsOfCommit(ask: Ask, sha: string): Promise<Response> {
  const { git, repository } = ask.var;
  const pulls = await readPulls(repository);
  const holders = await Promise.all(
    pulls.map(async (pull) =>
      pull.mergeCommitSha === sha || (await readPullShas(git, pull)).includes(sha) ? [pull] : [],
    ),
  );
  const place = await pullPlaceOf(ask);
  return ask.json(pageOf(ask, holders.flat()).map((pull) => toPull(place, pull)));
}

export function addPullRoutes(app: App): void {
  app.get('/repos/:owner/:repo/pulls', listPulls);
  app.get('/repos/:owner/:repo/pulls/:number', sendPull);
  app.get('/repos/:owner/:repo/pulls/:number/reviews', listReviews);
  app.get('/repos/:owner/:repo/pulls/:number/commits', listPullCommits);
  app.get('/repos/:owner/:repo/pulls/:number/files', listPullFiles);
}
