import type { Check, IssueView } from '../../../src/api/contract';
import { pullRequestNumber } from '../../shared/repository-words';
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

/** All that checks may run on: pull requests, then commits. A run of both is told of the pull request. */
export function checkedThings(view: IssueView): CheckedThing[] {
  const told = new Set<string>();
  return thingsOf(view).flatMap((thing) => {
    if (thing.checks === 'not-read' || thing.checks.length === 0) return [thing];
    const keyOf = ({ name, url, at }: Check) => [thing.repository, name, url, at].join(' ');
    const checks = thing.checks.filter((check) => !told.has(keyOf(check)));
    checks.forEach((check) => told.add(keyOf(check)));
    return checks.length > 0 ? [{ ...thing, checks }] : [];
  });
}

function thingsOf({ route, pullRequests, changes }: IssueView): CheckedThing[] {
  return [
    ...pullRequests.map(({ repository, number, title, url, checks }) => ({
      repository,
      label: pullRequestNumber(repository, number),
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
