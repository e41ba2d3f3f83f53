import { newHeader } from '../../src/domain/evidence/repository-header';
import { getDoctor } from '../../src/usecases/get-doctor';
import { isRefusal } from '../../src/usecases/refusal';
import { issueEvidence, repositoryEvidence, repositoryStatus } from '../support/builders';
import { byId, connection } from '../support/connections';
import { outlineOfFindings, outline } from '../support/doctor-facts';
import { createInMemoryPorts, createWorld, type World } from '../support/in-memory-ports';
import { recordCalls } from '../support/record-calls';
import { projectSettings, repositorySettings } from '../support/settings';

const API = 'github:acme/api';
const told = { service: 'API', owner: 'Team Blue', kind: 'app' as const };

/** PAY with one repository that is read and described, over a connection that works. */
function world(more: Partial<World> = {}): World {
  return createWorld({
    settings: new Map([
      ['PAY', projectSettings({ repositories: [repositorySettings(API, told)] })],
    ]),
    connections: byId(connection()),
    secrets: new Map([['c1', 'gh-s3cret']]),
    statuses: new Map([['PAY:0', { [API]: repositoryStatus({ repository: API }) }]]),
    headers: new Map([[API, { ...newHeader(API, 'acme/api'), outline: outline() }]]),
    ...more,
  });
}

async function diagnose(of: World, projectKey = 'PAY') {
  const calls: string[] = [];
  const ports = recordCalls(createInMemoryPorts(of), calls);
  const outcome = await getDoctor(ports, { projectKey });
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return { found: outlineOfFindings(outcome), calls };
}

describe('getDoctor', () => {
  it('finds nothing where all is well', async () => {
    expect((await diagnose(world())).found).toEqual([]);
  });

  it('says that a project is not set up', async () => {
    expect((await diagnose(world(), 'WEB')).found).toEqual(['problem not-set-up: WEB']);
  });

  it('knows of a connection that has lost its secret', async () => {
    const { found } = await diagnose(world({ secrets: new Map() }));

    expect(found).toEqual(['problem secret-lost: github.com']);
  });

  it('knows of evidence that is missing', async () => {
    const { found } = await diagnose(world({ statuses: new Map(), headers: new Map() }));

    expect(found).toEqual([`problem never-read: ${API}`]);
  });

  it('looks at the issues whose document may have been cut, and only at these', async () => {
    const shares = { PAY: { issues: 2, largest: 'PAY-7' }, WEB: { issues: 1, largest: 'WEB-1' } };
    const header = { ...newHeader(API, 'acme/api'), outline: outline({ shares }) };
    const issues = ['PAY-7', 'WEB-1'].map((issueKey) =>
      issueEvidence([repositoryEvidence({ repository: API, omitted: 9 })], { issueKey }),
    );

    const { found } = await diagnose(world({ headers: new Map([[API, header]]), issues }));

    expect(found).toEqual(['warning cut-issue: PAY-7']);
  });

  it('counts the repositories of all projects, each once', async () => {
    const many = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) =>
        repositorySettings(`github:acme/r${from + index}`),
      );
    const settings = new Map([
      ['PAY', projectSettings({ repositories: [repositorySettings(API, told)] })],
      ['WEB', projectSettings({ projectKey: 'WEB', repositories: many(0, 300) })],
      ['LED', projectSettings({ projectKey: 'LED', repositories: many(200, 401) })],
    ]);

    const { found } = await diagnose(world({ settings }));

    expect(found).toEqual(['hint many-repositories: PAY']);
  });

  it('reads a thousand headers at most, and says what it left out', async () => {
    const ids = Array.from({ length: 1002 }, (_, index) => `github:acme/r${index}`);
    const repositories = ids.map((id) => repositorySettings(id, told));
    const statuses = Object.fromEntries(
      ids.map((repository) => [repository, repositoryStatus({ repository })]),
    );

    const { found, calls } = await diagnose(
      world({
        settings: new Map([['PAY', projectSettings({ repositories })]]),
        statuses: new Map([['PAY:0', statuses]]),
      }),
    );

    expect(calls.filter((call) => call === 'evidence.findHeader')).toHaveLength(1000);
    expect(found).toEqual(['hint many-repositories: PAY', 'hint not-examined: PAY']);
  });

  it('asks no host', async () => {
    const { calls } = await diagnose(world());

    expect(calls).not.toContain('openCodeHost');
  });
});
