import type { CommitEvidence, RepositoryEvidence } from '../domain/evidence/issue-evidence';
import { standing, type StandingFacts } from '../domain/evidence/standing';
import { changesOf } from '../domain/lines/line-state';
import { rollbacksOn } from '../domain/lines/rolled-back';
import { promotionSteps } from '../domain/promotion/choose-promotion';
import { whyNoChange } from '../domain/promotion/issue-case';
import type { IssueFacts } from '../usecases/get-issue';
import type { IssueView } from './contract';
import { presentChecklist } from './present-checklist';
import { presentChanges, presentMentions } from './present-changes';
import { presentDeployments } from './present-deployments';
import { presentEvidence } from './present-evidence';
import { presentJudgement } from './present-judgement';
import { presentLife, presentLines } from './present-life';
import { presentPullRequests } from './present-pull-requests';
import { presentRelated } from './present-related';

/** The issue's part of the manifest, and what the panel shows beside it. */
export function presentIssue(facts: IssueFacts): IssueView {
  const { issue, settings, parts, mode, mayConfigure } = facts;
  return {
    key: issue.key,
    summary: issue.summary,
    status: issue.status.name,
    standing: standing(standingFacts(facts)),
    route: settings?.route ?? [],
    promotions: promotionSteps(settings?.route ?? []),
    mode,
    ...presentJudgement(facts),
    checklist: presentChecklist(facts.checklist),
    changes: presentChanges(facts),
    mentions: presentMentions(facts),
    lines: presentLines(facts),
    life: presentLife(facts),
    evidence: presentEvidence(facts, facts.gaps),
    pullRequests: presentPullRequests(parts),
    deployments: presentDeployments(facts, parts),
    related: presentRelated(issue),
    unlinked: parts.flatMap(toUnlinked),
    setup: settings ? null : 'no-settings',
    mayConfigure,
  };
}

const toUnlinked = ({ repository, unlinked }: RepositoryEvidence): IssueView['unlinked'] =>
  unlinked.map((one) => ({ repository, ...one }));

function standingFacts({
  issue,
  settings,
  parts,
  lines,
  gaps,
  judgement,
}: IssueFacts): StandingFacts {
  const changes = parts.flatMap(changesOf);
  const states = parts.flatMap(({ pullRequests }) => pullRequests.map(({ state }) => state));
  return {
    issueKey: issue.key,
    lines,
    listed: settings?.repositories.length ?? 0,
    repositories: parts.filter(({ commits }) => commits.length > 0).length,
    noChangeExpected: settings ? whyNoChange(issue, settings) : null,
    changes: changes.length,
    rolledBack: lines
      .map(({ name }) => name)
      .filter((name) => rollbacksOn(judgement?.facts.lives ?? [], name).length > 0),
    reverts: changes.filter((one) => isRevert(one) && !isUndone(one, changes)).length,
    incomplete: new Set(gaps.map(({ repository }) => repository)).size,
    openPullRequests: states.filter((state) => state === 'open').length,
    mergedPullRequests: states.filter((state) => state === 'merged').length,
  };
}

const isRevert = ({ associations }: CommitEvidence): boolean =>
  associations.some(({ kind }) => kind === 'reverts');

/** Whether another change of the issue says that it reverts this one. */
const isUndone = ({ sha }: CommitEvidence, changes: readonly CommitEvidence[]): boolean =>
  changes.some(({ associations }) =>
    associations.some(({ source, detail }) => source === 'revert' && isNamed(sha, detail)),
  );

/** A message may name a commit by the beginning of its sha. */
const isNamed = (sha: string, name: string | null): boolean =>
  name !== null && name !== '' && sha.startsWith(name);
