import type { DeploymentState, EnvironmentView, LineCell } from '../../../src/api/contract';
import { shortDay } from '../../shared/wording';

type Attempt = NonNullable<EnvironmentView['attempted']>;

/** What the newest deployment came to, when it did not succeed. */
const ATTEMPT: Record<DeploymentState, (place: string) => string> = {
  failed: (place) => `last deployment failed · ${place}`,
  'in-progress': (place) => `being deployed · ${place}`,
  cancelled: (place) => `last deployment cancelled · ${place}`,
  inactive: (place) => `last deployment replaced · ${place}`,
  unknown: (place) => `outcome of the last deployment unknown · ${place}`,
  success: (place) => `deployed · ${place}`,
};

/** `deployed · qa Tue, uat 23 Apr`: what the environments of a line run, those that run the same together. */
export function environmentWords(cell: LineCell, now: string): string[] {
  const spoken = cell.environments.filter((environment) => !goesWithoutSaying(environment, cell));
  const shares = [...new Set(spoken.map(({ deployed }) => shareWords(deployed, cell.of)))];
  return shares.map((share) => {
    const places = spoken.filter(({ deployed }) => shareWords(deployed, cell.of) === share);
    return `${share} · ${placesWords(places, now)}`;
  });
}

/** Nothing can run what the branch does not hold yet. */
const goesWithoutSaying = ({ deployed }: EnvironmentView, { state, branchState }: LineCell) =>
  deployed === 0 && state === 'none' && branchState === 'read';

function shareWords(deployed: number | null, of: number): string {
  if (deployed === null) return 'deployment unknown';
  if (deployed === 0) return 'not deployed';
  return deployed === of ? 'deployed' : `deployed ${deployed} of ${of}`;
}

/** `qa and uat Tue`, `qa Tue, uat 23 Apr`. */
function placesWords(environments: EnvironmentView[], now: string): string {
  const dayOf = ({ deployed, at }: EnvironmentView) =>
    deployed && at !== null ? shortDay(at, now) : '';
  return [...new Set(environments.map(dayOf))]
    .map((day) => {
      const names = environments.filter((one) => dayOf(one) === day).map(({ name }) => name);
      return `${listWords(names)} ${day}`.trimEnd();
    })
    .join(', ');
}

const listWords = (names: string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

export type AttemptWords = { state: DeploymentState; words: string };

/** `last deployment failed · qa Tue`, of every environment whose newest deployment did not succeed. */
export const attemptWords = ({ environments }: LineCell, now: string): AttemptWords[] =>
  environments.flatMap(({ name, attempted }) =>
    attempted === null ? [] : [toWords(name, attempted, now)],
  );

const toWords = (name: string, { state, at }: Attempt, now: string): AttemptWords => ({
  state,
  words: ATTEMPT[state](`${name} ${shortDay(at, now)}`),
});

const NEWEST: Record<DeploymentState, [newest: string, bringing: string]> = {
  failed: ['Newest deployment failed', 'would have brought'],
  'in-progress': ['Being deployed now', 'brings'],
  cancelled: ['Newest deployment was cancelled', 'would have brought'],
  inactive: ['Newest deployment was replaced', 'brought'],
  unknown: ['Outcome of the newest deployment is unknown', 'would bring'],
  success: ['Newest deployment succeeded', 'brought'],
};

/** The newest deployment of one environment, in full: what became of it, and what it is about. */
export function newestDeploymentWords({ state, holds }: Attempt, of: number) {
  const [newest, bringing] = NEWEST[state];
  return { newest, brings: holds === null ? null : `${bringing} ${holds} of ${of}` };
}
