import type { Reason } from '../../../src/api/contract';

/** What each reason means, for somebody who reads no git. */
const MEANING: Record<string, string> = {
  'source-ref-missing':
    'The promotion starts from a branch that does not exist in a repository that the issue changed.',
  'target-ref-missing':
    'The promotion goes to a branch that does not exist in a repository that the issue changed.',
  'not-in-source': 'Nothing of the issue is on the line that the promotion starts from.',
  'source-behind': 'An earlier line has changes of the issue that would be left behind.',
  'missing-dependency':
    'An issue that this one needs has changes that are not there yet and do not travel with it.',
  'blocking-issue-open': 'An issue that blocks this one in Jira is not done.',
  'check-failed': 'A check of the newest commit failed.',
  'deployment-failed': 'The newest deployment that would have brought the changes failed.',
  rejected: 'The last word on the line that the promotion starts from is a rejection.',
  'repository-unavailable':
    'A repository that is known to hold changes could not be read, so nobody knows what is there.',
  'target-behind-baseline':
    'The line that the promotion goes to lacks changes of the release that was shipped last.',
  'risk-declared': 'A commit or a pull request declares a risk with the trailer “Risk”.',
  'not-arrived': 'Asked whether all arrived: this has not, or nobody could tell.',
  'evidence-incomplete':
    'Part of the evidence could not be read. What is not known is never called safe.',
  'reverted-in-target': 'The change is on the target line together with a commit that undoes it.',
  'adapted-change':
    'The change is on the target line in another form: the same title, but not the same content. A person should look.',
  'no-change-found': 'No repository holds a change of the issue, though one is expected.',
  'db-change': 'Files that change a database travel with it.',
  'mendix-model': 'A Mendix model travels with it: models cannot be merged line by line.',
  'secret-change': 'Files that may hold secrets travel with it.',
  'infra-change': 'Files that change the infrastructure or the build travel with it.',
  'manual-step': 'Somebody has to do something by hand, and nobody ticked it yet.',
  'changed-since-sign-off': 'Changes arrived after the last approval, so it was given for less.',
  'not-deployed-in-source':
    'The changes are in the branch, but no environment of the line runs them, so nobody can have tested them there.',
  'open-pull-request': 'A pull request of the issue into that line is still open.',
  'dependency-cycle':
    'Whichever went first would lack the other. They go at once, or somebody corrects what one of them needs.',
  'edge-conflict':
    'One source says that the first issue needs the second, another says the opposite. Both count until one of them is corrected.',
  'done-but-unmerged': 'Jira calls the issue done, but a change of it is on no line.',
  'status-not-done': 'All changes arrived on the last line, but Jira does not call the issue done.',
  'dependency-unresolved': 'Nothing is known of an issue that this one needs.',
  'reverted-in-source': 'A change and the commit that undoes it both travel.',
  'config-change': 'Configuration files travel with it.',
  'dependency-change': 'Versions of libraries change with it.',
  'check-pending': 'Checks are still running.',
  unreviewed: 'A change was merged without the approval of somebody else than its author.',
  'approval-stale': 'Commits were pushed after the approval.',
  'feature-flag': 'A feature flag has to be switched.',
};

export const meaningOfCode = (code: string): string =>
  MEANING[code] ?? 'A rule from the settings of this project.';

export const meaningOf = ({ code }: Reason): string => meaningOfCode(code);

const RISKS = new Set([
  'risk-declared',
  'db-change',
  'mendix-model',
  'secret-change',
  'infra-change',
  'config-change',
  'dependency-change',
  'feature-flag',
]);

/** What travels with the issue and deserves care; rules of the settings are such. */
export const isRisk = ({ code }: Reason): boolean => RISKS.has(code) || !(code in MEANING);
