import { z } from 'zod';

import { readList, readPage, Refusal, toPageBean } from './answers';
import { toProject, toProjectDetails, toVersion } from './project-bean';
import { getProject, readBody } from './routes';
import type { Routes } from './routes';
import type { SiteProject } from './site';
import { canAdminister, canBrowse } from './viewer';

const PROJECT_PAGE = { size: 50, cap: 100 };
const VERSION_PAGE = { size: 50, cap: 50 };

export const addProjectRoutes: Routes = (app, { records }) => {
  app.get('/rest/api/3/project/search', (context) => {
    const { req, env } = context;
    const ids = readList(req.queries('id'));
    const keys = readList(req.queries('keys'));
    const found = records
      .listProjects(env.viewer)
      .filter(({ id }) => ids.length === 0 || ids.includes(id))
      .filter(({ key }) => keys.length === 0 || keys.includes(key))
      .filter((project) => isNamed(project, req.query('query') ?? ''))
      .sort(comparer(req.query('orderBy') ?? 'key'))
      .map((project) => toProject(records, project));
    const page = readPage((name) => req.query(name), PROJECT_PAGE);
    return context.json(toPageBean(found, page, `${records.siteUrl}/rest/api/3/project/search`));
  });

  app.get('/rest/api/3/project/:project', (context) =>
    context.json(toProjectDetails(records, getProject(records, context))),
  );
};

export const addVersionRoutes: Routes = (app, { records }) => {
  app.get('/rest/api/3/project/:project/versions', (context) => {
    const versions = records.listVersions(getProject(records, context));
    return context.json(versions.map((version) => toVersion(records, version)));
  });

  app.get('/rest/api/3/project/:project/version', (context) => {
    const { req } = context;
    const project = getProject(records, context);
    const wanted = (req.query('query') ?? '').toLowerCase();
    const statuses = readList(req.queries('status'));
    const versions = records
      .listVersions(project)
      .filter(({ name, description }) =>
        `${name}\n${description ?? ''}`.toLowerCase().includes(wanted),
      )
      .filter((version) => statuses.length === 0 || statuses.includes(statusOf(version)))
      .map((version) => toVersion(records, version));
    const page = readPage((name) => req.query(name), VERSION_PAGE);
    const url = `${records.siteUrl}/rest/api/3/project/${project.key}/version`;
    return context.json(toPageBean(versions, page, url));
  });

  app.get('/rest/api/3/version/:version', (context) => {
    const id = context.req.param('version');
    const version = records.versions.find((one) => one.id === id);
    const project = records.projects.find((one) => one.id === String(version?.projectId));
    if (!version || !project || !canBrowse(context.env.viewer, project.key)) {
      throw new Refusal(404, `Could not find version for id '${id}'`);
    }
    return context.json(toVersion(records, version));
  });
};

export const addVersionChange: Routes = (app, { records }) => {
  app.put('/rest/api/3/version/:version', async (context) => {
    const id = context.req.param('version');
    const version = records.versions.find((one) => one.id === id);
    const project = records.projects.find((one) => one.id === String(version?.projectId));
    const { viewer } = context.env;
    if (!version || !project || !canAdminister(viewer, project.key)) {
      throw new Refusal(404, `Could not find version for id '${id}'`);
    }
    const change = VersionChange.safeParse(await readBody(context));
    if (!change.success) throw new Refusal(400, 'The description is longer than 16384 characters.');
    records.state.descriptions[id] = change.data.description;
    return context.json(toVersion(records, version));
  });
};

/** All that is changed of a version here. */
const VersionChange = z.strictObject({ description: z.string().max(16_384) });

const statusOf = ({ released, archived }: { released: boolean; archived: boolean }): string => {
  if (archived) return 'archived';
  return released ? 'released' : 'unreleased';
};

const isNamed = ({ key, name }: SiteProject, wanted: string): boolean =>
  `${key}\n${name}`.toLowerCase().includes(wanted.toLowerCase());

function comparer(orderBy: string): (one: SiteProject, other: SiteProject) => number {
  const [, sign = '', field = ''] = /^([+-]?)(key|name)$/.exec(orderBy) ?? [];
  if (field !== 'key' && field !== 'name') {
    throw new Refusal(
      400,
      `This stand-in does not order projects by '${orderBy}': use key or name.`,
    );
  }
  const direction = sign === '-' ? -1 : 1;
  return (one, other) => one[field].localeCompare(other[field], 'en') * direction;
}
