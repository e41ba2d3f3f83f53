import type { Context } from 'hono';

import { Refusal } from './answers';
import type { Records } from './records';
import { getIssue, getProject, readBody } from './routes';
import type { App, Env, Routes } from './routes';
import { canAdminister } from './viewer';

const MAX_KEY = 255;
const MAX_VALUE = 32_768;

/** Things that carry properties: where they are, and who may write there. */
type Owner = {
  path: string;
  /** The place in the state; refuses whoever may not see it, or write to it. */
  find: (context: Context<Env>, purpose: 'read' | 'write') => { place: string; self: string };
};

export const addPropertyRoutes: Routes = (app, { records }) => {
  addRoutes(app, records, {
    path: '/rest/api/3/issue/:issue/properties',
    find: (context) => {
      const { id } = getIssue(records, context);
      return { place: `issue:${id}`, self: `${records.siteUrl}/rest/api/3/issue/${id}/properties` };
    },
  });
  addRoutes(app, records, {
    path: '/rest/api/3/project/:project/properties',
    find: (context, purpose) => {
      const { id, key } = getProject(records, context);
      if (purpose === 'write' && !canAdminister(context.env.viewer, key)) {
        throw new Refusal(403, 'You do not have permission to administer this project.');
      }
      return {
        place: `project:${id}`,
        self: `${records.siteUrl}/rest/api/3/project/${key}/properties`,
      };
    },
  });
};

function addRoutes(app: App, { state }: Records, { path, find }: Owner): void {
  const readKey = (context: Context<Env>): string => context.req.param('property') ?? '';

  app.get(path, (context) => {
    const { place, self } = find(context, 'read');
    const keys = Object.keys(state.properties[place] ?? {}).sort();
    return context.json({
      keys: keys.map((key) => ({ key, self: `${self}/${encodeURIComponent(key)}` })),
    });
  });

  app.get(`${path}/:property`, (context) => {
    const { place } = find(context, 'read');
    const key = readKey(context);
    return context.json({ key, value: getValue(state.properties[place], key) });
  });

  app.put(`${path}/:property`, async (context) => {
    const { place } = find(context, 'write');
    const key = readKey(context);
    const value = await readValue(context);
    if (key.length > MAX_KEY) {
      throw new Refusal(400, `The property key must be at most ${MAX_KEY} characters long.`);
    }
    const isNew = !Object.hasOwn(state.properties[place] ?? {}, key);
    state.properties[place] = { ...state.properties[place], [key]: value };
    return context.json({}, isNew ? 201 : 200);
  });

  app.delete(`${path}/:property`, (context) => {
    const { place } = find(context, 'write');
    const key = readKey(context);
    const properties = state.properties[place];
    getValue(properties, key);
    state.properties[place] = Object.fromEntries(
      Object.entries(properties ?? {}).filter(([other]) => other !== key),
    );
    return context.body(null, 204);
  });
}

function getValue(properties: Record<string, unknown> | undefined, key: string): unknown {
  if (properties && Object.hasOwn(properties, key)) return properties[key];
  throw new Refusal(404, `The property with key '${key}' does not exist.`);
}

async function readValue(context: Context<Env>): Promise<unknown> {
  const value = await readBody(context);
  if (JSON.stringify(value).length > MAX_VALUE) {
    throw new Refusal(400, `The property value must be at most ${MAX_VALUE} characters long.`);
  }
  return value;
}
