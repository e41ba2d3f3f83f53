import { checklists } from '../../src/domain/manifest/checklists';
import { decide } from '../../src/domain/release/decision';
import { followUps } from '../../src/domain/release/follow-ups';
import { NOTHING_HIDDEN, type HiddenIssues } from '../../src/domain/release/hidden-issues';
import { maskRelease } from '../../src/domain/release/mask-release';
import type { SeenRelease } from '../../src/usecases/release/see-release';
import { projectSettings } from './settings';
import { releaseFacts } from './release-facts';

type Facts = Parameters<typeof releaseFacts>[0];

/** A release as somebody sees it from whom these issues are hidden. */
export function seenRelease(more: Facts = {}, hidden: HiddenIssues = NOTHING_HIDDEN): SeenRelease {
  const given = releaseFacts(more);
  const words = { ofIssues: new Map(), ofRelease: [] };
  const lists = checklists(given.bundle, words);
  const facts = { ...given, items: [...lists.qa, ...lists.client, ...lists.releaseManager] };
  const decision = decide(facts);
  const actions = followUps(facts, decision.gates);
  const { bundle, scope, acts } = facts;
  return {
    state: {
      ...{ scope, bundle, facts, decision, words, checklists: lists, followUps: actions },
      ...{
        versions: [],
        settings: [projectSettings()],
        ticks: new Map(),
        digests: new Map(),
        told: [],
        judgedAt: '2026-05-04T09:00:00Z',
        isStale: false,
        progress: null,
        bundleId: 'v-10001',
      },
      record: { acts, words: [] },
    },
    hidden,
    shown: maskRelease(
      { bundle, gates: decision.gates, followUps: actions, items: facts.items },
      hidden,
    ),
  };
}
