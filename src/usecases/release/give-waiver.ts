import type { Waiver } from '../../domain/release/acts';
import type { GateId } from '../../domain/release/gate-id';
import { giveWaiver as waiverFor } from '../../domain/release/give-waiver';
import { isRefusal, refuse, type Outcome } from '../refusal';
import { unlessKept } from '../say-word';
import type { ReleaseQuestion } from './judge-release';
import { readRelease, type ReleasePorts } from './read-release';
import { asReleaseManager } from './release-manager';

export type GiveWaiverInput = {
  release: ReleaseQuestion;
  gate: GateId;
  reason: string;
  /** ISO 8601. */
  expiresAt: string;
};

/** Excepts what a gate has open now, until a moment, for a reason; what comes later is open. */
export async function giveWaiver(
  ports: ReleasePorts,
  { release, ...input }: GiveWaiverInput,
): Promise<Outcome<{ waiver: Waiver }>> {
  const state = await readRelease(ports, release);
  if (isRefusal(state)) return state;
  const { scope, facts, bundleId } = state;
  return asReleaseManager(ports, scope.projectKeys, async () => {
    const { accountId, displayName } = await ports.asUser.getViewer();
    const by = { by: displayName, accountId };
    const answer = waiverFor(facts, { ...input, by });
    if (answer.kind === 'refused') return refuse('invalid-input', answer.reason);
    const { waiver } = answer;
    const keeping = await ports.releases.changeRecord(bundleId, ({ acts, words }) => ({
      acts: { ...acts, waivers: [...acts.waivers, waiver] },
      words,
    }));
    return unlessKept(keeping, scope.name) ?? { waiver };
  });
}
