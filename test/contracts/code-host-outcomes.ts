import type { Failure } from '../../src/ports/provider-error';
import { failureOf } from '../support/failure-of';
import type { Stage, Trouble } from './host-under-test';
import { UNKNOWN_SHA } from './host-under-test';

/** Deployments, checks, and what happens in trouble. */
export function describeOutcomes(stage: () => Stage): void {
  describe('deployments', () => {
    it('come with their states, the newest first', async () => {
      const { host, calls } = await stage().connect();

      const { items, next } = await host.listDeployments('acme/web', null);

      expect(items.map(({ sha, ref, environment }) => ({ sha, ref, environment }))).toEqual([
        { sha: stage().story.shas.merge, ref: 'main', environment: 'qa' },
        { sha: stage().story.shas.merge, ref: 'main', environment: 'production' },
        { sha: stage().story.shas.root, ref: 'main', environment: 'production' },
      ]);
      expect(items.map(({ state }) => state)).toEqual(['failed', 'in-progress', 'success']);
      expect(items.map(({ events }) => events)).toEqual(
        stage().story.web.deployments.map(({ events }) => events),
      );
      expect(next).toBeNull();
      expect(calls()).toBe(stage().calls.deployments);
    });

    it('are unchanged until one goes on', async () => {
      const { host, calls } = await stage().connect();
      const first = await host.probeDeployments('acme/web', null);
      const validator = first.status === 'changed' ? first.validator : null;
      const done = { state: 'success', at: '2026-01-20T09:00:00Z' } as const;
      const deployments = stage().story.web.deployments.map((deployment) =>
        deployment.id === 12 ? { ...deployment, events: [...deployment.events, done] } : deployment,
      );

      const second = await host.probeDeployments('acme/web', validator);
      stage().save({ ...stage().story, web: { ...stage().story.web, deployments } });
      const third = await host.probeDeployments('acme/web', validator);
      stage().save(stage().story);

      expect(first).toMatchObject({ value: { count: 3 } });
      expect(second).toEqual({ status: 'unchanged' });
      expect(third).toMatchObject({ status: 'changed' });
      expect(calls()).toBe(3);
    });
  });

  describe('checks', () => {
    it('of several commits come at once; a sha that is not there is absent', async () => {
      const { host, calls } = await stage().connect();
      const { side, merge, root } = stage().story.shas;

      const { checks, withheld } = await host.listChecks('acme/web', [
        merge,
        UNKNOWN_SHA,
        side,
        root,
      ]);

      const states = [...checks].map(([sha, list]) => [
        sha,
        list.map((check) => `${check.name} ${check.state}`).sort(),
      ]);
      expect(states).toEqual([
        [merge, ['build passed', 'e2e failed', 'lint skipped', 'scan pending']],
        [side, ['build passed']],
        [root, []],
      ]);
      expect(withheld).toBeNull();
      expect(calls()).toBe(stage().calls.checksOf(4));
    });
  });

  describe('in trouble', () => {
    it.each<{ trouble: Trouble; failure: Partial<Failure>; calls: number }>([
      { trouble: 'wrong-token', failure: { kind: 'unauthorized' }, calls: 1 },
      { trouble: 'no-permission', failure: { kind: 'forbidden' }, calls: 1 },
      { trouble: 'spent-limit', failure: { kind: 'rate-limited' }, calls: 1 },
      { trouble: 'down', failure: { kind: 'unavailable', status: 502 }, calls: 3 },
      { trouble: 'no-network', failure: { kind: 'unavailable', status: null }, calls: 3 },
      { trouble: 'web-page', failure: { kind: 'unexpected-answer' }, calls: 1 },
    ])('is $failure.kind for $trouble', async ({ trouble, failure, calls }) => {
      const connection = await stage().connect(trouble);

      const error = await failureOf(connection.host.getRepository('acme/web'));

      expect(error.failure).toMatchObject(failure);
      expect(error.message).toContain('acme/web');
      expect(connection.calls()).toBe(calls);
    });
  });
}
