import type { Manifest } from '../domain/manifest/manifest';
import type { ReleaseState } from '../usecases/release/read-release';
import { presentManifest } from './present-manifest';

/** What a pipeline is told. */
export type GateDecision = Pick<
  Manifest,
  'release' | 'promotion' | 'mode' | 'decision' | 'verdict' | 'firstFailingGate' | 'evidence'
> & {
  gates: Pick<Manifest['gates'][number], 'id' | 'status' | 'required' | 'summary'>[];
  /** Why not, the first failing gate first; at most 100. */
  reasons: { gate: string; issueKey: string | null; text: string }[];
  nextActions: Manifest['followUps'];
};

const MOST_REASONS = 100;
const NEXT_ACTIONS = 3;

export function presentGateDecision(state: ReleaseState): GateDecision {
  const manifest = presentManifest(state);
  const { release, promotion, mode, decision, verdict, firstFailingGate, evidence } = manifest;
  const failing = state.decision.gates.filter(
    ({ required, status }) => required && status === 'failed',
  );
  return {
    ...{ release, promotion, mode, decision, verdict, firstFailingGate, evidence },
    gates: manifest.gates.map(({ id, status, required, summary }) => ({
      ...{ id, status, required, summary },
    })),
    reasons: failing
      .flatMap(({ id, open }) =>
        open
          .filter(({ isWaived }) => !isWaived)
          .map(({ issueKey, text }) => ({ gate: id, issueKey, text })),
      )
      .slice(0, MOST_REASONS),
    nextActions: manifest.followUps.slice(0, NEXT_ACTIONS),
  };
}
