import { newHeader, type RepositoryHeader } from '../evidence/repository-header';
import type { RepositoryOutline } from '../evidence/repository-outline';
import type { RepositoryStatus } from '../evidence/repository-status';
import type { EvidenceLink } from '../reasons/reason';
import type { ConnectionScope } from '../settings/connection-for';
import type { ProjectSettings, RepositorySettings } from '../settings/project-settings';

/** What is kept of one repository that the project lists. */
export type RepositoryFacts = {
  repository: RepositorySettings;
  /** `undefined` when nothing was ever asked for. */
  status: RepositoryStatus | undefined;
  /** `undefined` when it was never read; `not-looked-up` beyond what one look may read. */
  header: RepositoryHeader | undefined | 'not-looked-up';
};

export type ConnectionFacts = ConnectionScope & {
  id: string;
  login: 'token' | 'app';
  hasSecret: boolean;
};

/** An issue whose stored evidence was cut because a record holds no more. */
export type CutIssue = { issueKey: string; repository: string; omitted: number };

/** Everything that the doctor looks at: stored evidence, nothing of a host. */
export type DoctorFacts = {
  now: string;
  settings: ProjectSettings;
  /** In the order of the settings. */
  repositories: RepositoryFacts[];
  connections: ConnectionFacts[];
  /** Distinct repositories of all projects: what the hourly reading reads. */
  repositoriesOfSite: number;
  cutIssues: CutIssue[];
};

/** The header; that of a repository of which nothing is known, where none was read. */
export const headerOf = ({ header, repository: { id } }: RepositoryFacts): RepositoryHeader =>
  header === undefined || header === 'not-looked-up' ? newHeader(id, id) : header;

/** What the evidence tells; nothing, where none was read. */
export const outlineIn = (facts: RepositoryFacts): RepositoryOutline =>
  headerOf(facts).outline ?? NOTHING;

const NOTHING: RepositoryOutline = {
  leads: [],
  runs: [],
  shares: {},
  bases: [],
  paths: [],
  checksWithheld: false,
};

/** A link to the repository. */
export function linksTo({ repository, status }: RepositoryFacts): EvidenceLink[] {
  return [{ text: repository.id, url: status?.url ?? null }];
}
