import { exportSettings } from '../../src/usecases/export-settings';
import { createInMemoryPorts, createWorld, type World } from '../support/in-memory-ports';
import { projectSettings } from '../support/settings';

const PAY = projectSettings();
const configured = (): World => createWorld({ settings: new Map([['PAY', PAY]]) });

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
