import type { CommitView, IssueView } from '../../../src/api/contract';

/** What must travel of one repository, oldest first; `commit` where the panel shows it. */
export type Load = {
  repository: string;
  commits: { sha: string; commit: CommitView | undefined }[];
};

/** `toPromote` by repository, in the order given. */
export function travelOrder({ toPromote, changes }: IssueView): Load[] {
  const repositories = [...new Set(toPromote.map(({ repository }) => repository))];
  return repositories.map((repository) => {
    const known = changes.find((change) => change.repository === repository)?.commits ?? [];
    const shas = toPromote.filter((one) => one.repository === repository).map(({ sha }) => sha);
    return {
      repository,
      commits: shas.map((sha) => ({ sha, commit: known.find((commit) => commit.sha === sha) })),
    };
  });
}
