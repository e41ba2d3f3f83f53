import { dbChange } from '../../../src/domain/reasons/db-change';
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
const trailers = knownTrailersOf({ dbMigrations: ['yes'] });

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
    ],
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
