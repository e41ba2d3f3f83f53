import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stringify } from 'yaml';

import { readPulls, readTickets, readVersions, REPOSITORIES } from './data-files';
import type { MergedPull, Ticket, Version } from './data-files';
import { cloneAt, MOMENT_BRANCHES, readMoments, type Moment } from './moment';

type SiteAsk = { data: string; out: string; release?: string | undefined };
type Json = Record<string, unknown>;

const PROJECT = { id: '12315120', key: 'PHOENIX', name: 'Apache Phoenix' };
/** After the newest commit of the data. */
const NOW = '2026-08-01T00:00:00Z';
/** When an issue changed is not known; not while the app reads. */
const ISSUES_CHANGED = '2026-07-31T00:00:00.000+0000';
const LINES = ['master', '5.3', '5.2', '5.1'];

/**
 * Writes the folder of a site from the real data of Apache Phoenix; the git bundles stay where they are.
 * With `release`, a moment of the truth file, it has one repository and two lines, as they stood then.
 *
 * What the data does not know is left out: assignees, links, history, authors of pull requests, reviews,
 * open pull requests, deployments, checks. An issue that the notes of a release name was resolved in
 * Jira when they were written, so its status is Resolved; the status of all others is Open.
 */
export function writePhoenixSite({ data, out, release }: SiteAsk): void {
  const moment = release === undefined ? undefined : getMoment(data, release);
  const repositories = moment ? [moment.repository] : REPOSITORIES;
  mkdirSync(out, { recursive: true });
  const versions = readVersions(data);
  const pulls = readPulls(data);
  const write = (name: string, content: string): void => {
    writeFileSync(join(out, name), content);
  };
  const issues = readTickets(data).map((ticket, index) => toIssue(ticket, index, versions));
  write('issues.json', JSON.stringify(issues, null, 1));
  write('versions.json', JSON.stringify(versions.map(toVersion), null, 1));
  for (const repository of repositories) {
    const own = (pulls[repository] ?? []).flatMap(toPull);
    write(`${repository}.pulls.json`, JSON.stringify(own, null, 1));
  }
  write('convoy.yaml', stringify(moment ? toMomentSettings(moment) : toSettings()));
  if (moment) cloneAt(moment, data, join(out, `${moment.repository}.git`));
  const gitOf = (name: string): string =>
    moment ? `${name}.git` : relative(out, join(data, `${name}.bundle`));
  write('site.yaml', stringify(toSite(repositories, gitOf)));
}

function getMoment(data: string, name: string): Moment {
  const moments = readMoments(data);
  const moment = moments.get(name);
  if (!moment) throw new Error(`The moments are ${[...moments.keys()].join(', ')}.`);
  return moment;
}

function toIssue(ticket: Ticket, index: number, versions: readonly Version[]): Json {
  const { key, summary, type, priority, components, fixVersions } = ticket;
  const known = fixVersions.flatMap((name) => {
    const position = versions.findIndex((version) => version.name === name);
    return position === -1 ? [] : [{ id: versionId(position), name }];
  });
  return {
    id: String(13_000_000 + index),
    key,
    fields: {
      summary: summary ?? key,
      created: ISSUES_CHANGED,
      updated: ISSUES_CHANGED,
      issuetype: { name: type ?? 'Task' },
      status: fixVersions.length > 0 ? { name: 'Resolved' } : { name: 'Open' },
      priority: priority === null ? null : { name: priority },
      components: components.map((name) => ({ name })),
      fixVersions: known,
      labels: [],
      issuelinks: [],
    },
  };
}

const versionId = (index: number): string => String(12_350_000 + index);

function toVersion({ name, tag, released, releaseDate }: Version, index: number): Json {
  return {
    id: versionId(index),
    name,
    projectId: Number(PROJECT.id),
    released,
    archived: false,
    ...(tag && { description: `Tag ${tag}` }),
    ...(releaseDate && { releaseDate }),
  };
}

/** Merged into the line that got it first; a pick onto another line is no merge of the pull request. */
function toPull({ number, title, merged_as }: MergedPull): Json[] {
  const [merged] = merged_as;
  if (!merged) return [];
  return [
    {
      number,
      title,
      state: 'closed',
      user: null,
      base: { ref: merged.lines[0] ?? 'master' },
      merge_commit_sha: merged.sha,
    },
  ];
}

function toSettings(): Json {
  const everywhere = Object.fromEntries(LINES.map((line) => [line, { branch: line }]));
  const onMaster = Object.fromEntries(LINES.slice(1).map((line) => [line, { branch: 'master' }]));
  const repositories = REPOSITORIES.map((name) => ({
    id: `github:apache/${name}`,
    service: name,
    kind: name === 'phoenix' ? 'app' : 'library',
    // The siblings are released from their only branch.
    ...(name !== 'phoenix' && { lines: onMaster }),
  }));
  return withProject({ route: LINES, lines: everywhere, repositories });
}

const toMomentSettings = ({ repository, from, to }: Moment): Json =>
  withProject({
    route: [from.line, to.line],
    lines: {
      [from.line]: { branch: MOMENT_BRANCHES.from },
      [to.line]: { branch: MOMENT_BRANCHES.to },
    },
    repositories: [{ id: `github:apache/${repository}`, service: repository, kind: 'app' }],
  });

const withProject = (project: Json): Json => ({
  version: 1,
  projects: {
    PHOENIX: { ...project, noChangeExpected: { issueTypes: ['Epic'], labels: [] } },
  },
});

function toSite(repositories: readonly string[], gitOf: (repository: string) => string): Json {
  return {
    name: 'Apache Phoenix',
    now: NOW,
    jira: {
      projects: [PROJECT],
      users: [{ accountId: 'ana', displayName: 'Ana Lima', admin: true }],
      issues: 'issues.json',
      versions: 'versions.json',
    },
    hosts: [
      {
        provider: 'github',
        host: 'https://api.github.com',
        token: 'gh-phoenix-token',
        repositories: repositories.map((name) => ({
          path: `apache/${name}`,
          git: gitOf(name),
          pulls: `${name}.pulls.json`,
        })),
      },
    ],
    settings: 'convoy.yaml',
  };
}
