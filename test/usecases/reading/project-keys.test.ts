import { projectKeys } from '../../../src/usecases/reading/project-keys';
import { createInMemoryPorts, createWorld } from '../../support/in-memory-ports';

type Stored = { keys: string[]; readAt: string };

/** Ports at nine o'clock, and what is kept of the projects. */
function createTest(stored?: Stored) {
  const kept: { projects: Stored | undefined } = { projects: stored };
  const projects = ['WEB', 'PAY'].map((key, index) => ({ id: String(index), key, name: key }));
  const ports = createInMemoryPorts(createWorld({ projects }));
  const evidence = {
    ...ports.evidence,
    findProjectKeys: () => Promise.resolve(kept.projects),
    saveProjectKeys: (saved: Stored) => {
      kept.projects = saved;
      return Promise.resolve();
    },
  };
  return { kept, ports: { ...ports, evidence } };
}

describe('projectKeys', () => {
  it.each([
    { when: 'nothing is kept', stored: undefined, keys: ['PAY', 'WEB'] },
    {
      when: 'what is kept is ten minutes old',
      stored: { keys: ['OLD'], readAt: '2026-05-04T08:50:00Z' },
      keys: ['PAY', 'WEB'],
    },
    {
      when: 'what is kept is younger',
      stored: { keys: ['OLD'], readAt: '2026-05-04T08:50:01Z' },
      keys: ['OLD'],
    },
  ])('are $keys when $when', async ({ stored, keys }) => {
    expect(await projectKeys(createTest(stored).ports)).toEqual(keys);
  });

  it('are kept when Jira was asked', async () => {
    const { kept, ports } = createTest();

    await projectKeys(ports);

    expect(kept.projects).toEqual({ keys: ['PAY', 'WEB'], readAt: '2026-05-04T09:00:00Z' });
  });
});
