import { commitUrl } from '../links';
import { namesOf, reasonFrom, shortSha } from './evidence-links';
import type { Rule } from './rule';

/** `to` lacks changes of the last released bundle of that line. */
export const targetBehindBaseline: Rule = ({ repositories, promotion }) => {
  const behind = repositories.flatMap((repository) =>
    (repository.baseline?.missing ?? []).map((missing) => ({
      repository,
      ...missing,
      version: repository.baseline?.version ?? '',
    })),
  );
  return reasonFrom(
    // Without its issue: the viewer may not be allowed to see that one.
    behind.map(({ repository, sha, version }) => ({
      text: `${repository.name} ${shortSha(sha)}, released with ${version}`,
      url: commitUrl(repository, sha),
    })),
    {
      code: 'target-behind-baseline',
      level: 'blocked',
      summary: `${promotion.to} lacks changes in ${namesOf(behind)} that were released before.`,
      shas: behind.map(({ sha }) => sha),
    },
  );
};
