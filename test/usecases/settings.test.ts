import { exportSettings } from '../../src/usecases/export-settings';
import { getSettings } from '../../src/usecases/get-settings';
import { listProjects } from '../../src/usecases/list-projects';
import { refreshProject } from '../../src/usecases/refresh-project';
import { saveSettings } from '../../src/usecases/save-settings';
import { createInMemoryPorts, createWorld, type World } from '../support/in-memory-ports';
import { projectSettings } from '../support/settings';

const PAY = projectSettings();
const configured = (): World => createWorld({ settings: new Map([['PAY', PAY]]) });

describe('listProjects', () => {
  it('says which projects are set up', async () => {
    expect(await listProjects(createInMemoryPorts(configured()))).toEqual([
      { key: 'PAY', name: 'Payments', isConfigured: true, repositories: 1 },
      { key: 'WEB', name: 'Web shop', isConfigured: false, repositories: 0 },
    ]);
  });
});

describe('getSettings', () => {
  it('gives settings with how far their repositories are read', async () => {
    const world = configured();
    await refreshProject(createInMemoryPorts(world), { projectKey: 'PAY' });

    const facts = await getSettings(createInMemoryPorts(world), { projectKey: 'PAY' });

    expect(facts).toMatchObject({ settings: PAY, now: '2026-05-04T09:00:00Z' });
    expect('statuses' in facts && [...facts.statuses.keys()]).toEqual(['github:acme/payments-api']);
  });

  it('knows of a project that is not set up', async () => {
    const facts = await getSettings(createInMemoryPorts(configured()), { projectKey: 'WEB' });

    expect(facts).toMatchObject({ settings: undefined });
  });
});

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

describe('refreshProject', () => {
  it('queues every repository', async () => {
    const world = configured();

    expect(await refreshProject(createInMemoryPorts(world), { projectKey: 'PAY' })).toEqual({
      queued: 1,
    });
    expect(world.queued).toEqual(['github:acme/payments-api']);
  });

  it('refuses a project that is not set up', async () => {
    const refused = await refreshProject(createInMemoryPorts(configured()), { projectKey: 'WEB' });

    expect(refused).toMatchObject({ refused: 'not-found' });
  });
});

describe('exportSettings', () => {
  it.each([
    ['named projects', ['PAY']],
    ['all projects when none is named', []],
  ])('gives %s', async (_, projectKeys) => {
    expect(await exportSettings(createInMemoryPorts(configured()), { projectKeys })).toEqual([PAY]);
  });

  it.each([
    ['names what is not set up', configured(), ['PAY', 'WEB', 'OLD'], 'Not set up yet: WEB, OLD.'],
    ['says that there is nothing', createWorld(), [], 'No project is set up yet'],
  ])('%s', async (_, world, projectKeys, message) => {
    expect(await exportSettings(createInMemoryPorts(world), { projectKeys })).toMatchObject({
      refused: 'not-found',
      message: expect.stringContaining(message) as string,
    });
  });
});
