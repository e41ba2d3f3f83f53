import { commitLink, pullRequestLink, reasonFrom } from './evidence-links';
import { changesOf, presenceOn } from './on-line';
import type { RepositoryCase } from './promotion-case';
import type { EvidenceLink } from './reason';
import type { Rule } from './rule';

/** Jira says done, and a change of the issue is on no line. */
export const doneButUnmerged: Rule = ({ status, repositories, issueKey }) => {
  if (status.category !== 'done') return [];
  const found = repositories.flatMap(unmerged);
  return reasonFrom(
    found.map(({ link }) => link),
    {
      code: 'done-but-unmerged',
      level: 'manual-review',
      summary: `${issueKey} is ${status.name}, and a change of it is on no line.`,
      shas: found.map(({ sha }) => sha),
    },
  );
};

/** Changes on no line, and open pull requests whose commits nobody read. */
function unmerged(repository: RepositoryCase): { sha: string; link: EvidenceLink }[] {
  if (repository.cells.length === 0) return [];
  const known = new Set(
    [...repository.evidence.commits, ...repository.changes].map(({ sha }) => sha),
  );
  const changes = changesOf(repository).filter((change) =>
    repository.cells.every(({ line }) => presenceOn(repository, line, change).state === 'absent'),
  );
  const open = repository.pullRequests.filter(
    ({ state, headSha }) => state === 'open' && !known.has(headSha),
  );
  return [
    ...changes.map((change) => ({ sha: change.sha, link: commitLink(repository, change) })),
    ...open.map((one) => ({
      sha: one.headSha,
      link: pullRequestLink(repository, one, 'open'),
    })),
  ];
}
