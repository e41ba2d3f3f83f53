import { dependencies as toDependencies } from '../dependencies/dependencies';
import type { Edge } from '../dependencies/edge';
import { repositoryOrder } from '../dependencies/order';
import type { Issue } from '../issue';
import type { NextAction } from '../reasons/next-action';
import { nextActions } from '../reasons/next-actions';
import type { PromotionCase } from '../reasons/promotion-case';
import type { Level, Reason } from '../reasons/reason';
import { reasons as allReasons } from '../reasons/reasons';
import { toPromote, type RepositoryPlan } from '../reasons/to-promote';
import { verdict as worst } from '../reasons/verdict';
import type { RepositoryId } from '../repository';
import { openCase, type IssueCaseInput } from './issue-case';
import { createNeededIssueOf, type AtHand } from './needed-issue-of';

export type Judgement = {
  facts: PromotionCase;
  verdict: Level;
  reasons: Reason[];
  actions: NextAction[];
  /** In the order of promotion. */
  plan: RepositoryPlan[];
  order: { issues: string[]; repositories: RepositoryId[]; cycles: string[][] };
};

export type JudgeInput = Omit<IssueCaseInput, 'dependencies'> & {
  atHand: AtHand & { edgesOf: (key: string) => readonly Edge[] | undefined };
  /** Whether another issue travels in the same bundle; without it: when it is planned for the same version. */
  isInBundle?: (other: Issue) => boolean;
};

/** Whether an issue may go on, why not, what must still travel and what to do. */
export function judgeIssue({ atHand, isInBundle, ...input }: JudgeInput): Judgement {
  const { issue, promotion, now } = input;
  const dependencies = toDependencies({
    root: issue.key,
    target: promotion.to,
    edgesOf: (key) => atHand.edgesOf(key) ?? [],
    neededIssue: createNeededIssueOf(atHand, {
      root: issue.key,
      promotion,
      isInBundle: isInBundle ?? ((other) => sharesVersion(issue, other)),
      now,
    }),
  });
  const facts = openCase({ ...input, dependencies });
  const reasons = allReasons(facts);
  const repositories = orderedRepositories(atHand, dependencies.order);
  const rank = new Map(repositories.map((id, position) => [id, position]));
  const plan = toPromote(facts).sort(
    (a, b) => (rank.get(a.repository) ?? 0) - (rank.get(b.repository) ?? 0),
  );
  return {
    facts,
    verdict: worst(reasons),
    reasons,
    actions: nextActions(facts, reasons),
    plan,
    order: { issues: dependencies.order, repositories, cycles: dependencies.cycles },
  };
}

/** Issues of the panel travel together when they are planned for a version of one name that is not out yet. */
function sharesVersion(one: Issue, other: Issue): boolean {
  const open = one.fixVersions.filter(({ isReleased }) => !isReleased).map(({ name }) => name);
  return other.fixVersions.some(({ name, isReleased }) => !isReleased && open.includes(name));
}

function orderedRepositories(
  { known, edgesOf }: JudgeInput['atHand'],
  issues: readonly string[],
): RepositoryId[] {
  const touched = new Map(
    issues.map((key) => [
      key,
      (known.get(key)?.parts ?? [])
        .filter(({ commits }) => commits.length > 0)
        .map(({ repository }) => repository),
    ]),
  );
  return repositoryOrder(
    issues.flatMap((key) => edgesOf(key) ?? []),
    touched,
  );
}
