import type { ReadProgress } from '../evidence/repository-status';
import { connectionFor } from '../settings/connection-for';
import { headerOf, linksTo, type DoctorFacts, type RepositoryFacts } from './doctor-facts';
import { finding, type Examination, type Finding } from './finding';
import { counted } from './words';

const HOUR_MS = 60 * 60 * 1000;
/** Readings run every hour, so what is older than a day was left out many times. */
const OLD_AFTER_MS = 24 * HOUR_MS;
/** A slice ends within ten minutes and says so; what is silent for an hour died. */
const DEAD_AFTER_MS = HOUR_MS;

/** Evidence that was never read, that is older than a day, or whose reading does not go on. */
export const staleEvidence: Examination = (facts) =>
  facts.repositories
    .filter((one) => !isExplained(one, facts))
    .flatMap((one) => examine(one, Date.parse(facts.now)));

/** A connection's problem is said once, with the connection. */
function isExplained(one: RepositoryFacts, { connections }: DoctorFacts): boolean {
  const connection = connectionFor(one.repository.id, connections);
  const { branches, ...later } = headerOf(one).failedBy;
  const isWaiting = Object.values(later).includes('rate-limited');
  return branches !== undefined || isWaiting || connection?.hasSecret !== true;
}

function examine(facts: RepositoryFacts, now: number): Finding[] {
  const { asOf, progress } = facts.status ?? UNREAD;
  if (progress && now - Date.parse(progress.startedAt) > DEAD_AFTER_MS) {
    return [stuck(facts, progress, now)];
  }
  if (asOf === null) return progress ? [] : [neverRead(facts)];
  return now - Date.parse(asOf) > OLD_AFTER_MS ? [old(facts, asOf, now)] : [];
}

const UNREAD = { asOf: null, progress: null };

const about = (facts: RepositoryFacts) => ({
  subject: facts.repository.id,
  links: linksTo(facts),
  place: 'reading' as const,
});

const stuck = (facts: RepositoryFacts, progress: ReadProgress, now: number): Finding =>
  finding({
    code: 'stuck-reading',
    severity: 'warning',
    message: `A reading began ${age(now, progress.startedAt)} and has not ended (${stage(progress)}).`,
    action: 'Refresh the project. If it does not end then either, look at the logs of the app.',
    ...about(facts),
  });

const neverRead = (facts: RepositoryFacts): Finding =>
  finding({
    code: 'never-read',
    severity: 'problem',
    message: 'It was never read to the end, so nothing is known of its changes.',
    action: 'Refresh the project, and look again in a few minutes.',
    ...about(facts),
  });

const old = (facts: RepositoryFacts, asOf: string, now: number): Finding =>
  finding({
    code: 'stale-evidence',
    severity: 'warning',
    message: `Its evidence was read ${age(now, asOf)}, though it is read every hour.`,
    action: 'Refresh the project. If it stays old, test its connection.',
    ...about(facts),
  });

const stage = ({ phase, done }: ReadProgress): string =>
  phase === 'queued' ? 'it waits in the queue' : `in the phase ${phase}, ${done} done`;

function age(now: number, at: string): string {
  const hours = Math.floor((now - Date.parse(at)) / HOUR_MS);
  return hours < 48
    ? `${counted(hours, 'hour')} ago`
    : `${counted(Math.floor(hours / 24), 'day')} ago`;
}
