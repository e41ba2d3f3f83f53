import { readSettingsFile } from '../../src/api/settings-file/settings-file';
import { importSettings } from '../../src/usecases/import-settings';
import { byId, connection } from '../support/connections';
import { createInMemoryPorts, createWorld, type World } from '../support/in-memory-ports';
import { projectSettings, repositorySettings } from '../support/settings';

const CONVOY = `version: 1
projects:
  PAY:
    route: [prod]
    lines: { prod: { branch: main } }
    repositories: [{ id: github:acme/api }, { id: github:acme/web }]
  WEB:
    route: [prod]
    lines: { prod: { branch: main } }
    repositories: [{ id: github:acme/web }]
`;
const GIG = `ticketPattern: 'x'
environments: [{ name: prod, branch: main }]
repositories:
  - path: api
  - path: lost
    owner: Backend Team
`;

const covered = (more: Partial<World> = {}): World =>
  createWorld({
    connections: byId(connection()),
    hosts: new Map([['https://api.github.com', { repositories: [{ path: 'acme/api' }] }]]),
    ...more,
  });

const run = (world: World, request: Parameters<typeof importSettings>[2]) =>
  importSettings(createInMemoryPorts(world), readSettingsFile, request);

describe('importSettings', () => {
  it('saves every project and queues each repository once', async () => {
    const world = covered();

    const imported = await run(world, { text: CONVOY });

    expect(imported).toMatchObject({ queued: 2 });
    expect([...world.settings.keys()]).toEqual(['PAY', 'WEB']);
    expect(world.queued).toEqual(['github:acme/api', 'github:acme/web']);
  });

  it('shows at once that the repositories wait to be read', async () => {
    const world = covered();

    await run(world, { text: CONVOY });

    expect(world.statuses.get('WEB:0')?.['github:acme/web']?.progress?.phase).toBe('queued');
  });

  it('says what changes', async () => {
    const world = covered({ settings: new Map([['PAY', projectSettings()]]) });

    expect(await run(world, { text: CONVOY })).toMatchObject({
      notes: [
        'PAY: adds github:acme/api, github:acme/web; removes github:acme/payments-api; the route is prod; lines differ.',
        'WEB is new: prod, 1 repository.',
      ],
    });
  });

  it('changes nothing on a dry run', async () => {
    const world = covered();

    const imported = await run(world, { text: CONVOY, dryRun: true });

    expect(imported).toMatchObject({
      queued: 0,
      projects: [{ projectKey: 'PAY' }, { projectKey: 'WEB' }],
      notes: ['PAY is new: prod, 2 repositories.', 'WEB is new: prod, 1 repository.'],
    });
    expect([world.settings.size, world.queued, world.statuses.size]).toEqual([0, [], 0]);
  });

  it('names repositories that no connection covers', async () => {
    const world = covered({ connections: byId(connection({ owner: 'other' })) });

    expect(await run(world, { text: CONVOY, dryRun: true })).toMatchObject({
      notes: expect.arrayContaining([
        'github:acme/api: no connection covers it, so it cannot be read yet. Add one for its host and owner.',
      ]) as unknown,
    });
  });

  it('refuses a file with errors, with their places', async () => {
    const world = covered();
    const text = CONVOY.replace('branch: main', 'brunch: main');

    expect(await run(world, { text })).toMatchObject({
      refused: 'invalid-input',
      problems: [
        { line: 5, field: 'projects.PAY.lines.prod.branch' },
        { line: 5, field: 'projects.PAY.lines.prod.brunch' },
      ],
    });
    expect(world.settings.size).toBe(0);
  });

  it('refuses the whole file when one project is not on this Jira', async () => {
    const world = covered();

    expect(await run(world, { text: CONVOY.replace('WEB:', 'WAB:') })).toEqual({
      refused: 'invalid-input',
      message: 'Nothing was saved: a project is not there. Check its key.',
      problems: [
        {
          field: 'projects.WAB',
          line: 7,
          message: 'names WAB, which is no project on this Jira, or none that you may browse',
        },
      ],
    });
    expect(world.settings.size).toBe(0);
  });

  it('refuses what is too large, and reads nothing then', async () => {
    const world = covered({ settingsLimit: 500 });

    expect(await run(world, { text: CONVOY })).toMatchObject({
      refused: 'invalid-input',
      message: expect.stringContaining('the settings of PAY take 1 KiB') as string,
    });
    expect([world.settings.size, world.queued]).toEqual([0, []]);
  });

  it('takes a gig.yaml over for a project', async () => {
    const world = covered();

    const imported = await run(world, { text: GIG, projectKey: 'WEB' });

    expect(imported).toMatchObject({
      queued: 1,
      notes: [
        'WEB is new: prod, 1 repository.',
        'ticketPattern: not needed; Convoy knows the keys of the projects on this Jira.',
        'lost: no connection sees a repository called lost. Add a connection that does, or add the repository by its id. The file says of it: owner Backend Team.',
      ],
    });
    expect(world.settings.get('WEB')).toMatchObject({
      route: ['prod'],
      repositories: [repositorySettings('github:acme/api')],
    });
  });

  it('asks which project a gig.yaml is for', async () => {
    expect(await run(covered(), { text: GIG })).toMatchObject({
      refused: 'invalid-input',
      problems: [{ field: 'projectKey' }],
    });
  });
});
