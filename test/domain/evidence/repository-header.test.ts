import {
  headerGaps,
  headerRefs,
  newHeader,
  newReading,
} from '../../../src/domain/evidence/repository-header';
import { REPOSITORY } from '../../support/builders';

const header = newHeader(REPOSITORY, 'acme/payments-api');
const shaOf = (sha: string) => ({ sha, at: '2026-05-01T08:00:00Z', url: null, isRead: true });

describe('newHeader', () => {
  it('knows nothing, and refers to nothing', () => {
    expect(header).toMatchObject({ asOf: null, commitCount: 0, reading: null, indexedFrom: null });
    expect(headerRefs(header)).toEqual([]);
    expect(headerGaps(header)).toEqual([]);
  });
});

describe('newReading', () => {
  it('begins with the branches and the validators of the reading before', () => {
    const validators = { branches: 'b', deployments: null, pullRequests: 'p' };

    expect(newReading({ ...header, validators }, '2026-05-04T09:00:00Z')).toMatchObject({
      step: 0,
      phase: 'branches',
      startedAt: '2026-05-04T09:00:00Z',
      validators,
      cursor: null,
      wanted: null,
    });
  });
});

describe('headerRefs', () => {
  it('names heads that were read, and what environments run and tried, sorted', () => {
    const refs = headerRefs({
      ...header,
      branches: {
        main: { state: 'read', sha: 'm' },
        gone: { state: 'missing' },
        cut: { state: 'unknown' },
        develop: { state: 'read', sha: 'd' },
      },
      environments: [
        {
          environment: 'qa',
          tier: null,
          deployed: shaOf('q1'),
          attempted: { ...shaOf('q2'), state: 'failed' },
        },
        { environment: 'uat', tier: null, deployed: null, attempted: null },
      ],
    });

    expect(refs).toEqual([
      ['attempted:qa', 'q2'],
      ['branch:develop', 'd'],
      ['branch:main', 'm'],
      ['deployed:qa', 'q1'],
    ]);
  });
});

describe('headerGaps', () => {
  it('lists gaps in the order of the phases', () => {
    const gap = (what: string) => ({ repository: REPOSITORY, what, why: 'GitHub answered 403' });

    const gaps = headerGaps({
      ...header,
      gaps: { checks: [gap('checks')], branches: [], commits: [gap('one'), gap('two')] },
    });

    expect(gaps.map(({ what }) => what)).toEqual(['one', 'two', 'checks']);
  });
});
