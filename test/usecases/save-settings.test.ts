import { getSettings, type SettingsFacts } from '../../src/usecases/get-settings';
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

  it('saves over what was read', async () => {
    const world = createWorld({ settings: new Map([['PAY', PAY]]) });
    const ports = createInMemoryPorts(world);
    const facts = await getSettings(ports, { projectKey: 'PAY' });
    const { revision } = facts as SettingsFacts;
    const settings = projectSettings({ repositories: [] });

    expect(await saveSettings(ports, { settings, revision })).toEqual({ queued: 0 });
    expect(world.settings.get('PAY')).toEqual(settings);
  });

  it.each([
    { when: 'changed since', stored: PAY, revision: 'an older one' },
    { when: 'saved for the first time since', stored: PAY, revision: null },
    { when: 'are gone since', stored: undefined, revision: 'an older one' },
  ])('refuses when the settings $when', async ({ stored, revision }) => {
    const world = createWorld({ settings: new Map(stored && [['PAY', stored]]) });
    const settings = projectSettings({ repositories: [] });

    expect(await saveSettings(createInMemoryPorts(world), { settings, revision })).toMatchObject({
      refused: 'conflict',
      message: expect.stringContaining('somebody else has changed the settings of PAY') as string,
    });
    expect(world.settings.get('PAY')).toEqual(stored);
    expect(world.queued).toEqual([]);
  });

  it('saves for the first time', async () => {
    const world = createWorld();
    const ports = createInMemoryPorts(world);

    expect(await saveSettings(ports, { settings: PAY, revision: null })).toEqual({ queued: 1 });
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
