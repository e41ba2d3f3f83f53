import { pageOf, placeOf, queryOf } from '../env';
import type { App, Ask } from '../env';
import { findVersion, readMergeRequests, readShas } from '../hosted-merge-requests';
import type { DiffVersion, HostedMergeRequest } from '../hosted-merge-requests';
import { Problem, invalid } from '../problem';
import { toListedCommit } from '../shapes/commit';
import {
  toApprovals,
  toApprovalState,
  toFullMergeRequest,
  toMergeRequest,
  toReviewers,
  toSimpleMergeRequest,
  toVersion,
} from '../shapes/merge-request';

const STATES = ['opened', 'closed', 'locked', 'merged', 'all'];
const ORDERS = ['created_at', 'updated_at', 'merged_at', 'title', 'priority'];

function check(ask: Ask, name: string, values: readonly string[]): void {
  const value = queryOf(ask, name);
  if (value !== undefined && !values.includes(value)) {
    throw invalid(`${name} does not have a valid value`);
  }
}

function instantOf(ask: Ask, name: string): number | undefined {
  const text = queryOf(ask, name);
  const instant = text === undefined ? undefined : Date.parse(text);
  if (Number.isNaN(instant)) throw invalid(`${name} is invalid`);
  return instant;
}

/** What a question about the list may ask for. */
function toFilter(ask: Ask): (request: HostedMergeRequest) => boolean {
  const [after, before] = [instantOf(ask, 'updated_after'), instantOf(ask, 'updated_before')];
  const iids = ask.req.queries('iids[]')?.map(Number);
  const is = (name: string, value: string): boolean => (queryOf(ask, name) ?? value) === value;
  return (request) => {
    const at = Date.parse(request.updatedAt);
    return [
      queryOf(ask, 'state') === 'all' || is('state', request.state),
      is('source_branch', request.sourceBranch),
      is('target_branch', request.targetBranch),
      at >= (after ?? at) && at <= (before ?? at),
      iids?.includes(request.iid) ?? true,
    ].every(Boolean);
  };
}

function sorted(ask: Ask, requests: HostedMergeRequest[]): HostedMergeRequest[] {
  const isByUpdate = queryOf(ask, 'order_by') === 'updated_at';
  const at = (one: HostedMergeRequest): number =>
    Date.parse(isByUpdate ? one.updatedAt : one.createdAt);
  const sign = queryOf(ask, 'sort') === 'asc' ? 1 : -1;
  return [...requests].sort((one, other) => sign * (at(one) - at(other) || one.iid - other.iid));
}

async function listMergeRequests(ask: Ask): Promise<Response> {
  check(ask, 'state', STATES);
  check(ask, 'order_by', ORDERS);
  check(ask, 'sort', ['asc', 'desc']);
  const all = await readMergeRequests(ask.var.project);
  const page = pageOf(ask, sorted(ask, all.filter(toFilter(ask))));
  const show = queryOf(ask, 'view') === 'simple' ? toSimpleMergeRequest : toMergeRequest;
  return ask.json(page.map((request) => show(placeOf(ask), request)));
}

async function getMergeRequest(ask: Ask): Promise<HostedMergeRequest> {
  const all = await readMergeRequests(ask.var.project);
  const found = all.find(({ iid }) => String(iid) === ask.req.param('iid'));
  if (!found) throw new Problem(404, '404 Not found');
  return found;
}

type Changed = { version: DiffVersion | null; changes: number };

async function findChanged({ var: { git } }: Ask, request: HostedMergeRequest): Promise<Changed> {
  const version = await findVersion(git, request);
  const files = version === null ? [] : await git.changedFiles(version.base, version.head);
  return { version, changes: files.length };
}

async function sendMergeRequest(ask: Ask): Promise<Response> {
  const request = await getMergeRequest(ask);
  return ask.json(toFullMergeRequest(placeOf(ask), request, await findChanged(ask, request)));
}

async function listVersions(ask: Ask): Promise<Response> {
  const request = await getMergeRequest(ask);
  const { version, changes } = await findChanged(ask, request);
  const versions = version ? [toVersion(placeOf(ask), request, { version, changes })] : [];
  return ask.json(pageOf(ask, versions));
}

async function listCommits(ask: Ask): Promise<Response> {
  const { git } = ask.var;
  const shas = await readShas(git, await getMergeRequest(ask));
  const commits = await git.commits(shas);
  return ask.json(pageOf(ask, commits).map((commit) => toListedCommit(placeOf(ask), commit)));
}

/** GET …/merge_requests and what hangs below one. */
export function addMergeRequestRoutes(app: App): void {
  const one = '/projects/:id/merge_requests/:iid';
  app.get('/projects/:id/merge_requests', listMergeRequests);
  app.get(one, sendMergeRequest);
  app.get(`${one}/commits`, listCommits);
  app.get(`${one}/versions`, listVersions);
  app.get(`${one}/approvals`, async (ask) =>
    ask.json(toApprovals(placeOf(ask), await getMergeRequest(ask))),
  );
  app.get(`${one}/approval_state`, async (ask) =>
    ask.json(toApprovalState(placeOf(ask), await getMergeRequest(ask))),
  );
  app.get(`${one}/reviewers`, async (ask) =>
    ask.json(pageOf(ask, toReviewers(placeOf(ask), await getMergeRequest(ask)))),
  );
}
