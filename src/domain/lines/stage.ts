import type { RepositoryId } from '../repository';
import { createHolding, type Holding } from './holding';
import type { LifeEvent, LineLife } from './life-event';
import type { LinePlace } from './line-place';

type Stage = LineLife['stage'];
type Walk = { stage: Stage; isRejected: boolean; holding: Holding };

/**
 * Where the issue is in its life on a line. The last event decides, with these exceptions. A commit
 * that comes to the branch of a line with environments changes nothing for those who look at the
 * environments: what was rejected stays so until it is deployed again. A deployment that failed or
 * still runs changes nothing. A rollback takes the issue out again: what was approved is no more
 * there, and a rejection that the lost changes answered stands again.
 */
export function stageOf(events: readonly LifeEvent[], places: readonly LinePlace[]): Stage {
  const byBranch = new Set(
    places.filter((one) => one.reachedBy === 'branch').map(({ repository }) => repository),
  );
  const walk: Walk = { stage: null, isRejected: false, holding: createHolding() };
  for (const event of events) {
    walk.holding.apply(event);
    walk.stage = nextStage(walk, event, byBranch);
    if (event.kind === 'rejected' || event.kind === 'approved') {
      walk.isRejected = event.kind === 'rejected';
    }
  }
  return walk.stage;
}

function nextStage(walk: Walk, event: LifeEvent, byBranch: ReadonlySet<RepositoryId>): Stage {
  if (event.kind === 'rolled-back') return afterRollback(walk, event);
  if (event.kind === 'deploying' || event.kind === 'deployment-failed') return walk.stage;
  if (event.kind !== 'in-branch') return event.kind;
  return walk.stage === null || byBranch.has(event.repository) ? 'in-branch' : walk.stage;
}

function afterRollback(
  { stage, isRejected, holding }: Walk,
  { repository, shas }: Extract<LifeEvent, { environment: string }>,
): Stage {
  if (shas.every((sha) => holding.isDeployed(repository, sha))) return stage;
  if (isRejected) return 'rejected';
  if (holding.hasDeployed()) return 'deployed';
  return holding.hasBranch() ? 'in-branch' : null;
}
