import type {
  ConnectionFacts,
  DoctorFacts,
  RepositoryFacts,
} from '../../src/domain/doctor/doctor-facts';
import type { Finding } from '../../src/domain/doctor/finding';
import { newHeader, type RepositoryHeader } from '../../src/domain/evidence/repository-header';
import type { RepositoryOutline } from '../../src/domain/evidence/repository-outline';
import type { RepositoryStatus } from '../../src/domain/evidence/repository-status';
import type {
  ProjectSettings,
  RepositorySettings,
} from '../../src/domain/settings/project-settings';
import { repositoryStatus } from './builders';
import { line, projectSettings, repositorySettings } from './settings';

export const NOW = '2026-05-04T09:00:00Z';

/** A repository that does a little of everything: nothing is to be said of it. */
export function outline(more: Partial<RepositoryOutline> = {}): RepositoryOutline {
  return {
    leads: [],
    runs: [],
    shares: { PAY: { issues: 3, largest: null } },
    bases: [],
    paths: [],
    checksWithheld: false,
    ...more,
  };
}

function header(id: string, more: Partial<RepositoryHeader> = {}): RepositoryHeader {
  return { ...newHeader(id, id), outline: outline(), ...more };
}

type About = {
  settings?: Partial<RepositorySettings>;
  status?: Partial<RepositoryStatus> | null;
  header?: Partial<RepositoryHeader> | 'not-looked-up' | null;
  outline?: Partial<RepositoryOutline>;
};

/** A healthy repository but for what a test says. */
export function repositoryFacts(id = 'github:acme/api', about: About = {}): RepositoryFacts {
  const known = { service: 'API', owner: 'Team Blue', kind: 'app' as const };
  const { status = {} } = about;
  return {
    repository: repositorySettings(id, { ...known, ...about.settings }),
    status: status === null ? undefined : repositoryStatus({ repository: id, ...status }),
    header: keptHeader(id, about),
  };
}

function keptHeader(id: string, { header: more, outline: told }: About): RepositoryFacts['header'] {
  if (more === null) return undefined;
  return more === 'not-looked-up' ? more : header(id, { outline: outline(told), ...more });
}

export function connectionFacts(more: Partial<ConnectionFacts> = {}): ConnectionFacts {
  return {
    id: 'c1',
    provider: 'github',
    baseUrl: 'https://api.github.com',
    owner: null,
    login: 'token',
    hasSecret: true,
    ...more,
  };
}

/** PAY with three lines; its repositories are those of the facts. */
export function doctorFacts(
  repositories: RepositoryFacts[] = [repositoryFacts()],
  more: Partial<Omit<DoctorFacts, 'settings'>> & { settings?: Partial<ProjectSettings> } = {},
): DoctorFacts {
  const { settings, ...rest } = more;
  return {
    now: NOW,
    settings: projectSettings({
      lines: {
        dev: line('develop', { environments: ['development'] }),
        test: line('release/test', { environments: ['qa'] }),
        prod: line('main', { environments: ['production'] }),
      },
      repositories: repositories.map(({ repository }) => repository),
      ...settings,
    }),
    repositories,
    connections: [connectionFacts()],
    repositoriesOfSite: repositories.length,
    cutIssues: [],
    ...rest,
  };
}

/** What a table compares: code, severity, subject. */
export const outlineOfFindings = (findings: readonly Finding[]): string[] =>
  findings.map(({ severity, code, subject }) => `${severity} ${code}: ${subject}`);
