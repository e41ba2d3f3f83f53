import type { LifecycleMove, LifecycleState } from '../../domain/release/acts';
import { lifecycleOf, moveLifecycle as askMove, nextState } from '../../domain/release/lifecycle';
import { isRefusal, refuse, type Outcome } from '../refusal';
import { unlessKept } from '../say-word';
import type { ReleaseQuestion } from './judge-release';
import { readRelease, type ReleasePorts, type ReleaseState } from './read-release';
import { asReleaseManager } from './release-manager';
import { snapshotAfter, type SnapshotPorts } from './take-snapshot';

export type MoveInput = {
  release: ReleaseQuestion;
  to: LifecycleState;
  note?: string | undefined;
};
export type Moved = { move: LifecycleMove; state: LifecycleState; next: LifecycleState | null };

/**
 * Brings a release into another state of its lifecycle, when nothing that the step asks for fails. One that
 * is shipped is kept as a snapshot.
 */
export async function moveLifecycle(
  ports: ReleasePorts & SnapshotPorts,
  { release, to, note = '' }: MoveInput,
): Promise<Outcome<Moved>> {
  const state = await readRelease(ports, { ...release, isWhole: true });
  if (isRefusal(state)) return state;
  return asReleaseManager(ports, state.scope.projectKeys, async () => {
    const answer = askMove(state.facts, lifecycleOf(state.record.acts), to);
    if (answer.kind === 'refused') return refuse('conflict', answer.reasons.join(' '));
    const { accountId, displayName: by } = await ports.asUser.getViewer();
    const said = { by, accountId, at: ports.now(), note: note === '' ? null : note };
    const { evidenceHash } = state.facts;
    const moved = await keepMove(ports, state, { from: answer.from, to, ...said, evidenceHash });
    if (!isRefusal(moved) && to === 'ship') await snapshotAfter(ports, release, { why: 'shipped' });
    return moved;
  });
}

/** Of two people who move it at once, the second one is told. */
async function keepMove(
  { releases }: Pick<ReleasePorts, 'releases'>,
  { bundleId, scope }: Pick<ReleaseState, 'bundleId' | 'scope'>,
  move: LifecycleMove,
): Promise<Outcome<Moved>> {
  let now: LifecycleState = move.from;
  const keeping = await releases.changeRecord(bundleId, ({ acts, words }) => {
    now = lifecycleOf(acts);
    return { acts: now === move.from ? { ...acts, moves: [...acts.moves, move] } : acts, words };
  });
  if (now !== move.from) {
    return refuse('conflict', `Somebody moved ${scope.name} to ${now} meanwhile. Load it again.`);
  }
  return unlessKept(keeping, scope.name) ?? { move, state: move.to, next: nextState(move.to) };
}
