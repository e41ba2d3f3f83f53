import type { IssueOrder } from '@octokit/graphql-schema';
import type { ReviewEntry } from '../hosted-files';
import { readPullShas, readPulls } from '../hosted-pulls';
import type { HostedPull } from '../hosted-pulls';
import { toId, toNodeId } from '../identity';
import { repositoryPage } from '../shapes/repository';
import type { Json } from '../shapes/user';
import { findCommitNode, toActor, toCommitNode } from './commit';
import type { Source } from './commit';
import { cutPage, keyedByPlace, toConnection } from './connection';
import type { Connection, Keyed, PageArgs } from './connection';

export type PullArgs = PageArgs & {
  states?: string[] | null;
  orderBy?: IssueOrder | null;
  baseRefName?: string | null;
  headRefName?: string | null;
};

const MOST_COMMITS = 250;

function stateOf(pull: HostedPull): string {
  return pull.mergedAt === null ? pull.state.toUpperCase() : 'MERGED';
}

function toReview(source: Source, pull: HostedPull, review: ReviewEntry): Json {
  const at = review.submitted_at ?? pull.updatedAt;
  return {
    __typename: 'PullRequestReview',
    id: toNodeId('PRR', review.id ?? `${pull.number}:${at}`),
    author: toActor(source.host, review.user),
    state: review.state.toUpperCase(),
    body: review.body ?? '',
    createdAt: at,
    submittedAt: at,
    updatedAt: at,
    commit: () => findCommitNode(source, review.commit_id ?? pull.head.sha),
  };
}

type ReviewArgs = PageArgs & { states?: string[] | null; author?: string | null };

function listReviews(source: Source, pull: HostedPull, args: ReviewArgs): Connection<Json> {
  const wanted = pull.reviews.filter(
    ({ state, user }) =>
      (args.states?.includes(state.toUpperCase()) ?? true) &&
      (!args.author || user === args.author),
  );
  return toConnection(keyedByPlace(wanted), args, (review) => toReview(source, pull, review));
}

async function listCommits(
  source: Source,
  pull: HostedPull,
  args: PageArgs,
): Promise<Connection<Json>> {
  const shas = await readPullShas(source.git, pull);
  const commits = await source.git.commits(shas.slice(0, MOST_COMMITS));
  return toConnection(keyedByPlace(commits), args, (commit) => ({
    __typename: 'PullRequestCommit',
    id: toNodeId('PURC', `${pull.number}:${commit.sha}`),
    commit: toCommitNode(source, commit),
  }));
}

function toPullFacts({ host, repository }: Source, pull: HostedPull): Json {
  const id = toId(`pull ${repository.id} ${pull.number}`);
  const isMerged = pull.mergedAt !== null;
  return {
    id: toNodeId('PR', id),
    databaseId: id,
    number: pull.number,
    title: pull.title,
    body: pull.body ?? '',
    bodyText: pull.body ?? '',
    url: `${repositoryPage(host, repository)}/pull/${pull.number}`,
    state: stateOf(pull),
    isDraft: pull.isDraft,
    merged: isMerged,
    closed: pull.state === 'closed',
    author: toActor(host, pull.author),
    mergedBy: toActor(host, isMerged ? (pull.mergedBy ?? pull.author) : null),
    headRefName: pull.head.ref,
    headRefOid: pull.head.sha,
    baseRefName: pull.base.ref,
    baseRefOid: pull.base.sha,
    createdAt: pull.createdAt,
    updatedAt: pull.updatedAt,
    closedAt: pull.closedAt,
    mergedAt: pull.mergedAt,
  };
}

export function toPullNode(source: Source, pull: HostedPull): Json {
  const labels = keyedByPlace(pull.labels);
  return {
    __typename: 'PullRequest',
    ...toPullFacts(source, pull),
    mergeCommit: () =>
      pull.mergedAt === null ? null : findCommitNode(source, pull.mergeCommitSha),
    labels: (args: PageArgs) => toConnection(labels, args, (name) => ({ name })),
    reviews: (args: ReviewArgs) => listReviews(source, pull, args),
    commits: (args: PageArgs) => listCommits(source, pull, args),
  };
}

function isWanted(pull: HostedPull, { states, baseRefName, headRefName }: PullArgs): boolean {
  return (
    (states?.includes(stateOf(pull)) ?? true) &&
    (!baseRefName || pull.base.ref === baseRefName) &&
    (!headRefName || pull.head.ref === headRefName)
  );
}

/** In the order asked for, the oldest first by default as GitHub does. */
function inOrder(pulls: HostedPull[], order: IssueOrder | null | undefined): Keyed<HostedPull>[] {
  const sign = order?.direction === 'DESC' ? -1 : 1;
  const at = (pull: HostedPull): number =>
    Date.parse(order?.field === 'UPDATED_AT' ? pull.updatedAt : pull.createdAt);
  return pulls
    .map((item): Keyed<HostedPull> => ({ key: [sign * at(item), sign * item.number], item }))
    .sort((one, other) => one.key[0] - other.key[0] || one.key[1] - other.key[1]);
}

export async function listPullNodes(source: Source, args: PullArgs): Promise<Connection<Json>> {
  const pulls = (await readPulls(source.repository)).filter((pull) => isWanted(pull, args));
  const ordered = inOrder(pulls, args.orderBy);
  const page = cutPage(ordered, args);
  // One read of git for the whole page instead of one per pull request.
  const shas = await Promise.all(page.map(({ item }) => readPullShas(source.git, item)));
  await source.git.commits([...new Set(shas.flat())]);
  return toConnection(ordered, args, (pull) => toPullNode(source, pull));
}
