import type { LifecycleState, SignOff } from '../release/acts';
import type { CheckItem } from '../release/check-item';
import type { Gate, GateId } from '../release/gate';
import type { JudgedBundle } from '../release/judged-issue';
import type { ReleaseScope } from '../release/release-scope';
import type { Level } from '../reasons/reason';
import { checklists, type Words } from './checklists';
import { evidenceHash } from './evidence-hash';
import { inFixedOrder } from './in-fixed-order';
import type { Manifest, ManifestCheckItem, ManifestSignOff } from './manifest';
import { manifestIssue } from './manifest-issue';
import { rollbackSteps } from './rollback';

export type ManifestInput = {
  scope: ReleaseScope;
  bundle: JudgedBundle;
  decision: {
    decision: 'SHIP' | 'NO-SHIP';
    verdict: Level;
    firstFailingGate: GateId | null;
    gates: readonly Gate[];
  };
  followUps: readonly Manifest['followUps'][number][];
  lifecycle: LifecycleState;
  signOffs: readonly SignOff[];
  words: Words;
};

/** The document of a release, with every list in a fixed order. */
export function buildManifest(input: ManifestInput): Manifest {
  const { scope, decision, words } = input;
  const bundle = inFixedOrder(input.bundle);
  const hash = evidenceHash(bundle);
  const lists = checklists(bundle, words);
  return {
    schemaVersion: 1,
    release: { ...scope },
    promotion: { ...bundle.promotion },
    mode: bundle.mode,
    decision: decision.decision,
    verdict: decision.verdict,
    firstFailingGate: decision.firstFailingGate,
    lifecycle: input.lifecycle,
    evidence: evidenceOf(bundle, hash),
    issues: bundle.issues.map(manifestIssue),
    unlisted: bundle.unlisted.map(({ key, repository, shas }) => ({ key, repository, shas })),
    unlistedSince: bundle.unlistedSince,
    order: { ...bundle.order },
    gates: decision.gates.map(manifestGate),
    followUps: input.followUps.map(({ priority, title, action, owner }) => ({
      ...{ priority, title, action, owner },
    })),
    checklists: {
      qa: lists.qa.map(manifestItem),
      client: lists.client.map(manifestItem),
      releaseManager: lists.releaseManager.map(manifestItem),
    },
    rollback: rollbackSteps(bundle),
    signOffs: input.signOffs.map((one) => manifestSignOff(one, bundle, hash)),
  };
}

const INCOMPLETE: ReadonlySet<string> = new Set(['evidence-incomplete', 'repository-unavailable']);

/** Whether everything that a bundle rests on could be read. */
export function isComplete({ gaps, unreadable, asOf, issues }: JudgedBundle): boolean {
  const isWhole = issues.every(
    (issue) => issue.gaps.length === 0 && !issue.reasons.some(({ code }) => INCOMPLETE.has(code)),
  );
  return isWhole && asOf !== null && gaps.length === 0 && unreadable.length === 0;
}

function evidenceOf(bundle: JudgedBundle, hash: string): Manifest['evidence'] {
  const { gaps, unreadable, asOf } = bundle;
  return {
    hash,
    asOf,
    complete: isComplete(bundle),
    gaps: gaps.map(({ repository, what, why }) => ({ repository, what, why })),
    unreadable: unreadable.map(({ key, why }) => ({ key, why })),
  };
}

const manifestGate = (gate: Gate): Manifest['gates'][number] => ({
  id: gate.id,
  status: gate.status,
  required: gate.required,
  owner: gate.owner,
  severity: gate.severity,
  summary: gate.summary,
  waiver: gate.waiver && {
    id: gate.waiver.id,
    reason: gate.waiver.reason,
    by: gate.waiver.by,
    at: gate.waiver.at,
    expiresAt: gate.waiver.expiresAt,
  },
});

const manifestItem = (item: CheckItem): ManifestCheckItem => ({
  ...{ id: item.id, kind: item.kind, text: item.text, issueKey: item.issueKey, owner: item.owner },
  state: item.state,
  by: item.word?.by ?? null,
  at: item.word?.at ?? null,
  note: item.word?.note ?? null,
  reopenedBy: item.reopenedBy,
});

function manifestSignOff(
  { role, by, at, decision, note, evidenceHash: seen, revoked, promotion }: SignOff,
  bundle: JudgedBundle,
  hash: string,
): ManifestSignOff {
  const { from, to } = bundle.promotion;
  const isOfThis = seen === hash && promotion.from === from && promotion.to === to;
  const status = revoked ? 'revoked' : isOfThis ? 'valid' : 'stale';
  return { role, by, at, decision, note, evidenceHash: seen, status };
}
