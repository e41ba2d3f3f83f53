import { z } from 'zod';

import { readList, Refusal } from './answers';
import type { IssueBeans } from './issue-bean';
import type { Records } from './records';
import { readBody } from './routes';
import type { Routes } from './routes';
import { searchIssues } from './search';
import type { Viewer } from './viewer';

/** Jira gives 5000 issues at once when only ids or keys are asked for, 100 with other fields. */
const CAP = { keysOnly: 5000, fields: 100 };

const Search = z.object({
  jql: z.string().default(''),
  fields: z.array(z.string()).default([]),
  properties: z.array(z.string()).default([]),
  expand: z.string().default(''),
  maxResults: z.number().int().min(1).default(50),
  nextPageToken: z.string().optional(),
});
type Search = z.infer<typeof Search>;

const Token = z.object({ from: z.number(), jql: z.string() });

export const addSearchRoutes: Routes = (app, { records, beans }) => {
  app.get('/rest/api/3/search/jql', (context) => {
    const { req, env } = context;
    const search = parse({
      ...req.query(),
      fields: readList(req.queries('fields')),
      properties: readList(req.queries('properties')),
      maxResults: Number(req.query('maxResults') ?? 50),
    });
    return context.json(answer({ records, beans }, env.viewer, search));
  });

  app.post('/rest/api/3/search/jql', async (context) =>
    context.json(answer({ records, beans }, context.env.viewer, parse(await readBody(context)))),
  );
};

function parse(search: unknown): Search {
  const result = Search.safeParse(search);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new Refusal(400, `The search request is not valid: ${fields}.`);
}

function answer(
  { records, beans }: { records: Records; beans: IssueBeans },
  viewer: Viewer,
  search: Search,
): Record<string, unknown> {
  const { jql, fields, properties, expand, maxResults, nextPageToken } = search;
  const found = searchIssues(records, viewer, jql);
  const from = nextPageToken === undefined ? 0 : readToken(nextPageToken, jql);
  const isKeysOnly = fields.every((field) => field === 'id' || field === 'key');
  const end = from + Math.min(maxResults, isKeysOnly ? CAP.keysOnly : CAP.fields);
  const ask = { fields, properties, withChangelog: expand.split(',').includes('changelog') };
  const isLast = end >= found.length;
  return {
    issues: found
      .slice(from, end)
      .map((issue) => (fields.length === 0 ? { id: issue.id } : beans.toIssue(viewer, issue, ask))),
    isLast,
    ...(!isLast && { nextPageToken: writeToken(end, jql) }),
  };
}

const writeToken = (from: number, jql: string): string =>
  Buffer.from(JSON.stringify({ from, jql })).toString('base64url');

function readToken(token: string, jql: string): number {
  const parsed = Token.safeParse(decode(token));
  if (parsed.success && parsed.data.jql === jql) return parsed.data.from;
  throw new Refusal(400, 'The provided next page token is invalid for this query.');
}

function decode(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
