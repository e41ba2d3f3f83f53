import type { Dependency } from '../domain/dependencies/edge';
import type { ManualStep } from '../domain/reasons/manual-step';
import type { Reason as FoundReason } from '../domain/reasons/reason';
import type { IssueFacts } from '../usecases/get-issue';
import type { DependencyView, IssueView, ManualStepView, Reason } from './contract';

type JudgedParts = Pick<
  IssueView,
  | 'verdict'
  | 'reasons'
  | 'promotion'
  | 'nextActions'
  | 'toPromote'
  | 'dependencies'
  | 'order'
  | 'conflicts'
  | 'manualSteps'
>;

/** Whether the issue may go on, and why; where no route says where to, a person must judge. */
export function presentJudgement({ judgement, issue }: IssueFacts): JudgedParts {
  if (!judgement) return notJudged(issue.projectKey);
  const { facts, verdict, reasons, actions, plan, order } = judgement;
  const { from, to } = facts.promotion;
  return {
    verdict,
    reasons: reasons.map(toReason),
    promotion: { from, to },
    nextActions: actions,
    toPromote: plan.flatMap(({ repository, commits }) =>
      commits.map(({ sha }) => ({ repository, sha })),
    ),
    dependencies: facts.dependencies.edges.map(toDependency),
    order,
    conflicts: facts.dependencies.conflicts.map(({ one, other, sources }) => ({
      one,
      other,
      links: sources.map(({ text, url }) => ({ text, url })),
    })),
    manualSteps: facts.manualSteps.map(toStep),
  };
}

const toReason = ({ code, level, summary, evidence }: FoundReason): Reason => ({
  code,
  level,
  summary,
  evidence: evidence.map(({ text, url }) => url ?? text),
  links: evidence.map(({ text, url }) => ({ text, url })),
});

const toDependency = ({
  key,
  summary,
  issueStatus,
  status,
  why,
  sources,
  neededBy,
}: Dependency): DependencyView => ({
  key,
  summary,
  issueStatus: issueStatus?.name ?? null,
  status,
  why,
  sources: [...new Set(sources.map(({ kind }) => kind))],
  links: sources.map(({ text, url }) => ({ text, url })),
  neededBy,
});

const toStep = ({ shas, evidence, ...step }: ManualStep): ManualStepView => ({
  ...step,
  links: evidence,
});

function notJudged(projectKey: string): JudgedParts {
  const text = `The settings of ${projectKey} name no line that changes travel`;
  return {
    verdict: 'manual-review',
    reasons: [
      {
        code: 'evidence-incomplete',
        level: 'manual-review',
        summary: `${text}: nobody can tell where this issue may go.`,
        evidence: [text],
        links: [{ text, url: null }],
      },
    ],
    promotion: null,
    nextActions: [],
    toPromote: [],
    dependencies: [],
    order: { issues: [], repositories: [], cycles: [] },
    conflicts: [],
    manualSteps: [],
  };
}
