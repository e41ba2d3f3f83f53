import type { FailureKind } from '../../domain/evidence/failure-kind';
import type { RunningPhase } from '../../domain/evidence/repository-header';
import type { ProviderError } from '../../ports/provider-error';
import { gap, withReading, type PhaseStep, type ReadingHeader } from './slice';

/** Seconds to wait before each new try when the host does not answer. */
const TRY_AGAIN_AFTER = [30, 120, 600];
/** Forge's limit for a delayed event. */
const MAX_DELAY_SECONDS = 900;

const WHAT: Record<RunningPhase, string> = {
  branches: 'the repository',
  deployments: 'deployments',
  'pull-requests': 'pull requests',
  commits: 'commits',
  changes: 'what commits changed',
  checks: 'checks',
  index: 'projects and releases in Jira',
};

/**
 * What to do when a phase could not be read: wait when the host asks for it or is away for the
 * moment; else write down the gap and go on with the next phase, or end when nothing can be read.
 */
export function planAfterFailure(
  header: ReadingHeader,
  { failure, message }: ProviderError,
):
  | PhaseStep
  | { header: ReadingHeader; waitSeconds: number }
  | { header: ReadingHeader; isOver: true } {
  const { phase, failures } = header.reading;
  const marked = withGap(header, failure.kind, message);
  if (failure.kind === 'rate-limited') {
    return { header: marked, waitSeconds: Math.min(failure.retryAfterSeconds, MAX_DELAY_SECONDS) };
  }
  const wait = failure.kind === 'unavailable' ? TRY_AGAIN_AFTER[failures] : undefined;
  if (wait !== undefined) {
    return { header: withReading(marked, { failures: failures + 1 }), waitSeconds: wait };
  }
  if (phase === 'branches' || phase === 'index') return { header: marked, isOver: true };
  return { header: forgetPhase(marked), isDone: true, isCheckpoint: true };
}

function withGap(header: ReadingHeader, kind: FailureKind, why: string): ReadingHeader {
  const { phase } = header.reading;
  return {
    ...header,
    gaps: { ...header.gaps, [phase]: [gap(header, WHAT[phase], why)] },
    failedBy: { ...header.failedBy, [phase]: kind },
  };
}

/** What a phase that failed half-way said is not to be trusted the next time. */
function forgetPhase(header: ReadingHeader): ReadingHeader {
  const { validators } = header.reading;
  const { phase } = header.reading;
  if (phase === 'deployments') {
    const forgotten = { ...validators, deployments: null };
    return withReading({ ...header, deploymentsRead: false }, { validators: forgotten });
  }
  if (phase === 'pull-requests') {
    return withReading(header, { validators: { ...validators, pullRequests: null } });
  }
  if (phase === 'changes') return { ...header, changesFrom: null };
  return phase === 'commits' ? { ...header, rootsRead: null, indexedFrom: null } : header;
}
