import fc from 'fast-check';

import { createSettingsStore } from '../../../src/adapters/storage/settings-store';
import type { ProviderError } from '../../../src/ports/provider-error';
import { anyProjectSettings } from '../../support/any-project-settings';
import { createInMemoryKvs } from '../../support/in-memory-kvs';
import { projectSettings, repositorySettings } from '../../support/settings';

const killed = new Error('killed');

describe('settings store', () => {
  it('gives back what was saved', async () => {
    await fc.assert(
      fc.asyncProperty(anyProjectSettings, async (settings) => {
        const store = createSettingsStore(createInMemoryKvs());

        await store.saveSettings([settings]);

        expect(await store.findSettings(settings.projectKey)).toEqual(settings);
      }),
      { numRuns: 50, seed: 3 },
    );
  });

  it('knows nothing before the first save', async () => {
    const store = createSettingsStore(createInMemoryKvs());

    expect(await store.findSettings('PAY')).toBeUndefined();
    expect(await store.listConfiguredProjects()).toEqual([]);
  });

  it('lists the projects by key', async () => {
    const store = createSettingsStore(createInMemoryKvs());

    await store.saveSettings([projectSettings({ projectKey: 'WEB' })]);
    await store.saveSettings([projectSettings()]);

    expect(await store.listConfiguredProjects()).toEqual(['PAY', 'WEB']);
  });

  it('writes the index only for a new project', async () => {
    const kvs = createInMemoryKvs();
    const store = createSettingsStore(kvs);

    await store.saveSettings([projectSettings()]);
    await store.saveSettings([projectSettings({ requireReviews: true })]);

    expect(kvs.writes).toEqual(['settings-index', 'settings:PAY', 'settings:PAY']);
  });

  it.each([1, 2, 3])('hides no saved settings when killed at write %i', async (write) => {
    const kvs = createInMemoryKvs();
    const store = createSettingsStore(kvs);
    const both = [projectSettings(), projectSettings({ projectKey: 'WEB' })];
    kvs.failAt(write, killed);

    await expect(store.saveSettings(both)).rejects.toBe(killed);

    const listed = await store.listConfiguredProjects();
    const saved = [...kvs.plain.keys()].filter((key) => key.startsWith('settings:'));
    expect(listed).toEqual(expect.arrayContaining(saved.map((key) => key.slice(9))));
    await store.saveSettings(both);
    expect(await store.findSettings('WEB')).toEqual(both[1]);
  });

  it('holds a project with 900 repositories', async () => {
    const repositories = Array.from({ length: 900 }, (_, index) =>
      repositorySettings(`github:acme-platform/customer-notification-service-${index}`, {
        service: `Customer notification service ${index}`,
        owner: 'Team Customer Communication',
        kind: 'app',
        notes: ['Check the templates and one delivery in QA.'],
      }),
    );
    const store = createSettingsStore(createInMemoryKvs());

    expect(await store.saveSettings([projectSettings({ repositories })])).toEqual({
      status: 'saved',
    });
    expect((await store.findSettings('PAY'))?.repositories).toHaveLength(900);
  });

  it('writes nothing at all when one project is too large', async () => {
    const kvs = createInMemoryKvs();
    const notes = ['ä'.repeat(130 * 1024)];
    const repositories = [repositorySettings('github:acme/api', { notes })];
    const large = projectSettings({ projectKey: 'WEB', repositories });

    const saving = await createSettingsStore(kvs).saveSettings([projectSettings(), large]);

    expect(saving).toMatchObject({ status: 'too-large', projectKey: 'WEB', limit: 245_760 });
    expect(kvs.writes).toEqual([]);
  });

  it('says so when a record is not ours', async () => {
    const kvs = createInMemoryKvs();
    kvs.plain.set('settings:PAY', '{"v":2}');

    await expect(createSettingsStore(kvs).findSettings('PAY')).rejects.toMatchObject({
      failure: { kind: 'unexpected-answer' },
      message: expect.stringContaining('settings of PAY') as string,
    });
  });

  it.each<[number, ProviderError['failure']]>([
    [429, { kind: 'rate-limited', retryAfterSeconds: 60 }],
    [503, { kind: 'unavailable', status: 503 }],
  ])('translates a storage answer %i', async (status, failure) => {
    const kvs = createInMemoryKvs();
    kvs.failAt(1, Object.assign(new Error('no'), { responseDetails: { status } }));

    const saving = createSettingsStore(kvs).saveSettings([projectSettings()]);

    await expect(saving).rejects.toMatchObject({ name: 'ProviderError', failure });
  });
});
