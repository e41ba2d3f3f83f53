import { compareText } from '../dependencies/key-order';
import type { CommitEvidence, RepositoryEvidence } from '../evidence/issue-evidence';
import type { RepositoryStatus } from '../evidence/repository-status';
import type { Gap } from '../gap';
import type { Issue } from '../issue';
import { changesOf, presenceIn, type LineCell } from '../lines/line-state';
import { cellsIn, linesOfIssue } from '../lines/lines-of-issue';
import { commitUrl } from '../links';
import type { Judgement } from '../promotion/judge-issue';
import type { RepositoryId } from '../repository';
import { checkLink } from '../reasons/evidence-links';
import { signalChecks } from '../reasons/required-checks';
import { nameOf } from '../settings/name-of';
import type { ProjectSettings, RepositorySettings } from '../settings/project-settings';
import type {
  JudgedChanges,
  JudgedCommit,
  JudgedIssue,
  JudgedLine,
  JudgedSignals,
} from './judged-issue';

export type JudgedFacts = {
  issue: Issue;
  settings: ProjectSettings;
  parts: readonly RepositoryEvidence[];
  statuses: ReadonlyMap<RepositoryId, RepositoryStatus>;
  gaps: readonly Gap[];
};

/** An issue of a bundle with what was judged of it: what a release needs to know, and no more. */
export function judgedIssueOf(facts: JudgedFacts, judgement: Judgement): JudgedIssue {
  const { facts: found, verdict, reasons, actions, plan } = judgement;
  return {
    ...describedIssue(facts.issue),
    verdict,
    reasons,
    changes: changesIn(facts),
    toPromote: plan.flatMap(({ repository, commits }) =>
      commits.map(({ sha }) => ({ repository, sha })),
    ),
    dependencies: found.dependencies.edges,
    conflicts: found.dependencies.conflicts,
    lines: linesIn(facts, judgement),
    manualSteps: found.manualSteps,
    actions,
    signals: signalsIn(found),
    gaps: [...facts.gaps],
  };
}

/** An issue that nobody can judge, because no route leads from one line of the promotion to the other. */
export function unjudgedIssue(
  facts: Pick<JudgedFacts, 'issue' | 'gaps'>,
  why: string,
): JudgedIssue {
  return {
    ...describedIssue(facts.issue),
    verdict: 'manual-review',
    reasons: [
      {
        code: 'evidence-incomplete',
        level: 'manual-review',
        summary: `${why}: nobody can tell where ${facts.issue.key} may go.`,
        evidence: [{ text: why, url: null }],
      },
    ],
    ...{ changes: [], toPromote: [], dependencies: [], conflicts: [], lines: [] },
    ...{ manualSteps: [], actions: [], signals: [] },
    gaps: [...facts.gaps],
  };
}

const describedIssue = (
  issue: Issue,
): Pick<
  JudgedIssue,
  'key' | 'formerKeys' | 'projectKey' | 'summary' | 'issueType' | 'status' | 'fixVersions'
> => ({
  ...{
    key: issue.key,
    formerKeys: issue.formerKeys,
    projectKey: issue.projectKey,
    summary: issue.summary,
  },
  ...{ issueType: issue.issueType, status: issue.status },
  fixVersions: issue.fixVersions.map(({ name }) => name),
});

function linesIn({ settings, parts, statuses }: JudgedFacts, { facts }: Judgement): JudgedLine[] {
  const sinceOn = new Map(facts.lives.map((life) => [life.line, life.changedSince]));
  return linesOfIssue(settings, parts, statuses).map(({ name, state, basis }) => {
    const since = sinceOn.get(name);
    const changedSince = (since?.commits ?? []).map(({ sha }) => sha);
    return { name, state, basis, changedSince, ...(since && { since: since.event }) };
  });
}

const SAID = { failed: 'failed', pending: 'not finished', unknown: 'could not be read' } as const;

const signalsIn = (facts: Judgement['facts']): JudgedSignals[] =>
  signalChecks(facts).map(({ repository, commit, checks }) => {
    const open = checks.flatMap((check) =>
      check.state === 'passed' || check.state === 'skipped'
        ? []
        : [
            {
              state: check.state,
              ...checkLink(repository, commit, check, SAID[check.state]),
            },
          ],
    );
    return {
      ...{ repository: repository.repository, sha: commit.sha, open },
      passed: checks.length - open.length,
    };
  });

function changesIn(facts: JudgedFacts): JudgedChanges[] {
  return facts.parts
    .filter(({ commits, pullRequests }) => commits.length > 0 || pullRequests.length > 0)
    .toSorted((one, other) => compareText(one.repository, other.repository))
    .map((part) => toChanges(facts, part));
}

function toChanges({ settings, statuses }: JudgedFacts, part: RepositoryEvidence): JudgedChanges {
  const { repository, pullRequests } = part;
  const url = statuses.get(repository)?.url ?? null;
  const cells = cellsIn(settings, part, statuses);
  return {
    ...{ repository, url, name: nameOf(repository, settings) },
    ...describedRepository(settings.repositories.find(({ id }) => id === repository)),
    commits: changesOf(part)
      .toReversed()
      .map((commit) => toCommit(commit, cells, { repository, url })),
    pullRequests: pullRequests.map(({ number, title, url: address, state }) => ({
      ...{ number, title, state, url: address },
    })),
  };
}

const UNDESCRIBED = { owner: null, kind: null, notes: [] };

function describedRepository(
  listed: RepositorySettings | undefined,
): Pick<JudgedChanges, 'owner' | 'kind' | 'notes'> {
  const { owner, kind, notes } = listed ?? UNDESCRIBED;
  return { owner, kind, notes };
}

function toCommit(
  commit: CommitEvidence,
  cells: readonly LineCell[],
  linked: { repository: RepositoryId; url: string | null },
): JudgedCommit {
  const { sha, title, author, authoredAt, associations } = commit;
  return {
    ...{ sha, title, author, authoredAt, url: commitUrl(linked, sha) },
    source: associations[0]?.source ?? 'title',
    presence: Object.fromEntries(
      cells.map(({ line, branch, branchState }) => [line, presenceIn(commit, branch, branchState)]),
    ),
  };
}
