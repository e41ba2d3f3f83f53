import { z } from 'zod';

const Author = z.object({ displayName: z.string() }).optional();

/** A file at an issue, in the shape of Jira's REST API v3. */
export const SiteAttachment = z.object({
  id: z.string(),
  filename: z.string(),
  size: z.number(),
  created: z.string(),
  author: Author,
});
export type SiteAttachment = z.infer<typeof SiteAttachment>;

/** A node of the Atlassian Document Format. */
export type DocumentNode = {
  type: string;
  text?: string | undefined;
  attrs?: Record<string, unknown> | undefined;
  content?: DocumentNode[] | undefined;
};
const Node: z.ZodType<DocumentNode> = z.lazy(() =>
  z.object({
    type: z.string(),
    text: z.string().optional(),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(Node).optional(),
  }),
);

export const SiteComment = z.object({ author: Author, created: z.string(), body: Node });
export type SiteComment = z.infer<typeof SiteComment>;

/** What people and apps wrote at an issue since the site was started. */
export type Activity = { attachments: SiteAttachment[]; comments: SiteComment[] };
