import {
  presentConnection,
  presentHostRepositories,
  presentSettings,
} from '../../src/api/present-settings';
import { issueFacts, REPOSITORY, repositoryStatus } from '../support/builders';
import { connection } from '../support/connections';
import { projectSettings } from '../support/settings';

describe('presentConnection', () => {
  it.each([
    { auth: { kind: 'token' as const } },
    { auth: { kind: 'app' as const, appId: 7, installationId: 11 } },
  ])('shows $auth.kind and nothing that is secret', ({ auth }) => {
    const stored = { ...connection(), auth: { ...auth, privateKey: 'k' }, secret: 'gh-token' };

    expect(presentConnection(stored)).toEqual({
      id: 'c1',
      provider: 'github',
      baseUrl: 'https://api.github.com',
      owner: null,
      auth,
      savedAt: '2026-05-01T08:00:00Z',
      savedBy: 'Bo Chen',
    });
  });
});

describe('presentHostRepositories', () => {
  it('shows what a person picks by, and where the list goes on', () => {
    const shown = {
      id: REPOSITORY,
      path: 'acme/payments-api',
      defaultBranch: 'main',
      isArchived: false,
      url: 'https://github.com/acme/payments-api',
    };

    expect(
      presentHostRepositories({ items: [{ ...shown, isPrivate: true }], next: 'page-2' }),
    ).toEqual({ repositories: [shown], next: 'page-2' });
  });
});

describe('presentSettings', () => {
  const defaults = projectSettings({ route: [], lines: {}, repositories: [] });

  it('shows settings with how fresh each repository is', () => {
    const gap = { repository: REPOSITORY, what: 'checks', why: 'GitHub answered 403' };
    const { now } = issueFacts();
    const statuses = new Map([[REPOSITORY, repositoryStatus({ gaps: [gap] })]]);

    const view = presentSettings({
      settings: projectSettings(),
      revision: 'r1',
      defaults,
      statuses,
      projectRoles: ['QA'],
      now,
    });

    expect(view).toMatchObject({
      settings: { projectKey: 'PAY' },
      revision: 'r1',
      repositories: [{ repository: REPOSITORY, asOf: '2026-05-04T08:00:00Z' }],
      gaps: [gap],
      projectRoles: ['QA'],
      now: '2026-05-04T09:00:00Z',
    });
  });

  it('shows what a project begins with when it has no settings', () => {
    const { now } = issueFacts();

    const view = presentSettings({
      settings: undefined,
      revision: null,
      defaults,
      statuses: new Map(),
      projectRoles: null,
      now,
    });

    expect(view).toEqual({
      settings: null,
      revision: null,
      defaults,
      repositories: [],
      gaps: [],
      projectRoles: null,
      now,
    });
  });
});
