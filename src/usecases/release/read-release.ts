import { checklists, type Checklists, type Words } from '../../domain/manifest/checklists';
import { evidenceHash } from '../../domain/manifest/evidence-hash';
import { bundleId } from '../../domain/release/bundle-id';
import { decide, type Decision } from '../../domain/release/decision';
import { followUps, type FollowUp } from '../../domain/release/follow-ups';
import type { ReleaseFacts } from '../../domain/release/gates/release-facts';
import { settingsOfRelease } from '../../domain/release/release-settings';
import type { ReleaseRecord } from '../../ports/release-store';
import { unlessRefused, type Outcome } from '../refusal';
import { findScope, type FoundScope } from './find-scope';
import {
  judgeRelease,
  type JudgedRelease,
  type ReleasePorts,
  type ReleaseQuestion,
} from './judge-release';

export type { ReleasePorts } from './judge-release';

/** A release with everything that was read, what people said, and what follows from both. */
export type ReleaseState = JudgedRelease & {
  bundleId: string;
  record: ReleaseRecord;
  words: Words;
  checklists: Checklists;
  facts: ReleaseFacts;
  decision: Decision;
  followUps: FollowUp[];
};

/** Where a release stands, from what is stored; asks Jira, and no code host. */
export const readRelease = (
  ports: ReleasePorts,
  question: ReleaseQuestion,
): Promise<Outcome<ReleaseState>> =>
  unlessRefused(findScope(ports, question), (found) => readFound(ports, question, found));

/** As `readRelease`, once it is known what is in it. */
export const readFound = (
  ports: ReleasePorts,
  question: ReleaseQuestion,
  found: FoundScope,
): Promise<Outcome<ReleaseState>> =>
  unlessRefused(judgeRelease(ports, question, found), (judged) =>
    withDecision(judged, ports.now()),
  );

function withDecision(judged: JudgedRelease, now: string): ReleaseState {
  const { scope, bundle, settings, record, ticks, digests } = judged;
  const words = { ofIssues: ticks, ofRelease: record.words };
  const lists = checklists(bundle, words);
  const facts: ReleaseFacts = {
    ...{ scope, bundle, acts: record.acts, now },
    items: [...lists.qa, ...lists.client, ...lists.releaseManager],
    settings: settingsOfRelease(settings),
    evidenceHash: evidenceHash(bundle, digests),
  };
  const decision = decide(facts);
  return {
    ...judged,
    ...{ words, checklists: lists, facts, decision, bundleId: bundleId(scope) },
    followUps: followUps(facts, decision.gates),
  };
}
