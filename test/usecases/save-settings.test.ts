import { saveSettings } from '../../src/usecases/save-settings';
import { createInMemoryPorts, createWorld } from '../support/in-memory-ports';
import { projectSettings } from '../support/settings';

const PAY = projectSettings();

describe('saveSettings', () => {
  it('saves and queues every repository', async () => {
    const world = createWorld();

    expect(await saveSettings(createInMemoryPorts(world), { settings: PAY })).toEqual({
      queued: 1,
    });
    expect(world.settings.get('PAY')).toEqual(PAY);
    expect(world.queued).toEqual(['github:acme/payments-api']);
  });

  it('queues nothing for a project without repositories', async () => {
    const world = createWorld();
    const settings = projectSettings({ repositories: [] });

    expect(await saveSettings(createInMemoryPorts(world), { settings })).toEqual({ queued: 0 });
    expect(world.queued).toEqual([]);
  });

  it('refuses a project that is not on this Jira', async () => {
    const world = createWorld();
    const settings = projectSettings({ projectKey: 'OLD' });

    expect(await saveSettings(createInMemoryPorts(world), { settings })).toMatchObject({
      refused: 'invalid-input',
      problems: [{ field: 'settings.projectKey', line: null }],
    });
    expect(world.settings.size).toBe(0);
  });
});
