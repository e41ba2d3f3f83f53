import { z } from 'zod';

const Moment = z
  .string()
  .regex(/^\d\d-\d\d \d\d:\d\d$/, 'is not a moment like 04-28 15:05')
  .transform((text) => `2026-${text.replace(' ', 'T')}:00.000+0000`);

/** `04-10 15:20 quinn: QA failed`, or `… rita: key LED-7` for an issue that had that key until then. */
const Event = z
  .string()
  .transform((text) => {
    const [, at, by, becomes] = /^(\S+ \S+) (\S+): (.+)$/.exec(text) ?? [];
    return { at, by, becomes };
  })
  .pipe(z.object({ at: Moment, by: z.string(), becomes: z.string() }));

const StoryIssue = z.strictObject({
  key: z.string(),
  type: z.enum(['Epic', 'Story', 'Bug', 'Task', 'Sub-task']),
  summary: z.string(),
  description: z.string().default(''),
  priority: z.string().default('Medium'),
  created: Moment,
  by: z.string().default('rita'),
  to: z.exactOptional(z.string()),
  /** Names of fix versions. */
  versions: z.array(z.string()).default([]),
  labels: z.array(z.string()).default([]),
  parent: z.exactOptional(z.string()),
  blocks: z.array(z.string()).default([]),
  relates: z.array(z.string()).default([]),
  history: z.array(Event).default([]),
});
type StoryIssue = z.infer<typeof StoryIssue>;

const StoryVersion = z.strictObject({
  name: z.string(),
  description: z.string(),
  startDate: z.string(),
  releaseDate: z.string(),
  released: z.boolean().default(false),
});

/** Jira's side of the story; every version exists in every project. */
export const JiraStory = z.strictObject({
  projects: z.record(z.string(), z.number()),
  people: z.record(z.string(), z.string()),
  versions: z.array(StoryVersion),
  issues: z.array(StoryIssue),
});
export type JiraStory = z.infer<typeof JiraStory>;

type Json = Record<string, unknown>;

const projectOf = (key: string): string => key.slice(0, key.lastIndexOf('-'));

/** The versions in the shape of Jira's REST API. */
export function toVersions({ projects, versions }: JiraStory): Json[] {
  return Object.values(projects).flatMap((projectId) =>
    versions.map((version, index) => ({
      ...version,
      id: versionId(projectId, index),
      projectId,
      archived: false,
    })),
  );
}

const versionId = (projectId: number, index: number): string =>
  String(projectId + 10 * (index + 1));

/** The issues in the shape of Jira's REST API, with their history. */
export function toIssues(story: JiraStory): Json[] {
  return story.issues.map((issue, index) => ({
    id: String(20_001 + index),
    key: issue.key,
    fields: toFields(story, issue),
    changelog: { histories: toHistories(story, issue, 1000 * (index + 1)) },
  }));
}

function toFields(story: JiraStory, issue: StoryIssue): Json {
  const changes = toChanges(issue);
  const status = changes.findLast(({ field }) => field === 'status')?.toString ?? 'To Do';
  return {
    summary: issue.summary,
    description: toDocument(issue.description),
    issuetype: { name: issue.type },
    status: { name: status },
    resolution: status === 'Done' ? { name: 'Done' } : null,
    priority: { name: issue.priority },
    created: issue.created,
    updated: issue.history.at(-1)?.at ?? issue.created,
    reporter: toPerson(story, issue.by),
    assignee: issue.to === undefined ? null : toPerson(story, issue.to),
    labels: issue.labels,
    fixVersions: issue.versions.map((name) => toFixVersion(story, issue, name)),
    ...(issue.parent !== undefined && { parent: { key: issue.parent } }),
    issuelinks: [
      ...issue.blocks.map((key) => ({ type: { name: 'Blocks' }, outwardIssue: { key } })),
      ...issue.relates.map((key) => ({ type: { name: 'Relates' }, outwardIssue: { key } })),
    ],
  };
}

const toDocument = (text: string): Json | null =>
  text === ''
    ? null
    : {
        type: 'doc',
        version: 1,
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      };

function toPerson({ people }: JiraStory, accountId: string): Json {
  const displayName = people[accountId];
  if (displayName === undefined) throw new Error(`jira.yaml: there is nobody called ${accountId}`);
  return { accountId, displayName, accountType: 'atlassian', active: true };
}

function toFixVersion({ projects, versions }: JiraStory, { key }: StoryIssue, name: string): Json {
  const index = versions.findIndex((version) => version.name === name);
  const projectId = projects[projectOf(key)];
  if (index === -1 || projectId === undefined) {
    throw new Error(`jira.yaml: ${key} names the version ${name}, which is not there`);
  }
  return { id: versionId(projectId, index), name };
}

type ItemChange = { field: string; fromString: string; toString: string };

/** What each event of an issue changed; a status begins where the last one ended. */
function toChanges({ key, history }: StoryIssue): ItemChange[] {
  let status = 'To Do';
  return history.map(({ becomes }) => {
    const former = /^key (\S+)$/.exec(becomes)?.[1];
    if (former !== undefined) return { field: 'Key', fromString: former, toString: key };
    const change = { field: 'status', fromString: status, toString: becomes };
    status = becomes;
    return change;
  });
}

function toHistories(story: JiraStory, issue: StoryIssue, firstId: number): Json[] {
  return toChanges(issue).map((item, index) => ({
    id: String(firstId + index),
    created: issue.history[index]?.at,
    author: toPerson(story, issue.history[index]?.by ?? ''),
    items: [{ ...item, fieldtype: 'jira' }],
  }));
}
