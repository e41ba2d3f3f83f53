import type { SignOff } from '../../../src/domain/release/acts';
import type { CheckWord } from '../../../src/domain/release/check-item';
import { lastRejectionAt } from '../../../src/domain/release/last-rejection';
import { judgedIssue, judgedLine, signOff } from '../../support/judged-bundle';

const NOBODY = { acts: { signOffs: [] as SignOff[] }, items: [], issues: [] };
const word = (outcome: CheckWord['outcome'], at: string): { word: CheckWord } => ({
  word: { outcome, at, by: 'Quinn Abara', accountId: 'quinn', note: null },
});
const since = (kind: 'rejected' | 'approved', at: string) =>
  judgedIssue({ lines: [judgedLine({ since: { kind, at, by: null, status: 'QA' } })] });
const revoked = { by: 'Rita', accountId: 'rita', at: '2026-05-09T00:00:00Z' };

describe('lastRejectionAt', () => {
  it.each([
    { when: 'nobody said no', said: NOBODY, at: null },
    {
      when: 'a role said no',
      said: {
        ...NOBODY,
        acts: { signOffs: [signOff({ decision: 'rejected', at: '2026-05-03T09:00:00Z' })] },
      },
      at: '2026-05-03T09:00:00Z',
    },
    {
      when: 'a role took its no back',
      said: { ...NOBODY, acts: { signOffs: [signOff({ decision: 'rejected', revoked })] } },
      at: null,
    },
    {
      when: 'an item failed, and later another was done',
      said: {
        ...NOBODY,
        items: [word('failed', '2026-05-02T09:00:00Z'), word('done', '2026-05-03T09:00:00Z')],
      },
      at: '2026-05-02T09:00:00Z',
    },
    {
      when: 'an issue was set back, then another, in whatever way the instants are written',
      said: {
        ...NOBODY,
        issues: [
          since('rejected', '2026-05-04T09:00:00Z'),
          since('rejected', '2026-05-04T10:30:00.000+02:00'),
          since('approved', '2026-05-05T09:00:00Z'),
        ],
      },
      at: '2026-05-04T09:00:00Z',
    },
  ])('is $at when $when', ({ said, at }) => {
    expect(lastRejectionAt(said)).toBe(at);
  });
});
