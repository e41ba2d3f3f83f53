import { toCommitEvidence } from '../../../src/domain/evidence/commit-evidence';
import type { CommitEvidence } from '../../../src/domain/evidence/issue-evidence';
import type { PresenceState } from '../../../src/domain/lines/line-state';
import { UNREAD_BLOB, type DiffFact } from '../../../src/domain/presence/diff-fact';
import { dbChange } from '../../../src/domain/reasons/db-change';
import { association, commit } from '../../support/builders';
import {
  arrivedChange,
  caseOf,
  changeOn,
  itTells,
  knownTrailersOf,
  mergedPullRequest,
  travellingChange,
} from '../../support/promotion-case';

const paths = { listed: ['db/x.ts'], omitted: 0 };
const TRAILERS = { isProjectKey: (key: string) => key === 'PAY', issueTrailers: [] };
const MERGE = commit({ sha: 'm1', parents: ['a1', 'b1'], message: "Merge branch 'PAY-1'" });
const trailers = knownTrailersOf({ dbMigrations: ['yes'] });

/** A merge that `diff` says the own change of; on dev and test, not on prod, or in this state there. */
function mergeOf(diff: DiffFact | undefined, prod: PresenceState = 'absent'): CommitEvidence {
  const { presence } = changeOn({ dev: 'present', test: 'present', prod });
  const where = { presence, arrivedAt: {} };
  return toCommitEvidence(MERGE, [association()], { diff, where, trailers: TRAILERS });
}

const resolved = (...names: string[]): DiffFact => ({
  status: 'known',
  patchId: names.length === 0 ? null : 'm1',
  ...{ loosePatchId: null, linesId: null, inverseId: null, growth: 0 },
  paths: names.map((path) => ({ path, before: UNREAD_BLOB, after: 'b1', mode: '100644' })),
});
const MIGRATION = 'db/migrations/0007_orders.sql';

describe('dbChange', () => {
  itTells(dbChange, ['db-change', 'manual-review'], {
    yes: [
      {
        when: 'a file is of the database',
        facts: caseOf({ changes: [travellingChange({ paths })] }),
      },
      { when: 'a trailer says so', facts: caseOf({ changes: [travellingChange({ trailers })] }) },
      {
        when: 'a pull request says so',
        facts: caseOf({ pullRequests: [mergedPullRequest({ trailers })] }),
      },
      {
        when: 'nobody knows whether it arrived',
        facts: caseOf({ changes: [changeOn({ prod: 'unknown' }, { paths })] }),
      },
      {
        when: 'a merge resolved a conflict in a migration',
        facts: caseOf({ changes: [mergeOf(resolved('src/x.ts', MIGRATION))] }),
      },
      {
        when: 'a merge resolved one, and nobody knows whether it arrived',
        facts: caseOf({ changes: [mergeOf(resolved(MIGRATION), 'unknown')] }),
      },
      {
        when: 'a merge resolved one, and was reverted',
        facts: caseOf({ changes: [mergeOf(resolved(MIGRATION), 'reverted')] }),
      },
    ],
    no: [
      { when: 'nothing of it is touched', facts: caseOf({}) },
      {
        when: 'it has arrived',
        facts: caseOf({ changes: [arrivedChange({ paths, trailers })] }),
      },
      {
        when: 'nobody read the files',
        facts: caseOf({ changes: [travellingChange({ paths: 'unread' })] }),
      },
      {
        when: 'a merge resolved a conflict elsewhere',
        facts: caseOf({ changes: [mergeOf(resolved('src/x.ts'))] }),
      },
      {
        when: 'a merge that resolved one has arrived',
        facts: caseOf({ changes: [mergeOf(resolved(MIGRATION), 'present')] }),
      },
      {
        when: 'a merge that resolved one arrived as adapted',
        facts: caseOf({ changes: [mergeOf(resolved(MIGRATION), 'adapted')] }),
      },
      { when: 'a merge only merges', facts: caseOf({ changes: [mergeOf(resolved())] }) },
      { when: 'nobody looked at a merge', facts: caseOf({ changes: [mergeOf(undefined)] }) },
      {
        when: 'nobody could tell what a merge changed',
        facts: caseOf({ changes: [mergeOf({ status: 'unread' })] }),
      },
    ],
  });

  it('names the merge that resolved the conflict', () => {
    expect(dbChange(caseOf({ changes: [mergeOf(resolved(MIGRATION))] }))).toMatchObject([
      {
        evidence: [
          {
            text: 'Payments API: db/migrations/0007_orders.sql',
            url: 'https://github.com/acme/payments-api/commit/m1',
          },
        ],
      },
    ]);
  });

  it('gives files and trailers', () => {
    expect(dbChange(caseOf({ changes: [travellingChange({ paths, trailers })] }))).toMatchObject([
      {
        evidence: [
          { text: 'Payments API: db/x.ts' },
          { text: 'Payments API a1 PAY-1 Fix login (DB-Migration: yes)' },
        ],
      },
    ]);
  });
});
