import type {
  Check,
  CheckState,
  CommitView,
  DeploymentState,
  LineCell,
  LineState,
  PullRequestView,
  RelatedIssueView,
} from '../../../src/api/contract';
import { plural, shortSha } from '../../shared/wording';

type CommitAssociation = CommitView['associations'][number];

export const LINE_STATE: Record<LineState, string> = {
  none: 'nothing yet',
  part: 'part',
  all: 'all',
  deployed: 'all deployed',
  unknown: 'unknown',
};

export const CHECK_STATE: Record<CheckState, string> = {
  failed: 'failed',
  pending: 'running',
  unknown: 'unknown',
  passed: 'passed',
  skipped: 'skipped',
};

export const DEPLOYMENT_STATE: Record<DeploymentState, string> = {
  success: 'succeeded',
  failed: 'failed',
  'in-progress': 'in progress',
  cancelled: 'cancelled',
  inactive: 'replaced since',
  unknown: 'unknown',
};

export const REVIEW: Record<PullRequestView['review'], string> = {
  approved: 'approved',
  'changes-requested': 'changes requested',
  waiting: 'waiting for review',
  unknown: 'review unknown',
};

export const STATUS_CATEGORY: Record<
  RelatedIssueView['statusCategory'],
  'default' | 'inprogress' | 'success'
> = { new: 'default', 'in-progress': 'inprogress', done: 'success', unknown: 'default' };

const SOURCE: Record<CommitAssociation['source'], (detail: string) => string> = {
  title: () => 'key in the title',
  'squash-bullet': () => 'key in a line of the squash',
  trailer: (detail) => `trailer ${detail || 'of the message'}`,
  'pull-request-title': (detail) => `title of ${detail || 'its pull request'}`,
  'pull-request-branch': (detail) => `branch of ${detail || 'its pull request'}`,
  'merge-branch': (detail) => `came in with branch ${detail || 'of that name'}`,
  revert: (detail) => `reverts ${detail ? shortSha(detail) : 'a change of this issue'}`,
  manual: (detail) => `linked by hand${detail && ` by ${detail}`}`,
  'later-in-title': () => 'later in the title',
  quoted: () => 'in quoted text',
  body: () => 'in the text of the message',
  'depends-on': () => 'named in Depends-On',
  'merged-branch-name': (detail) => `in the name of merged branch ${detail}`.trimEnd(),
};

/** Why a commit is here, the strongest first: `key in the title`, `branch of #12`. */
export function associationWords({ source, associations }: CommitView): string[] {
  const strongestFirst = associations.toSorted(
    (a, b) => Number(b.source === source) - Number(a.source === source),
  );
  return [...new Set(strongestFirst.map((one) => SOURCE[one.source](one.detail ?? '')))];
}

/** `3 of 5`, `no such branch`, `unknown`: what the branch of a line holds. */
export function branchWords({ branchState, state, present, unknown, of }: LineCell): string {
  if (branchState === 'missing') return 'no such branch';
  if (branchState === 'unknown' || (state === 'unknown' && unknown === of)) return 'unknown';
  return `${present} of ${of}`;
}

/** `1 adapted`, `2 reverted`, `1 unknown`: what the count alone would hide. */
export function shadeWords(cell: LineCell): string[] {
  if (!/\d$/.test(branchWords(cell))) return [];
  const { adapted, reverted, unknown } = cell;
  return Object.entries({ adapted, reverted, unknown }).flatMap(([word, count]) =>
    count > 0 ? [`${count} ${word}`] : [],
  );
}

/** Why there are no checks to see of things whose checks were not read. */
export function notReadWords(things: readonly { hasArrived: boolean }[]): string[] {
  const arrived = things.filter(({ hasArrived }) => hasArrived).length;
  const others = things.length - arrived;
  return [
    ...(others > 0
      ? [
          `The checks of ${plural(others, 'commit or pull request', 'commits or pull requests')} were not read.`,
        ]
      : []),
    ...(arrived > 0
      ? [
          `Checks are followed while a change is on its way: ${plural(arrived, 'commit has', 'commits have')} arrived on every line.`,
        ]
      : []),
  ];
}

/** `2 passed, 1 failed`; `not read` when nobody looked. */
export function checksWords(checks: Check[] | 'not-read'): string {
  if (checks === 'not-read') return 'checks not read';
  if (checks.length === 0) return 'no checks';
  const states = (Object.keys(CHECK_STATE) as CheckState[]).flatMap((state) => {
    const count = checks.filter((check) => check.state === state).length;
    return count > 0 ? [`${count} ${CHECK_STATE[state]}`] : [];
  });
  return `checks: ${states.join(', ')}`;
}
