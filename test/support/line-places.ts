import type { CommitEvidence } from '../../src/domain/evidence/issue-evidence';
import type { LifeEvent } from '../../src/domain/lines/life-event';
import type { LinePlace } from '../../src/domain/lines/line-place';
import { commitEvidence, REPOSITORY } from './builders';

/** The hour of the first of May. */
export const at = (hour: number): string => `2026-05-01T${String(hour).padStart(2, '0')}:00:00Z`;

/** A change that was made at midnight and came to each branch at an hour. */
export function arrived(
  sha: string,
  branches: Record<string, number>,
  more: Partial<CommitEvidence> = {},
): CommitEvidence {
  const named = Object.entries(branches).map(
    ([branch, hour]) => [`branch:${branch}`, hour] as const,
  );
  return commitEvidence({
    sha,
    title: `PAY-1 ${sha}`,
    authoredAt: at(0),
    presence: Object.fromEntries(
      named.map(([ref]) => [ref, { state: 'present', by: 'ancestor', as: sha }]),
    ),
    arrivedAt: Object.fromEntries(named.map(([ref, hour]) => [ref, at(hour)])),
    ...more,
  });
}

/** The line `test` in the one repository: release/test, reached by deployments. */
export function linePlace(more: Partial<LinePlace> = {}): LinePlace {
  return {
    repository: REPOSITORY,
    branch: 'release/test',
    reachedBy: 'deployments',
    changes: [],
    deployments: [],
    ...more,
  };
}

/** `9 deployed a b qa`: hour, kind, then shas and, last, the environment of a deployment. */
export function told(...sentences: string[]): LifeEvent[] {
  return sentences.map((sentence) => {
    const [hour = '', kind = '', ...words] = sentence.split(' ');
    const base = { at: at(Number(hour)), line: 'test', repository: REPOSITORY };
    switch (kind) {
      case 'promoted':
        return { kind, at: base.at, line: 'test' };
      case 'rejected':
      case 'approved':
        return { kind, at: base.at, line: 'test', by: 'Quinn', status: words.join(' ') };
      case 'in-branch':
        return { ...base, kind, branch: 'release/test', shas: words };
      default: {
        const environment = words.at(-1) ?? '';
        const shas = words.slice(0, -1);
        return { ...base, kind: toKind(kind), environment, sha: 'd1', shas, url: null };
      }
    }
  });
}

const DEPLOYMENTS = [
  'deployed',
  'redeployed',
  'rolled-back',
  'deployment-failed',
  'deploying',
] as const;

function toKind(word: string): (typeof DEPLOYMENTS)[number] {
  const kind = DEPLOYMENTS.find((one) => one === word);
  if (!kind) throw new Error(`${word} is no event`);
  return kind;
}

/** An event as a sentence, the other way round; other repositories are named. */
export function tell(event: LifeEvent): string {
  const hour = String(Number(event.at.slice(11, 13)));
  const start = `${hour} ${event.kind}`;
  if (event.kind === 'promoted') return start;
  if ('status' in event) return `${start} ${event.status}`;
  const where = event.kind === 'in-branch' ? [] : [event.environment];
  const other = event.repository === REPOSITORY ? [] : [`(${event.repository})`];
  return [start, ...event.shas, ...where, ...other].join(' ');
}
