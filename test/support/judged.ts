import type { Edge } from '../../src/domain/dependencies/edge';
import { edgesOfIssue } from '../../src/domain/dependencies/edges';
import type { RepositoryEvidence } from '../../src/domain/evidence/issue-evidence';
import type { Issue } from '../../src/domain/issue';
import type { JudgeInput } from '../../src/domain/promotion/judge-issue';
import type { Promotion } from '../../src/domain/promotion/promotion';
import {
  commitEvidence,
  inRefs,
  jiraIssue,
  REPOSITORY,
  repositoryEvidence,
  repositoryStatus,
} from './builders';
import { projectSettings } from './settings';

export const TO_PROD: Promotion = { from: 'test', to: 'prod', before: ['dev'], isToLast: true };

export type ToldIssue = { issue: Issue; parts: RepositoryEvidence[] };

/** An issue with one commit whose files and checks were read, on these branches of the one repository. */
export function toldIssue(
  key: string,
  branches: readonly string[],
  more: Partial<Issue> = {},
): ToldIssue {
  const refs = branches.map((name) => `branch:${name}` as const);
  const commit = commitEvidence({
    sha: `${key.toLowerCase()}0000000`,
    title: `${key} Change`,
    checks: [],
    presence: inRefs(...refs),
    arrivedAt: Object.fromEntries(refs.map((ref) => [ref, '2026-05-01T08:00:00Z'])),
  });
  return {
    issue: jiraIssue({ id: key, key, projectKey: key.split('-')[0] ?? '', ...more }),
    parts: [repositoryEvidence({ repository: REPOSITORY, commits: [commit] })],
  };
}

/** What `judgeIssue` is asked of the first of these issues; the viewer sees those that are not `hidden`. */
export function judgeInput(
  [root, ...others]: [ToldIssue, ...ToldIssue[]],
  more: Partial<JudgeInput> & { hidden?: string[] } = {},
): JudgeInput {
  const { hidden = [], ...rest } = more;
  const settings = projectSettings();
  const statuses = new Map([[REPOSITORY, repositoryStatus()]]);
  const known = new Map([root, ...others].map((one) => [one.issue.key, one]));
  const edgesOf = (key: string): readonly Edge[] | undefined => {
    const one = known.get(key);
    if (!one) return undefined;
    const urls = { issue: () => null, commit: () => null };
    return edgesOfIssue({ issue: one.issue, parts: one.parts, settings, urls });
  };
  return {
    ...root,
    settings,
    statuses,
    ticks: [],
    gaps: [],
    promotion: TO_PROD,
    mode: 'plan',
    now: '2026-05-04T09:00:00Z',
    atHand: {
      known,
      visible: new Set([...known.keys()].filter((key) => !hidden.includes(key))),
      settings: new Map([['PAY', settings]]),
      statuses,
      edgesOf,
    },
    ...rest,
  };
}

/** A link of Jira by which this issue is blocked by another one. */
export const blockedBy = (key: string): Issue['links'][number] => ({
  type: 'Blocks',
  direction: 'inward',
  label: 'is blocked by',
  issue: { key, summary: key, issueType: 'Story', status: { name: 'Open', category: 'new' } },
});
