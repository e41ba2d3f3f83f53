import type { SignOff } from '../../domain/release/acts';
import { maySignOff } from '../../domain/release/may-sign-off';
import { newSignOff } from '../../domain/release/new-sign-off';
import { isRefusal, refuse, type Outcome } from '../refusal';
import { unlessKept } from '../say-word';
import type { ReleaseQuestion } from './judge-release';
import { readRelease, type ReleasePorts } from './read-release';
import { readSigner } from './read-you';
import { snapshotAfter, type SnapshotPorts } from './take-snapshot';

export type SignOffInput = Pick<SignOff, 'role' | 'decision' | 'evidenceHash'> & {
  release: ReleaseQuestion;
  note?: string | undefined;
};

/**
 * A person's yes or no to what they saw; refused when there is something else now. A yes makes a snapshot,
 * after it is kept: so that the snapshot holds it.
 */
export async function signOff(
  ports: ReleasePorts & SnapshotPorts,
  { release, role, note = '', ...input }: SignOffInput,
): Promise<Outcome<{ signOff: SignOff }>> {
  const state = await readRelease(ports, { ...release, isWhole: true });
  if (isRefusal(state)) return state;
  const { scope, facts, bundleId, bundle } = state;
  if (input.evidenceHash !== facts.evidenceHash) return changedMeanwhile(scope.name);
  const viewer = await readSigner(ports, state);
  const answer = maySignOff(state, viewer, role);
  if (answer.kind === 'refused') return refuse('forbidden', answer.reason);
  const signed = newSignOff({
    ...{ ...input, role: answer.role, promotion: bundle.promotion },
    ...{ note: note === '' ? null : note, accountId: viewer.accountId },
    ...{ by: viewer.displayName, at: ports.now() },
  });
  const keeping = await ports.releases.changeRecord(bundleId, ({ acts, words }) => ({
    acts: { ...acts, signOffs: [...acts.signOffs, signed] },
    words,
  }));
  const refusal = unlessKept(keeping, scope.name);
  if (refusal) return refusal;
  if (signed.decision === 'approved') {
    await snapshotAfter(ports, release, { why: 'sign-off', signOffId: signed.id });
  }
  return { signOff: signed };
}

const changedMeanwhile = (name: string) =>
  refuse(
    'conflict',
    `Nothing was signed: the evidence of ${name} has changed since you opened it. Load it again and look at what is new.`,
  );
