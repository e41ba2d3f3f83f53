import { commitLink, counted, reasonFrom } from './evidence-links';
import type { Rule } from './rule';

/** Changes reached `from` after the last approval or sign-off there. */
export const changedSinceSignOff: Rule = ({ lives, promotion, repositories, issueKey }) => {
  const { from } = promotion;
  const since = lives.find(({ line }) => line === from)?.changedSince;
  if (!since || since.event.kind === 'rejected') return [];
  const { event, commits } = since;
  const by = event.by === null ? '' : ` by ${event.by}`;
  const placeOf = new Map(repositories.map((one) => [one.repository, one]));
  return reasonFrom(
    commits.map((commit) => {
      const { repository } = commit;
      const place = placeOf.get(repository) ?? { repository, name: repository, url: null };
      return commitLink(place, commit, reached(from, commit.reachedAt));
    }),
    {
      code: 'changed-since-sign-off',
      level: 'manual-review',
      summary: `${counted(commits.length, 'change')} of ${issueKey} on ${from} ${commits.length === 1 ? 'is' : 'are'} not covered by the approval${by} of ${event.at.slice(0, 10)}.`,
      shas: commits.map(({ sha }) => sha),
    },
  );
};

const reached = (line: string, at: string | null): string =>
  at === null ? `nobody knows when it reached ${line}` : `reached ${line} on ${at.slice(0, 10)}`;
