import { listed, namesOf, reasonFrom } from './evidence-links';
import { cellOn, changesOf, isLacking, presenceOn } from './on-line';
import type { PromotionCase, RepositoryCase } from './promotion-case';
import type { Rule } from './rule';

export type DeploymentGap = { repository: RepositoryCase; environments: string[] };

/** Repositories of whose environments on a line none runs a change, or of which nobody knows whether one does. */
export function undeployed(
  { repositories }: Pick<PromotionCase, 'repositories'>,
  line: string,
): { none: DeploymentGap[]; unknown: DeploymentGap[] } {
  const found = repositories
    .filter((repository) => changesOf(repository).length > 0)
    .map((repository) => ({ repository, cells: cellOn(repository, line)?.environments ?? [] }))
    .filter(({ cells }) => cells.length > 0 && cells.every(({ deployed }) => !deployed))
    .map(({ repository, cells }) => ({
      repository,
      environments: cells.map(({ name }) => name),
      isKnown: cells.every(({ deployed }) => deployed !== null),
    }));
  return {
    none: found.filter(({ isKnown }) => isKnown),
    unknown: found.filter(({ isKnown }) => !isKnown),
  };
}

/** Whether the branch of a line has any change that could be deployed, as far as is known. */
export const mayRun = (repository: RepositoryCase, line: string): boolean =>
  changesOf(repository).some((change) => !isLacking(presenceOn(repository, line, change)));

/**
 * `from` names environments in a repository, and none of them runs any of the changes. A repository whose
 * branch has none of them is behind, while that of another has some: only where none has, it is told here.
 */
export const notDeployedInSource: Rule = (facts) => {
  const { from } = facts.promotion;
  const isOnLine = facts.repositories.some((repository) => mayRun(repository, from));
  const none = undeployed(facts, from).none.filter(
    ({ repository }) => !isOnLine || mayRun(repository, from),
  );
  return reasonFrom(
    none.map(({ repository, environments }) => ({
      text: `${repository.name}: ${listed(environments)} ${environments.length === 1 ? 'runs' : 'run'} no change of ${facts.issueKey}`,
      url: repository.url,
    })),
    {
      code: 'not-deployed-in-source',
      level: 'manual-review',
      summary: `${facts.issueKey} is not deployed on ${from} in ${namesOf(none)}.`,
      shas: none.flatMap(({ repository }) => changesOf(repository).map(({ sha }) => sha)),
    },
  );
};
