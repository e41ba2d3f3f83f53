import { NO_ACTS, type ReleaseActs } from '../../src/domain/release/acts';
import type { CheckItem } from '../../src/domain/release/check-item';
import type { ReleaseFacts, ReleaseSettings } from '../../src/domain/release/gates/release-facts';
import type { JudgedIssue } from '../../src/domain/release/judged-issue';
import { REPOSITORY } from './builders';
import { judgedBundle, releaseScope } from './judged-bundle';

/** 2026.05 with PAY-1, which may go: no role, no freeze, nothing said. */
export function releaseFacts(
  more: Partial<Omit<ReleaseFacts, 'acts' | 'settings'>> & {
    acts?: Partial<ReleaseActs>;
    settings?: Partial<ReleaseSettings>;
  } = {},
): ReleaseFacts {
  const { acts, settings, ...rest } = more;
  return {
    scope: releaseScope(),
    bundle: judgedBundle(),
    items: [],
    evidenceHash: 'hash-1',
    now: '2026-05-04T12:00:00Z',
    ...rest,
    acts: { ...NO_ACTS, ...acts },
    settings: { signOffs: [], freeze: [], requiredChecks: 'all', gates: {}, ...settings },
  };
}

export const factsOf = (...issues: JudgedIssue[]): ReleaseFacts =>
  releaseFacts({ bundle: judgedBundle({ issues }) });

export function checkItem(more: Partial<CheckItem> = {}): CheckItem {
  return {
    id: 'item-1',
    audience: 'releaseManager',
    kind: 'review',
    issueKey: 'PAY-1',
    repository: REPOSITORY,
    text: 'Look at the migration',
    owner: null,
    shas: [],
    links: [],
    state: 'open',
    word: null,
    reopenedBy: [],
    ...more,
  };
}
