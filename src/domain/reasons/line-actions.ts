import { failedOn } from './deployment-failed';
import {
  branchLink,
  commitLink,
  counted,
  listed,
  pullRequestLink,
  shortSha,
} from './evidence-links';
import type { ChangedSince } from '../lines/life-event';
import { pullRequestNumber } from '../links';
import type { Answer } from './next-action';
import { mayRun, undeployed } from './not-deployed-in-source';
import { cellOn, changesOf } from './on-line';
import { openPullRequestsInto } from './open-pull-request';
import type { PromotionCase, RepositoryCase } from './promotion-case';
import { lastJudgement } from './rejected';
import { requiredChecks } from './required-checks';
import { laggingChanges } from './source-behind';

const ownerOf = ({ settings }: RepositoryCase): string | null => settings?.owner ?? null;

const lineLink = (repository: RepositoryCase, line: string) => {
  const cell = cellOn(repository, line);
  return cell ? [branchLink(repository, cell)] : [];
};

/** Each open pull request into `from`, for its author. */
export const mergeOpenPullRequests: Answer = (facts) =>
  openPullRequestsInto(facts, facts.promotion.from).map(({ repository, pullRequest }) => ({
    text: `Merge or close ${pullRequestNumber(repository.repository, pullRequest.number)} of ${repository.name} into ${pullRequest.baseBranch}.`,
    owner: pullRequest.author,
    links: [pullRequestLink(repository, pullRequest)],
  }));

/** What failed in each repository, for the author of the commit. */
export const fixChecks: Answer = (facts) =>
  requiredChecks(facts)
    .filter(({ failed }) => failed.length > 0)
    .map(({ repository, commit, failed }) => ({
      text: `Fix ${listed(failed.map(({ name }) => name))} of ${shortSha(commit.sha)} in ${repository.name}.`,
      owner: commit.author,
      links: [commitLink(repository, commit)],
    }));

/** Brings to `from` what a line before it has; an open pull request into `from` is told by itself. */
export const promoteFirst: Answer = (facts) => {
  const { from } = facts.promotion;
  const lagging = laggingChanges(facts);
  const open = openPullRequestsInto(facts, from);
  const repositories = facts.repositories.filter((one) =>
    lagging.some(({ repository }) => repository === one),
  );
  if (lagging.length === 0 && open.length === 0) return mergeFirst(facts.repositories, from);
  return repositories.map((repository) => {
    const own = lagging.filter((one) => one.repository === repository);
    const lines = listed(own.map(({ lines: on }) => on.at(-1) ?? ''));
    return {
      text: `Promote ${counted(own.length, 'change')} from ${lines} to ${from} in ${repository.name} first.`,
      owner: ownerOf(repository),
      links: own.map(({ change }) => commitLink(repository, change)),
    };
  });
};

const mergeFirst = (repositories: readonly RepositoryCase[], line: string) =>
  repositories
    .filter((repository) => changesOf(repository).length > 0)
    .map((repository) => ({
      text: `Merge the changes in ${repository.name} into ${cellOn(repository, line)?.branch ?? line} first.`,
      owner: ownerOf(repository),
      links: lineLink(repository, line),
    }));

/** Each environment of `from` to which the deployment failed. */
export const deployAgain: Answer = (facts) =>
  facts.repositories
    .flatMap((repository) => failedOn(repository, facts.promotion.from))
    .map(({ repository, environment, url }) => ({
      text: `Repair the deployment of ${repository.name} to ${environment}, and deploy again.`,
      owner: ownerOf(repository),
      links: [{ text: `${repository.name}: the deployment to ${environment}`, url }],
    }));

/**
 * Each repository that nobody deployed to `from`; one whose deployment failed is told by itself, and
 * one whose branch has nothing to deploy yet waits for that.
 */
export const deployFirst: Answer = (facts) => {
  const { from } = facts.promotion;
  return undeployed(facts, from)
    .none.filter(({ repository }) => failedOn(repository, from).length === 0)
    .filter(({ repository }) => mayRun(repository, from))
    .map(({ repository, environments }) => ({
      text: `Deploy ${repository.name} to ${environments.join(' or ')}.`,
      owner: ownerOf(repository),
      links: lineLink(repository, from),
    }));
};

/** Whoever judged last on `from` is asked again, once there is something new to judge and it is deployed. */
export const askAgain: Answer = (facts) => {
  const { lives, promotion, repositories } = facts;
  const life = lives.find(({ line }) => line === promotion.from);
  const { commits, event } = life?.changedSince ?? NOTHING_SINCE;
  const by = lastJudgement(facts, promotion.from)?.by ?? event.by;
  const links = commits.flatMap((commit) => placed(repositories, commit));
  return [{ text: askText(facts, by ?? 'QA', commits), owner: by, links }];
};

const NOTHING_SINCE = { commits: [], event: { by: null } };

function askText(
  { issueKey, promotion: { from } }: PromotionCase,
  who: string,
  since: ChangedSince['commits'],
): string {
  const ask = `sk ${who} to look at ${issueKey} on ${from} again`;
  if (since.length === 0) return `Repair what was rejected, and a${ask}.`;
  const waiting = since.filter(({ deployedSince }) => deployedSince === false).length;
  const news = `${counted(since.length, 'change')} since`;
  return waiting === 0
    ? `A${ask}: ${news}.`
    : `Deploy ${counted(waiting, 'change')} to ${from}, then a${ask}: ${news}.`;
}

const placed = (
  repositories: readonly RepositoryCase[],
  commit: { repository: string; sha: string; title: string },
) =>
  repositories
    .filter(({ repository }) => repository === commit.repository)
    .map((place) => commitLink(place, commit));
