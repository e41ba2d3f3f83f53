import { getSettings } from '../../src/usecases/get-settings';
import { refreshProject } from '../../src/usecases/refresh-project';
import { createInMemoryPorts, createWorld, type World } from '../support/in-memory-ports';
import { projectSettings } from '../support/settings';

const PAY = projectSettings();
const configured = (): World =>
  createWorld({ settings: new Map([['PAY', PAY]]), projectRoles: ['QA'] });

describe('getSettings', () => {
  it('gives settings with how far their repositories are read', async () => {
    const world = configured();
    await refreshProject(createInMemoryPorts(world), { projectKey: 'PAY' });

    const facts = await getSettings(createInMemoryPorts(world), { projectKey: 'PAY' });

    expect(facts).toMatchObject({ settings: PAY, now: '2026-05-04T09:00:00Z' });
    expect(facts).toMatchObject({ projectRoles: ['QA'] });
    expect('statuses' in facts && [...facts.statuses.keys()]).toEqual(['github:acme/payments-api']);
  });

  it('knows of a project that is not set up', async () => {
    const facts = await getSettings(createInMemoryPorts(configured()), { projectKey: 'WEB' });

    expect(facts).toMatchObject({ settings: undefined });
  });
});
