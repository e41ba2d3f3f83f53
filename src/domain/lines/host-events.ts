import type { DeploymentEvidence } from '../evidence/issue-evidence';
import type { LifeEvent } from './life-event';
import { hasSucceeded, isInBranch, type LinePlace } from './line-place';

/** What the hosts say happened to an issue on a line, in no order; nothing is `redeployed` yet. */
export const hostEvents = (line: string, places: readonly LinePlace[]): LifeEvent[] =>
  places.flatMap((place) => [
    ...arrivals(line, place),
    ...place.deployments.flatMap((one) => eventsOf(line, place, one)),
  ]);

/** Commits that came to the branch at one moment came together. */
function arrivals(line: string, place: LinePlace): LifeEvent[] {
  const { repository, branch, changes } = place;
  const byMoment = new Map<number, { at: string; shas: string[] }>();
  for (const change of changes.toSorted(authoredFirst)) {
    const at = change.arrivedAt[`branch:${branch}`];
    if (at === undefined || !isInBranch(change, place)) continue;
    const moment = byMoment.get(Date.parse(at)) ?? { at, shas: [] };
    moment.shas.push(change.sha);
    byMoment.set(Date.parse(at), moment);
  }
  return [...byMoment.values()].map(({ at, shas }) => ({
    kind: 'in-branch',
    ...{ at, line, repository, branch, shas },
  }));
}

type Change = LinePlace['changes'][number];

const authoredFirst = (one: Change, other: Change): number =>
  Date.parse(one.authoredAt) - Date.parse(other.authoredAt) || (one.sha < other.sha ? -1 : 1);

type DeploymentKind = Extract<LifeEvent, { environment: string }>['kind'];

/** One deployment may bring some changes and take others away; one that did neither is no event. */
function eventsOf(line: string, { repository }: LinePlace, one: DeploymentEvidence): LifeEvent[] {
  const { at, environment, sha, url } = one;
  return happened(one)
    .filter(({ shas }) => shas.length > 0)
    .map(({ kind, shas }) => ({ kind, at, line, repository, environment, sha, shas, url }));
}

function happened(one: DeploymentEvidence): { kind: DeploymentKind; shas: string[] }[] {
  const { state, brought, tookAway, holds } = one;
  const concerned = brought.length > 0 ? brought : holds;
  if (state === 'failed') return [{ kind: 'deployment-failed', shas: concerned }];
  if (state === 'in-progress') return [{ kind: 'deploying', shas: concerned }];
  if (!hasSucceeded(one)) return [];
  return [
    { kind: 'rolled-back', shas: tookAway },
    { kind: 'deployed', shas: brought },
  ];
}
