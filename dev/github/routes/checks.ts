import { canReadCheckRuns } from '../actor';
import { getSha, pageOf, placeOf, queryOf } from '../env';
import type { Ask } from '../env';
import type { CheckEntry, ChecksOfCommit } from '../hosted-files';
import { Problem, notFound } from '../problem';
import {
  latestBy,
  runsOf,
  statusesOf,
  toCheckRun,
  toCombinedStatus,
  toStatus,
} from '../shapes/check';
import type { CheckPlace } from '../shapes/check';
import { readRepositoryFacts } from '../shapes/repository';
import { sendPullsOfCommit } from './pulls';

const SUFFIXES = ['check-runs', 'status', 'statuses', 'pulls'] as const;
type Suffix = (typeof SUFFIXES)[number];

/** Parts `release/test/check-runs`; a ref that itself ends so has to be sent with its slashes encoded. */
export function suffixOf(rest: string, url: URL): { ref: string; suffix: Suffix | null } {
  const [, last] = /\/([a-z-]+)$/.exec(url.pathname) ?? [];
  const suffix = SUFFIXES.find((one) => one === last && rest.endsWith(`/${one}`)) ?? null;
  return { ref: suffix === null ? rest : rest.slice(0, -suffix.length - 1), suffix };
}

type Found = { place: CheckPlace; entries: ChecksOfCommit };

async function readChecks(ask: Ask, sha: string): Promise<Found> {
  const [commit] = await ask.var.git.commits([sha]);
  if (!commit) throw notFound();
  const checks = await ask.var.repository.files.checks();
  return { place: { ...placeOf(ask), commit }, entries: checks[sha] ?? [] };
}

function isWanted(ask: Ask, run: CheckEntry): boolean {
  const [name, status] = [queryOf(ask, 'check_name'), queryOf(ask, 'status')];
  return (
    (name === undefined || run.name === name) && (status === undefined || run.status === status)
  );
}

function sendCheckRuns(ask: Ask, { place, entries }: Found): Response {
  if (!canReadCheckRuns(ask.var.actor, ask.var.repository)) {
    throw new Problem(403, 'Resource not accessible by personal access token');
  }
  const runs = runsOf(entries).filter((run) => isWanted(ask, run));
  const wanted = queryOf(ask, 'filter') === 'all' ? runs : latestBy(runs, ({ name }) => name);
  return ask.json({
    total_count: wanted.length,
    check_runs: pageOf(ask, wanted).map((run) => toCheckRun(place, run)),
  });
}

async function sendCombinedStatus(ask: Ask, { place, entries }: Found): Promise<Response> {
  const oldestFirst = statusesOf(entries).reverse();
  const latest = latestBy(oldestFirst, ({ context }) => context);
  const facts = await readRepositoryFacts(ask.var.repository);
  return ask.json(toCombinedStatus({ ...place, facts }, latest));
}

/** What GitHub keeps below a commit: check runs, statuses and pull requests. */
export async function sendChecksOf(ask: Ask, ref: string, suffix: Suffix): Promise<Response> {
  const sha = await getSha(ask, ref);
  if (suffix === 'pulls') return sendPullsOfCommit(ask, sha);
  const found = await readChecks(ask, sha);
  if (suffix === 'check-runs') return sendCheckRuns(ask, found);
  if (suffix === 'status') return sendCombinedStatus(ask, found);
  return ask.json(pageOf(ask, statusesOf(found.entries)).map((one) => toStatus(found.place, one)));
}
