import type { z } from 'zod';
import type { IssueEvidence, RepositoryEvidence } from '../../domain/evidence/issue-evidence';
import type { RepositoryId } from '../../domain/repository';
import type { EvidenceStore } from '../../ports/evidence-store';
import { fitIssue } from './fit-issue';
import { StoredIssue, StoredPart } from './issue-schema';
import type { LockedRecords } from './locked-records';

/** The documents of issues: one part for each repository, under optimistic locking. */
export function issueRecords(
  records: LockedRecords,
): Pick<EvidenceStore, 'findIssues' | 'saveIssueParts'> {
  return {
    async findIssues(issueKeys) {
      return [...(await records.read(issueKeys)).values()].map(toIssue);
    },
    saveIssueParts(id, changed) {
      return records.change([...changed.keys()], (issueKey, current) => {
        const before = current === undefined ? { issueKey, repositories: [] } : toIssue(current);
        return fitIssue(withPart(before, id, changed.get(issueKey) ?? null));
      });
    },
  };
}

function toIssue(stored: unknown): IssueEvidence {
  const { issueKey, repositories } = StoredIssue.parse(stored);
  return { issueKey, repositories: repositories.map(toPart) };
}

/** A part of another form is kept as an empty one that says so, until its repository is read again. */
function toPart(stored: z.infer<typeof StoredIssue>['repositories'][number]): RepositoryEvidence {
  const read = StoredPart.safeParse(stored);
  return read.success ? (read.data as RepositoryEvidence) : outdatedPart(stored.repository);
}

const outdatedPart = (repository: RepositoryId): RepositoryEvidence => ({
  repository,
  commits: [],
  mentions: [],
  pullRequests: [],
  deployments: [],
  unlinked: [],
  omitted: 0,
  isOutdated: true,
});

function withPart(
  issue: IssueEvidence,
  id: RepositoryId,
  part: RepositoryEvidence | null,
): IssueEvidence {
  const others = issue.repositories.filter(({ repository }) => repository !== id);
  const repositories = [...others, ...(part ? [part] : [])].sort((a, b) =>
    a.repository < b.repository ? -1 : 1,
  );
  return { ...issue, repositories };
}
