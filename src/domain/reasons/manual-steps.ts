import { digestOf } from '../digest';
import type { Promotion } from '../promotion/promotion';
import { commitLink, pullRequestLink } from './evidence-links';
import type { ManualStep, Tick } from './manual-step';
import { listedPaths } from './path-risk';
import { isMatch } from './path-rules';
import type { RepositoryCase } from './promotion-case';
import type { EvidenceLink } from './reason';
import { travellingChanges, travellingPullRequests } from './travelling';

type Demand = Pick<ManualStep, 'text' | 'owner' | 'source'> & {
  sha: string;
  evidence: EvidenceLink;
};

/**
 * What has to be done by hand for the changes that `to` does not have yet: `Manual-Step` trailers of
 * commits and pull requests, and rules of the settings whose paths a change touches. The same text in
 * a repository is one step. A tick counts while it covers every commit that asks for the step.
 */
export function manualSteps(
  repositories: readonly RepositoryCase[],
  promotion: Pick<Promotion, 'to'>,
  ticks: readonly Tick[],
): ManualStep[] {
  return repositories.flatMap((repository) => {
    const demands = [...fromTrailers(repository, promotion), ...fromRules(repository, promotion)];
    const texts = new Set(demands.map(({ text }) => text));
    return [...texts].map((text) => {
      const same = demands.filter((demand) => demand.text === text);
      const step = toStep(repository, text, same);
      return { ...step, ...wordOn(step, ticks) };
    });
  });
}

function fromTrailers(repository: RepositoryCase, promotion: Pick<Promotion, 'to'>): Demand[] {
  const commits = travellingChanges(repository, promotion).map((change) => ({
    trailers: change.trailers,
    sha: change.sha,
    evidence: commitLink(repository, change),
  }));
  const pullRequests = travellingPullRequests(repository, promotion).map((one) => ({
    trailers: one.trailers,
    sha: one.headSha,
    evidence: pullRequestLink(repository, one),
  }));
  return [...commits, ...pullRequests].flatMap(({ trailers, sha, evidence }) =>
    (trailers?.manualSteps ?? []).map((text) => ({
      text: text.trim(),
      owner: null,
      source: 'trailer' as const,
      sha,
      evidence,
    })),
  );
}

function fromRules(repository: RepositoryCase, promotion: Pick<Promotion, 'to'>): Demand[] {
  const changes = travellingChanges(repository, promotion);
  return (repository.settings?.manualSteps ?? []).flatMap(({ paths, text, owner }) =>
    changes
      .filter((change) => listedPaths(change.paths).some((path) => isMatch(paths, path)))
      .map((change) => ({
        text: text.trim(),
        owner,
        source: 'settings' as const,
        sha: change.sha,
        evidence: commitLink(repository, change),
      })),
  );
}

type Open = Omit<ManualStep, 'done' | 'by' | 'at' | 'note' | 'reopened'>;

/** Whoever typed a step by hand comes before a rule; a rule knows who does it, else the repository's owner does. */
function toStep(
  { repository, settings }: RepositoryCase,
  text: string,
  demands: readonly Demand[],
): Open {
  const evidence = new Map(demands.map((demand) => [demand.evidence.text, demand.evidence]));
  return {
    id: digestOf([repository, text]),
    text,
    owner: demands.find(({ owner }) => owner !== null)?.owner ?? settings?.owner ?? null,
    repository,
    source: demands.some(({ source }) => source === 'trailer') ? 'trailer' : 'settings',
    shas: [...new Set(demands.map(({ sha }) => sha))],
    evidence: [...evidence.values()],
  };
}

/** The newest word on a step counts; of two at the same moment the one that leaves it open. */
function wordOn(step: Open, ticks: readonly Tick[]): Omit<ManualStep, keyof Open> {
  const newest = ticks
    .filter(({ stepId }) => stepId === step.id)
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || Number(b.done) - Number(a.done))
    .at(-1);
  if (!newest) return { ...OPEN, reopened: null };
  const { done, by, at, note, shas } = newest;
  if (!done) return { ...OPEN, reopened: { kind: 'unticked', by, at, note } };
  return step.shas.every((sha) => shas.includes(sha))
    ? { done, by, at, note, reopened: null }
    : { ...OPEN, reopened: { kind: 'new-commit', by, at, note } };
}

const OPEN = { done: false, by: null, at: null, note: null };
