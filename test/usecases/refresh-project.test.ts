import { refreshProject } from '../../src/usecases/refresh-project';
import { createInMemoryPorts, createWorld, type World } from '../support/in-memory-ports';
import { projectSettings } from '../support/settings';

const PAY = projectSettings();
const configured = (): World => createWorld({ settings: new Map([['PAY', PAY]]) });

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
