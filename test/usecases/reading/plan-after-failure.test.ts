import {
  newHeader,
  newReading,
  type RunningPhase,
} from '../../../src/domain/evidence/repository-header';
import { ProviderError, type Failure } from '../../../src/ports/provider-error';
import { planAfterFailure } from '../../../src/usecases/reading/plan-after-failure';
import { REPOSITORY } from '../../support/builders';

const VALIDATORS = { branches: 'b', deployments: 'd', pullRequests: 'p' };

/** A reading that is in a phase, where everything was known before. */
function planIn(phase: RunningPhase, failure: Failure, failures = 0) {
  const header = {
    ...newHeader(REPOSITORY, 'acme/payments-api'),
    validators: VALIDATORS,
    deploymentsRead: true,
    rootsRead: 'roots',
    changesFrom: 'changes',
    indexedFrom: 'index',
  };
  const reading = { ...newReading(header, '2026-05-04T09:00:00Z'), phase, failures };
  const error = new ProviderError(failure, 'GitHub did not answer');
  return planAfterFailure({ ...header, reading }, error);
}

const GONE: Failure = { kind: 'unavailable', status: 502 };
const DENIED: Failure = { kind: 'forbidden', sso: false };

describe('planAfterFailure', () => {
  it.each([
    { failures: 0, waitSeconds: 30 },
    { failures: 1, waitSeconds: 120 },
    { failures: 2, waitSeconds: 600 },
  ])('tries again $waitSeconds s after failure $failures', ({ failures, waitSeconds }) => {
    expect(planIn('commits', GONE, failures)).toMatchObject({
      waitSeconds,
      header: { reading: { phase: 'commits', failures: failures + 1 } },
    });
  });

  it.each([
    { asked: 1, waitSeconds: 1 },
    { asked: 900, waitSeconds: 900 },
    { asked: 3600, waitSeconds: 900 },
  ])('waits $waitSeconds s when asked to wait $asked', ({ asked, waitSeconds }) => {
    const plan = planIn('checks', { kind: 'rate-limited', retryAfterSeconds: asked }, 3);

    expect(plan).toMatchObject({ waitSeconds, header: { reading: { failures: 3 } } });
  });

  it.each<{ failure: Failure }>([
    { failure: DENIED },
    { failure: GONE },
    { failure: { kind: 'rate-limited', retryAfterSeconds: 60 } },
  ])('keeps that the phase failed: $failure.kind', ({ failure }) => {
    expect(planIn('pull-requests', failure).header.failedBy).toEqual({
      'pull-requests': failure.kind,
    });
  });

  it.each<{ phase: RunningPhase; what: string }>([
    { phase: 'deployments', what: 'deployments' },
    { phase: 'pull-requests', what: 'pull requests' },
    { phase: 'commits', what: 'commits' },
    { phase: 'changes', what: 'what commits changed' },
    { phase: 'checks', what: 'checks' },
  ])('goes on without $what, and says so', ({ phase, what }) => {
    const gaps = { [phase]: [{ repository: REPOSITORY, what, why: 'GitHub did not answer' }] };

    for (const plan of [planIn(phase, DENIED), planIn(phase, GONE, 3)]) {
      expect(plan).toMatchObject({ isDone: true, isCheckpoint: true, header: { gaps } });
    }
  });

  it.each<{ phase: RunningPhase; what: string }>([
    { phase: 'branches', what: 'the repository' },
    { phase: 'index', what: 'projects and releases in Jira' },
  ])('ends when $what cannot be read', ({ phase, what }) => {
    expect(planIn(phase, DENIED)).toMatchObject({
      isOver: true,
      header: { gaps: { [phase]: [{ what }] } },
    });
  });

  it.each<{ phase: RunningPhase; forgotten: object }>([
    {
      phase: 'deployments',
      forgotten: {
        deploymentsRead: false,
        reading: { validators: { ...VALIDATORS, deployments: null } },
      },
    },
    {
      phase: 'pull-requests',
      forgotten: { reading: { validators: { ...VALIDATORS, pullRequests: null } } },
    },
    { phase: 'commits', forgotten: { rootsRead: null, indexedFrom: null } },
    { phase: 'changes', forgotten: { changesFrom: null, rootsRead: 'roots' } },
    {
      phase: 'checks',
      forgotten: {
        deploymentsRead: true,
        rootsRead: 'roots',
        indexedFrom: 'index',
        reading: { validators: VALIDATORS },
      },
    },
  ])('does not trust the next time what $phase said', ({ phase, forgotten }) => {
    expect(planIn(phase, DENIED).header).toMatchObject(forgotten);
  });
});
