import { confirmId } from '../release/check-item-id';
import type { JudgedBundle, JudgedIssue } from '../release/judged-issue';
import { draft, type Draft } from './draft-item';
import { travellingCommits, travellingShas } from './travelling-commits';

/** What the client's reviewers confirm: each issue in plain words, without commits and repositories. */
export const clientChecklist = (bundle: JudgedBundle): Draft[] =>
  bundle.issues.filter(hasSomethingToSee).map((issue) =>
    draft({
      id: confirmId(issue.key),
      audience: 'client',
      kind: 'confirm',
      issueKey: issue.key,
      text: `Confirm that “${issue.summary}” (${issue.key}) is as you want it. ${said(issue)}`,
      shas: travellingShas(travellingCommits(issue, bundle)),
    }),
  );

const hasSomethingToSee = ({ changes, status }: JudgedIssue): boolean =>
  changes.some(({ commits }) => commits.length > 0) || status.category !== 'unknown';

function said({ status, changes }: JudgedIssue): string {
  const isChanged = changes.some(({ commits }) => commits.length > 0);
  const state = status.category === 'unknown' ? '' : `It is ${status.name} in Jira`;
  if (isChanged) return state === '' ? 'It changes the software.' : `${state}.`;
  return `${state}; no change of software was found for it.`;
}
