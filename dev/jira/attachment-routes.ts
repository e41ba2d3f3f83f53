import { APP_ACCOUNT } from './account-bean';
import { Refusal, toJiraInstant } from './answers';
import { toAttachment } from './attachment-bean';
import type { StoredAttachment } from './records';
import { getIssue } from './routes';
import type { Routes } from './routes';

export const addAttachmentRoutes: Routes = (app, { records }) => {
  app.get('/rest/api/3/attachment/content/:attachment', (context) => {
    const id = context.req.param('attachment');
    const [issueId, files] =
      Object.entries(records.state.attachments).find(([, all]) =>
        all.some((one) => one.id === id),
      ) ?? [];
    const file = files?.find((one) => one.id === id);
    if (!file || !records.findIssue(context.env.viewer, issueId ?? '')) {
      throw new Refusal(404, `The attachment with id '${id}' does not exist`);
    }
    return context.body(file.text, 200, { 'content-type': file.mimeType });
  });

  app.post('/rest/api/3/issue/:issue/attachments', async (context) => {
    const { id } = getIssue(records, context);
    const { req, env } = context;
    if (req.header('X-Atlassian-Token') !== 'no-check') {
      throw new Refusal(403, 'XSRF check failed');
    }
    const { viewer } = env;
    const author = viewer.kind === 'user' ? viewer.user.accountId : APP_ACCOUNT.accountId;
    const before = records.state.attachments[id] ?? [];
    const files = (await req.formData()).getAll('file').filter((one) => typeof one !== 'string');
    const added = await Promise.all(
      files.map(async (file, index): Promise<StoredAttachment> => ({
        id: `${id}${before.length + index + 1}`,
        ...{ author, created: toJiraInstant(records.clock()) },
        ...{ filename: file.name, mimeType: file.type, text: await file.text() },
      })),
    );
    records.state.attachments[id] = [...before, ...added];
    return context.json(added.map((one) => toAttachment(records, one)));
  });
};
