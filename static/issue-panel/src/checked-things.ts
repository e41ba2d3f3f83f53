import type { Check, IssueView } from '../../../src/api/contract';
import { shortSha } from '../../shared/wording';

/** A commit or a pull request, with its checks. */
export type CheckedThing = {
  repository: string;
  label: string;
  title: string;
  url: string | null;
  checks: Check[] | 'not-read';
};

/** All that checks may run on: pull requests, then commits. */
export function checkedThings({ pullRequests, changes }: IssueView): CheckedThing[] {
  return [
    ...pullRequests.map(({ repository, number, title, url, checks }) => ({
      repository,
      label: `#${number}`,
      title,
      url,
      checks,
    })),
    ...changes.flatMap(({ repository, commits }) =>
      commits.map(({ sha, title, url, checks }) => ({
        repository,
        label: shortSha(sha),
        title,
        url,
        checks,
      })),
    ),
  ];
}
