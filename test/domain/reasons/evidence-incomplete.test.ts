import { evidenceIncomplete } from '../../../src/domain/reasons/evidence-incomplete';
import { REPOSITORY, repositoryEvidence, repositoryStatus } from '../../support/builders';
import {
  arrivedChange,
  caseOf,
  cellsOf,
  changeOn,
  dependenciesOf,
  dependency,
  edgeSource,
  environmentCell,
  itTells,
  mergedPullRequest,
  promotionCase,
  travellingChange,
} from '../../support/promotion-case';

const checksGap = { repository: REPOSITORY, what: 'checks', why: 'GitHub answered 403' };
const wholeGap = { ...checksGap, what: 'the repository' };
const unknownCheck = [{ name: 'build', state: 'unknown', url: null, at: null } as const];
const environments = (more: Parameters<typeof environmentCell>[0]) =>
  cellsOf({ test: { environments: [environmentCell(more)] } });
const failedAttempt = {
  state: 'failed',
  holds: null,
  at: '2026-05-02T08:00:00Z',
  sha: 'a1',
} as const;
const withEdge = (more: Parameters<typeof dependency>[0]) =>
  promotionCase({ dependencies: dependenciesOf({ edges: [dependency(more)] }) });
const blocking = {
  status: 'unresolved',
  hasChanges: false,
  sources: [edgeSource({ isBlocking: true })],
} as const;

describe('evidenceIncomplete', () => {
  itTells(evidenceIncomplete, ['evidence-incomplete', 'manual-review'], {
    yes: [
      { when: 'there is a gap', facts: promotionCase({ gaps: [checksGap] }) },
      {
        when: 'a repository that is not known to hold changes was not read',
        facts: promotionCase({ gaps: [{ ...wholeGap, repository: 'github:acme/other' }] }),
      },
      {
        when: 'the status of a repository has a gap',
        facts: caseOf({ status: repositoryStatus({ gaps: [checksGap] }) }),
      },
      {
        when: 'there is a gap beside a repository that is not there',
        facts: promotionCase({ gaps: [wholeGap, checksGap] }),
      },
      {
        when: 'nobody knows of a change on test',
        facts: caseOf({ changes: [changeOn({ test: 'unknown' })] }),
      },
      {
        when: 'nobody knows of a change on prod',
        facts: caseOf({ changes: [changeOn({ test: 'present', prod: 'unknown' })] }),
      },
      {
        when: 'nobody knows of a change on dev',
        facts: caseOf({ changes: [changeOn({ dev: 'unknown', test: 'present' })] }),
      },
      { when: 'the repository is on no line', facts: caseOf({ cells: [] }) },
      {
        when: 'files were not read',
        facts: caseOf({ changes: [travellingChange({ paths: 'unread' })] }),
      },
      {
        when: 'there are more files than are kept',
        facts: caseOf({ changes: [travellingChange({ paths: { listed: [], omitted: 1 } })] }),
      },
      {
        when: 'checks were not read',
        facts: caseOf({ changes: [travellingChange({ checks: 'not-read' })] }),
      },
      {
        when: 'nobody knows a check',
        facts: caseOf({ changes: [travellingChange({ checks: unknownCheck.slice() })] }),
      },
      {
        when: 'nobody knows what qa runs',
        facts: caseOf({ cells: environments({ deployed: null }) }),
      },
      {
        when: 'nobody knows whether a deployment held the issue',
        facts: caseOf({ cells: environments({ attempted: { ...failedAttempt, url: null } }) }),
      },
      {
        when: 'reviews were not read',
        facts: caseOf({ pullRequests: [mergedPullRequest({ reviews: [], reviewCount: 1 })] }),
      },
      {
        when: 'the record had no room for all commits',
        facts: caseOf({ evidence: repositoryEvidence({ omitted: 3 }) }),
      },
      { when: 'a dependency is hidden', facts: withEdge({ key: null, status: 'hidden' }) },
      {
        when: 'nobody knows the status of a blocker',
        facts: withEdge({ ...blocking, sources: [...blocking.sources], issueStatus: null }),
      },
      {
        when: 'nobody knows what the status means',
        facts: promotionCase({ status: { name: 'Odd', category: 'unknown' } }),
      },
    ],
    no: [
      { when: 'all was read', facts: promotionCase() },
      { when: 'the repository is told as unavailable', facts: promotionCase({ gaps: [wholeGap] }) },
      {
        when: 'what is unknown follows from that',
        facts: caseOf(
          { changes: [changeOn({ prod: 'unknown' }, { paths: 'unread', checks: 'not-read' })] },
          { gaps: [wholeGap] },
        ),
      },
      {
        when: 'only what has arrived was not read',
        facts: caseOf({ changes: [arrivedChange({ paths: 'unread', checks: 'not-read' })] }),
      },
      {
        when: 'no check is required',
        facts: caseOf(
          { changes: [travellingChange({ checks: 'not-read' })] },
          { settings: { requiredChecks: [], requireReviews: false, route: [] } },
        ),
      },
      {
        when: 'one environment of test runs it',
        facts: caseOf({
          cells: cellsOf({
            test: { environments: [environmentCell(), environmentCell({ deployed: null })] },
          }),
        }),
      },
      { when: 'a dependency is unresolved', facts: withEdge({ status: 'unresolved' }) },
      {
        when: 'a blocker is known to be open',
        facts: withEdge({ ...blocking, sources: [...blocking.sources] }),
      },
    ],
  });

  it('says what of which repository, and why, each once', () => {
    const facts = caseOf(
      {
        status: repositoryStatus({ gaps: [checksGap] }),
        changes: [changeOn({ test: 'present', prod: 'unknown' })],
      },
      { gaps: [checksGap] },
    );

    expect(evidenceIncomplete(facts)).toMatchObject([
      {
        summary: '2 parts of the evidence could not be read.',
        evidence: [
          { text: 'Payments API: checks: GitHub answered 403' },
          { text: 'Payments API a1 PAY-1 Fix login (nobody can tell whether it is on prod)' },
        ],
      },
    ]);
  });
});
