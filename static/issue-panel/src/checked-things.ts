import type { Check, IssueView } from '../../../src/api/contract';
import { shortSha } from '../../shared/wording';

/** A commit or a pull request, with its checks. */
export type CheckedThing = {
  repository: string;
  label: string;
  title: string;
  url: string | null;
  checks: Check[] | 'not-read';
  /** Whether it is on every line of the route: its checks are not followed any more. */
  hasArrived: boolean;
};

/** All that checks may run on: pull requests, then commits. */
export function checkedThings({ route, pullRequests, changes }: IssueView): CheckedThing[] {
  return [
    ...pullRequests.map(({ repository, number, title, url, checks }) => ({
      repository,
      label: `#${number}`,
      title,
      url,
      checks,
      hasArrived: false,
    })),
    ...changes.flatMap(({ repository, commits }) =>
      commits.map(({ sha, title, url, checks, presence }) => ({
        repository,
        label: shortSha(sha),
        title,
        url,
        checks,
        hasArrived: route.length > 0 && route.every((line) => presence[line]?.state === 'present'),
      })),
    ),
  ];
}
