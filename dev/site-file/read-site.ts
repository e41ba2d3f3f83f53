import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { z } from 'zod';

import { SiteIssue, SiteVersion } from '../jira/site';
import type { JiraSite } from '../jira/site';
import { faultsIn, parseDocument, SiteFileError } from './parse-document';
import type { FieldPath, File } from './parse-document';
import { SiteEntry } from './schema';
import type { Fault, SiteAct } from './schema';

/** A repository of a code host; every path is absolute and there. */
type SiteRepository = {
  path: string;
  /** A bare repository or a bundle. */
  git: string;
  /** Files in the host's own REST shapes; its stand-in reads them. */
  pulls?: string;
  deployments?: string;
  checks?: string;
  isPrivate?: boolean;
};

type SiteHost = {
  provider: 'github' | 'gitlab';
  /** The address that the app calls. */
  host: string;
  token: string;
  /** Whether the token is a fine-grained one, which reads no check runs of private repositories. */
  isFineGrained?: boolean;
  rateLimit?: number;
  latencyMs: number;
  repositories: SiteRepository[];
};

/** A Jira site and its code hosts: `site.yaml` with every file that it names. */
export type Site = {
  /** Absolute path of the folder that holds `site.yaml`. */
  folder: string;
  name: string;
  /** The instant at which the site's clock stands; absent, it is the real one. ISO 8601. */
  now?: string;
  jira: JiraSite;
  hosts: SiteHost[];
  /** What an administrator would have saved on the settings page. */
  settings: { path: string; text: string } | null;
  acts: SiteAct[];
  faults: Fault[];
};

const SiteIssues = z.array(SiteIssue);
const SiteVersions = z.array(SiteVersion);

/**
 * Reads the site that a folder describes.
 *
 * Source: `site.yaml` in the folder, or the YAML file itself; paths in it are relative to it.
 * Limits: what a host answers from a `pulls`, `deployments` or `checks` file is checked by its stand-in.
 * Errors: `SiteFileError` naming file, line and field of everything that is wrong in a file.
 */
export function readSite(location: string): Site {
  const path = /\.ya?ml$/.test(location) ? resolve(location) : resolve(location, 'site.yaml');
  if (!existsSync(path)) {
    throw new SiteFileError([`${path}: there is no such file; a site needs a site.yaml`]);
  }
  const file = { path, text: readFileSync(path, 'utf8') };
  const { settings, jira, hosts, ...rest } = parseDocument(file, SiteEntry);
  return {
    ...rest,
    folder: dirname(path),
    jira: {
      projects: jira.projects,
      users: jira.users,
      issues: readList(file, ['jira', 'issues'], { name: jira.issues, schema: SiteIssues }) ?? [],
      versions:
        readList(file, ['jira', 'versions'], { name: jira.versions, schema: SiteVersions }) ?? [],
    },
    hosts: hosts.map((host, index) => ({
      ...host,
      repositories: host.repositories.map((repository, nth) =>
        readRepository(file, ['hosts', index, 'repositories', nth], repository),
      ),
    })),
    settings: settings === undefined ? null : readNamed(file, ['settings'], settings),
  };
}

type RepositoryEntry = SiteEntry['hosts'][number]['repositories'][number];

function readRepository(file: File, at: FieldPath, entry: RepositoryEntry): SiteRepository {
  const { path, isPrivate, ...files } = entry;
  const found = Object.entries(files).map(([field, name]) => [
    field,
    findNamed(file, [...at, field], name),
  ]);
  return {
    path,
    ...(isPrivate !== undefined && { isPrivate }),
    ...(Object.fromEntries(found) as typeof files),
  };
}

function readList<Schema extends z.ZodType>(
  file: File,
  at: FieldPath,
  { name, schema }: { name: string | undefined; schema: Schema },
): z.output<Schema> | undefined {
  return name === undefined ? undefined : parseDocument(readNamed(file, at, name), schema);
}

function readNamed(file: File, at: FieldPath, name: string): File {
  const path = findNamed(file, at, name);
  return { path, text: readFileSync(path, 'utf8') };
}

function findNamed(file: File, at: FieldPath, name: string): string {
  const path = resolve(dirname(file.path), name);
  if (existsSync(path)) return path;
  throw faultsIn(file, [
    { path: at, message: `there is no ${path}: correct the name or make the file` },
  ]);
}
