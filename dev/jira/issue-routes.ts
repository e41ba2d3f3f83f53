import { z } from 'zod';

import {
  ISSUE_NOT_FOUND,
  jiraError,
  readList,
  readPage,
  Refusal,
  toJiraInstant,
  toPageBean,
} from './answers';
import { APP_ACCOUNT, findAccount, toUserDetails } from './account-bean';
import { listChanges } from './changelog-bean';
import type { Records, StoredComment } from './records';
import { getIssue, readBody } from './routes';
import type { Routes } from './routes';
import type { SiteIssue } from './site';
import type { Viewer } from './viewer';

const BULK_ISSUES = 100;
const BULK_CHANGES = 1000;
const PAGE = { size: 100, cap: 100 };

const BulkIssues = z.object({
  issueIdsOrKeys: z.array(z.string()).min(1).max(BULK_ISSUES),
  fields: z.array(z.string()).default([]),
  properties: z.array(z.string()).default([]),
  expand: z.array(z.string()).default([]),
});

const BulkChanges = z.object({
  issueIdsOrKeys: z.array(z.string()).min(1).max(BULK_CHANGES),
  fieldIds: z.array(z.string()).max(10).default([]),
  maxResults: z.number().int().min(1).max(10_000).default(1000),
  nextPageToken: z.string().default('0'),
});

const CommentBody = z.object({
  body: z.object({ type: z.literal('doc'), version: z.literal(1), content: z.array(z.unknown()) }),
});

export const addIssueRoutes: Routes = (app, { records, beans }) => {
  app.get('/rest/api/3/issue/:issue', (context) => {
    const { req, env } = context;
    const issue = getIssue(records, context);
    const ask = {
      fields: readList(req.queries('fields')),
      properties: readList(req.queries('properties')),
      withChangelog: readList(req.queries('expand')).includes('changelog'),
    };
    return context.json(beans.toIssue(env.viewer, issue, ask));
  });

  app.get('/rest/api/3/issue/:issue/changelog', (context) => {
    const { req } = context;
    const issue = getIssue(records, context);
    const page = readPage((name) => req.query(name), PAGE);
    const url = `${records.siteUrl}/rest/api/3/issue/${issue.id}/changelog`;
    return context.json(toPageBean(listChanges(records, issue), page, url));
  });

  app.post('/rest/api/3/issue/bulkfetch', async (context) => {
    const { issueIdsOrKeys, expand, ...ask } = parse(BulkIssues, await readBody(context));
    const { viewer } = context.env;
    const withChangelog = expand.includes('changelog');
    const issueErrors = issueIdsOrKeys
      .filter((idOrKey) => !records.findIssue(viewer, idOrKey))
      .map((id) => ({ id, errorMessage: ISSUE_NOT_FOUND }));
    const issues = findDistinct(records, viewer, issueIdsOrKeys).map((issue) =>
      beans.toIssue(viewer, issue, { ...ask, withChangelog }),
    );
    return context.json({ issues, issueErrors });
  });

  app.post('/rest/api/3/changelog/bulkfetch', async (context) => {
    const ask = parse(BulkChanges, await readBody(context));
    const issues = findDistinct(records, context.env.viewer, ask.issueIdsOrKeys);
    return context.json(bulkChanges(records, issues, ask));
  });
};

export const addCommentRoutes: Routes = (app, { records }) => {
  app.get('/rest/api/3/issue/:issue/comment', (context) => {
    const { id } = getIssue(records, context);
    const page = readPage((name) => context.req.query(name), PAGE);
    const comments = records.state.comments[id] ?? [];
    return context.json({
      ...page,
      total: comments.length,
      comments: comments
        .slice(page.startAt, page.startAt + page.maxResults)
        .map((comment) => toComment(records, id, comment)),
    });
  });

  app.post('/rest/api/3/issue/:issue/comment', async (context) => {
    const { id } = getIssue(records, context);
    const body = CommentBody.safeParse(await readBody(context));
    if (!body.success) return jiraError(400, [], { comment: 'Comment body is not valid!' });
    const { viewer } = context.env;
    const comments = records.state.comments[id] ?? [];
    const comment = {
      id: `${id}${comments.length + 1}`,
      author: viewer.kind === 'user' ? viewer.user.accountId : APP_ACCOUNT.accountId,
      created: toJiraInstant(records.clock()),
      body: body.data.body,
    };
    records.state.comments[id] = [...comments, comment];
    return context.json(toComment(records, id, comment), 201);
  });
};

function toComment(
  records: Records,
  issueId: string,
  { id, author, created, body }: StoredComment,
): Record<string, unknown> {
  const account = findAccount(records, author);
  const details = account ? { author: toUserDetails(records, account) } : {};
  return {
    self: `${records.siteUrl}/rest/api/3/issue/${issueId}/comment/${id}`,
    id,
    ...details,
    body,
    created,
    updated: created,
    jsdPublic: true,
  };
}

/** Each issue once, by id, however often and under whatever key it is asked for. */
function findDistinct(records: Records, viewer: Viewer, idsOrKeys: string[]): SiteIssue[] {
  const found = idsOrKeys.flatMap((idOrKey) => records.findIssue(viewer, idOrKey) ?? []);
  return [...new Set(found)].sort((one, other) => Number(one.id) - Number(other.id));
}

function bulkChanges(
  records: Records,
  issues: SiteIssue[],
  { fieldIds, maxResults, nextPageToken }: z.infer<typeof BulkChanges>,
): Record<string, unknown> {
  const changes = issues.flatMap((issue) =>
    listChanges(records, issue)
      .filter(({ items }) => fieldIds.length === 0 || hasField(items, fieldIds))
      .map((change) => ({ issueId: issue.id, change })),
  );
  const from = Number(nextPageToken);
  if (!Number.isInteger(from)) throw new Refusal(400, 'The nextPageToken is not valid.');
  const end = from + maxResults;
  const page = changes.slice(from, end);
  return {
    issueChangeLogs: issues
      .map(({ id }) => ({
        issueId: id,
        changeHistories: page.filter(({ issueId }) => issueId === id).map(({ change }) => change),
      }))
      .filter(({ changeHistories }) => changeHistories.length > 0),
    ...(end < changes.length && { nextPageToken: String(end) }),
  };
}

const hasField = (items: unknown, fieldIds: string[]): boolean =>
  (items as { fieldId: string }[]).some(({ fieldId }) => fieldIds.includes(fieldId));

function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refusal(400, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
