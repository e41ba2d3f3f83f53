import type { ReleasedBundle } from '../../../src/domain/evidence/released-bundle';
import { ProviderError, type Failure } from '../../../src/ports/provider-error';
import { releasedBundles } from '../../../src/usecases/reading/released-bundles';
import { createInMemoryPorts, createWorld } from '../../support/in-memory-ports';

const NOW = '2026-05-04T09:00:00Z';
const ASKED = { projectKeys: ['PAY'], listed: ['PAY', 'WEB'] };
const BUNDLE: ReleasedBundle = {
  ...{ projectKey: 'PAY', version: '1.0', releasedOn: '2026-04-16' },
  issueKeys: ['PAY-1', 'PAY-2'],
};
const VERSION = {
  ...{ id: '20', name: '1.0', isReleased: true, isArchived: false },
  releaseDate: '2026-04-16',
};

type Stored = { bundle: ReleasedBundle | null; readAt: string };

function portsWith(stored: Stored | undefined, listVersions = () => Promise.resolve([VERSION])) {
  const ports = createInMemoryPorts(createWorld());
  const asked: string[] = [];
  const saved: Stored[] = [];
  return {
    asked,
    saved,
    ports: {
      ...ports,
      asApp: {
        ...ports.asApp,
        listVersions: (key: string) => {
          asked.push(key);
          return listVersions();
        },
        listIssuesOfVersion: () => Promise.resolve(['PAY-1', 'PAY-2']),
      },
      evidence: {
        ...ports.evidence,
        findReleased: () => Promise.resolve(stored),
        saveReleased: (_: string, one: Stored) => {
          saved.push(one);
          return Promise.resolve();
        },
      },
      now: () => NOW,
    },
  };
}

describe('releasedBundles', () => {
  it('asks Jira for the version that was released last and its issues, and keeps them', async () => {
    const { ports, saved } = portsWith(undefined);

    expect(await releasedBundles(ports, ASKED)).toEqual([BUNDLE]);
    expect(saved).toEqual([{ bundle: BUNDLE, readAt: NOW }]);
  });

  it.each([
    { readAt: '2026-05-04T08:50:01Z', asks: 0 },
    { readAt: '2026-05-04T08:50:00Z', asks: 1 },
  ])('asks $asks times when it was read at $readAt', async ({ readAt, asks }) => {
    const { ports, asked } = portsWith({ bundle: BUNDLE, readAt });

    await releasedBundles(ports, ASKED);

    expect(asked).toHaveLength(asks);
  });

  it('has none of a project that released nothing', async () => {
    expect(
      await releasedBundles(portsWith(undefined, () => Promise.resolve([])).ports, ASKED),
    ).toEqual([]);
  });

  it('has none of a project that Jira does not list, and does not ask for it', async () => {
    const { ports, asked } = portsWith(undefined);

    expect(await releasedBundles(ports, { projectKeys: ['PAY'], listed: ['WEB'] })).toEqual([]);
    expect(asked).toEqual([]);
  });

  it.each<{ failure: Failure }>([
    { failure: { kind: 'unavailable', status: 503 } },
    { failure: { kind: 'not-found' } },
  ])('does not take $failure.kind for nothing released', async ({ failure }) => {
    const away = () => Promise.reject(new ProviderError(failure, 'away'));

    await expect(releasedBundles(portsWith(undefined, away).ports, ASKED)).rejects.toMatchObject({
      failure,
    });
  });
});
