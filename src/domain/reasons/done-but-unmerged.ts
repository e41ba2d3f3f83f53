import { commitLink, pullRequestLink, reasonFrom } from './evidence-links';
import { changesOf, presenceOn } from './on-line';
import type { RepositoryCase } from './promotion-case';
import type { EvidenceLink } from './reason';
import type { Rule } from './rule';

/** Jira says done, and a change of the issue is on no line. */
export const doneButUnmerged: Rule = ({ status, repositories, issueKey }) =>
  status.category === 'done'
    ? reasonFrom(repositories.flatMap(unmerged), {
        code: 'done-but-unmerged',
        level: 'manual-review',
        summary: `${issueKey} is ${status.name}, and a change of it is on no line.`,
      })
    : [];

/** Changes on no line, and open pull requests whose commits nobody read. */
function unmerged(repository: RepositoryCase): EvidenceLink[] {
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
    ...changes.map((change) => commitLink(repository, change)),
    ...open.map((one) => pullRequestLink(repository, one, 'open')),
  ];
}
