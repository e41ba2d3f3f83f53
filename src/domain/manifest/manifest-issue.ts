import type { JudgedCommit, JudgedIssue, JudgedLine } from '../release/judged-issue';
import type { ManifestCommit, ManifestIssue } from './manifest';

/** An issue as the manifest tells it. */
export const manifestIssue = (issue: JudgedIssue): ManifestIssue => ({
  key: issue.key,
  summary: issue.summary,
  type: issue.issueType,
  status: issue.status.name,
  verdict: issue.verdict,
  reasons: issue.reasons.map(({ code, level, summary, evidence }) => ({
    ...{ code, level, summary },
    evidence: evidence.map(({ text }) => text),
  })),
  changes: issue.changes
    .filter(({ commits }) => commits.length > 0)
    .map(({ repository, commits }) => ({ repository, commits: commits.map(manifestCommit) })),
  pullRequests: issue.changes.flatMap(({ repository, pullRequests }) =>
    pullRequests.map(({ number, title, url, state }) => ({
      ...{ repository, number, title, url, state },
    })),
  ),
  toPromote: issue.toPromote.map(({ repository, sha }) => ({ repository, sha })),
  dependencies: issue.dependencies.map(({ key, status, sources }) => ({
    ...{ key, status },
    sources: sources.map(({ text }) => text),
  })),
  lines: issue.lines.map(manifestLine),
  manualSteps: issue.manualSteps.map(({ id, text, owner, done, by, at }) => ({
    ...{ id, text, owner, done, by, at },
  })),
});

const manifestCommit = ({
  sha,
  title,
  author,
  authoredAt,
  source,
  presence,
}: JudgedCommit): ManifestCommit => ({
  ...{ sha, title, author, authoredAt, source },
  presence: Object.fromEntries(
    Object.entries(presence).map(([line, { state, by, as }]) => [line, { state, by, as }]),
  ),
});

const manifestLine = ({
  name,
  state,
  basis,
  changedSince,
}: JudgedLine): ManifestIssue['lines'][number] => ({ name, state, basis, changedSince });
