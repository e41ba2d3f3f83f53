import { namesOf, reasonFrom } from './evidence-links';
import type { Rule } from './rule';
import { unavailableRepositories } from './unavailable-repositories';

/** A repository that is known to hold changes of the issue cannot be read. */
export const repositoryUnavailable: Rule = (facts) => {
  const unavailable = unavailableRepositories(facts);
  return reasonFrom(
    unavailable.flatMap(({ repository, why }) =>
      why.map((one) => ({ text: `${repository.name}: ${one}`, url: repository.url })),
    ),
    {
      code: 'repository-unavailable',
      level: 'blocked',
      summary: `${namesOf(unavailable)} could not be read, and ${facts.issueKey} has changes there.`,
      subjects: unavailable.map(({ repository }) => repository.repository),
    },
  );
};
