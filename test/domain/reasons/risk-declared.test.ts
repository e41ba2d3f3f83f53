import type { KnownTrailers } from '../../../src/domain/ownership/known-trailers';
import { riskDeclared } from '../../../src/domain/reasons/risk-declared';
import {
  arrivedChange,
  caseOf,
  changeOn,
  knownTrailersOf,
  mergedPullRequest,
  told,
  travellingChange,
} from '../../support/promotion-case';

describe('riskDeclared', () => {
  it.each<[Partial<KnownTrailers>, string[]]>([
    [{ risk: 'blocked' }, ['risk-declared blocked']],
    [{ risk: 'high' }, ['risk-declared manual-review']],
    [{ risk: 'medium' }, ['risk-declared warning']],
    [{ risk: 'low' }, []],
    [{}, []],
    [{ unreadableRisks: ['severe'] }, ['risk-declared manual-review']],
    [{ risk: 'low', unreadableRisks: ['severe'] }, ['risk-declared manual-review']],
    [{ risk: 'blocked', unreadableRisks: ['severe'] }, ['risk-declared blocked']],
  ])('of a commit that says %j is %j', (trailers, expected) => {
    const change = travellingChange({ trailers: knownTrailersOf(trailers) });

    expect(told(riskDeclared(caseOf({ changes: [change] })))).toEqual(expected);
  });

  const trailers = knownTrailersOf({ risk: 'high' });
  it.each([
    { when: 'it has arrived', change: arrivedChange({ trailers }), expected: 0 },
    {
      when: 'it arrived as adapted',
      change: changeOn({ test: 'present', prod: 'adapted' }, { trailers }),
      expected: 0,
    },
    {
      when: 'it was taken away there',
      change: changeOn({ test: 'present', prod: 'reverted' }, { trailers }),
      expected: 1,
    },
    { when: 'nobody knows', change: changeOn({ prod: 'unknown' }, { trailers }), expected: 1 },
  ])('counts $expected when $when', ({ change, expected }) => {
    expect(riskDeclared(caseOf({ changes: [change] }))).toHaveLength(expected);
  });

  it('takes the worst, of pull requests too, and says who said what', () => {
    const facts = caseOf({
      changes: [travellingChange({ trailers: knownTrailersOf({ risk: 'medium' }) })],
      pullRequests: [mergedPullRequest({ trailers })],
    });

    expect(riskDeclared(facts)).toMatchObject([
      {
        level: 'manual-review',
        evidence: [
          { text: 'Payments API a1 PAY-1 Fix login (Risk: medium)' },
          { text: 'Payments API #1 Fix login (Risk: high)' },
        ],
      },
    ]);
  });
});
