import type { JudgedIssue, JudgedLine } from '../domain/release/judged-issue';
import { LEVELS, type Reason } from '../domain/reasons/reason';
import type { ReleaseRow } from './contract';

/** Issues as rows of the matrix, in the order given. */
export const presentRows = (issues: readonly JudgedIssue[]): ReleaseRow[] => issues.map(toRow);

const MOST_REASONS = 8;

function toRow(issue: JudgedIssue): ReleaseRow {
  const { changes, toPromote } = issue;
  const places = changes.filter(({ commits }) => commits.length > 0);
  return {
    key: issue.key,
    summary: issue.summary,
    issueType: issue.issueType,
    status: issue.status.name,
    verdict: issue.verdict,
    reasons: worstFirst(issue.reasons)
      .slice(0, MOST_REASONS)
      .map(({ code, level, summary }) => ({ code, level, summary })),
    lines: issue.lines.map(toLine),
    toPromote: {
      commits: toPromote.length,
      repositories: new Set(toPromote.map(({ repository }) => repository)).size,
    },
    repositories: places.map(({ name }) => name),
    owners: [...new Set(places.flatMap(({ owner }) => owner ?? []))].sort(),
  };
}

const toLine = ({ name, state, changedSince, since }: JudgedLine): ReleaseRow['lines'][number] => ({
  ...{ name, state, changedSince: changedSince.length },
  since: since?.kind ?? null,
});

/** The worst first; of one level in the order given. */
const worstFirst = (reasons: readonly Reason[]): Reason[] =>
  reasons.toSorted((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level));
