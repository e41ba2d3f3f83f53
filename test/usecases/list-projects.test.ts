import { listProjects } from '../../src/usecases/list-projects';
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
