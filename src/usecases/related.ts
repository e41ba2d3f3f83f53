import type { Edge } from '../domain/dependencies/edge';
import { edgesOfIssue } from '../domain/dependencies/edges';
import type { IssueEvidence, RepositoryEvidence } from '../domain/evidence/issue-evidence';
import { mergeParts } from '../domain/evidence/merge-parts';
import type { RepositoryStatus } from '../domain/evidence/repository-status';
import { shardsOf } from '../domain/evidence/status-shard';
import type { Gap } from '../domain/gap';
import type { Issue } from '../domain/issue';
import { commitUrl } from '../domain/links';
import type { RepositoryId } from '../domain/repository';
import { newSettings, type ProjectSettings } from '../domain/settings/project-settings';
import type { Ports } from '../ports/ports';
import { ProviderError } from '../ports/provider-error';

/** One issue with what is known of it. */
export type KnownIssue = { issue: Issue; parts: RepositoryEvidence[] };

/** An issue and all that it needs, as far as Jira and the evidence tell. */
export type Related = {
  /** By the key that it has now. As the app sees them: what needs what does not depend on who looks. */
  known: Map<string, KnownIssue>;
  /** Former keys, and the keys that they are now. */
  renamed: Map<string, string>;
  /** Keys that the viewer may browse. */
  visible: Set<string>;
  settings: Map<string, ProjectSettings>;
  statuses: Map<RepositoryId, RepositoryStatus>;
  edgesOf: (key: string) => readonly Edge[] | undefined;
  /** Stored evidence that was read, by the key that it is stored under. */
  documents: Map<string, IssueEvidence>;
  gaps: Gap[];
};

/** Chains that are longer are told as a gap. */
export const MAX_LEVELS = 8;

const JIRA = 'Jira';
export const TOO_DEEP: Gap = {
  repository: JIRA,
  what: 'issues that are needed',
  why: `the chain of issues that need each other is longer than ${MAX_LEVELS}; what lies behind was not looked at`,
};

/** Nothing known yet; `edgesOf` answers from whatever is known when it is asked. */
export function openRelated(): Related {
  const remembered = new Map<string, Remembered>();
  const related: Related = {
    known: new Map(),
    renamed: new Map(),
    visible: new Set(),
    settings: new Map(),
    statuses: new Map(),
    edgesOf: (key) => rememberedEdges(related, remembered, key),
    documents: new Map(),
    gaps: [],
  };
  return related;
}

/** Edges of an issue, and how much was known when they were found: what is known only grows. */
type Remembered = { known: KnownIssue; when: string; edges: readonly Edge[] };

/** Every closure asks for the edges of every issue in it; nothing is known of a key that is no issue. */
function rememberedEdges(
  related: Related,
  remembered: Map<string, Remembered>,
  key: string,
): readonly Edge[] | undefined {
  const known = related.known.get(key);
  if (!known) return undefined;
  const when = `${related.renamed.size} ${related.settings.size} ${related.statuses.size}`;
  const before = remembered.get(key);
  if (before?.known === known && before.when === when) return before.edges;
  const edges = edgesIn(related, known);
  remembered.set(key, { known, when, edges });
  return edges;
}

function edgesIn(related: Related, { issue, parts }: KnownIssue): readonly Edge[] {
  const urlOf = (repository: RepositoryId): string | null =>
    related.statuses.get(repository)?.url ?? null;
  const edges = edgesOfIssue({
    issue,
    parts,
    settings: related.settings.get(issue.projectKey) ?? newSettings(issue.projectKey),
    urls: {
      issue: () => null,
      commit: (repository, sha) => commitUrl({ repository, url: urlOf(repository) }, sha),
    },
  });
  const now = (one: string): string => related.renamed.get(one) ?? one;
  return edges.map((edge) => ({ ...edge, from: now(edge.from), to: now(edge.to) }));
}

/**
 * Reads issues as the app, with the settings of their projects and their evidence. Statuses come before
 * documents: a reading writes documents first, so that what is read here is never older than it says.
 */
export async function readLevel(
  { asApp, settings, evidence }: Pick<Ports, 'asApp' | 'settings' | 'evidence'>,
  related: Related,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  const issues = await unlessRefused(related, () => asApp.findIssues(keys));
  if (!issues) return;
  for (const projectKey of new Set(issues.map((issue) => issue.projectKey))) {
    if (related.settings.has(projectKey)) continue;
    await addProject({ settings, evidence }, related, projectKey);
  }
  const unread = issues.filter((issue) => !isRead(related, issue));
  for (const one of await readDocuments(evidence, unread)) related.documents.set(one.issueKey, one);
  for (const issue of issues) addIssue(related, issue);
}

/** The root was read already, with all keys that its viewer sees that it had. */
const isRead = ({ known }: Related, { key, formerKeys }: Issue): boolean => {
  const before = known.get(key)?.issue.formerKeys;
  return before !== undefined && formerKeys.every((former) => before.includes(former));
};

async function readDocuments(
  evidence: Pick<Ports['evidence'], 'findIssues'>,
  issues: readonly Issue[],
): Promise<IssueEvidence[]> {
  const keys = new Set(issues.flatMap(({ key, formerKeys }) => [key, ...formerKeys]));
  return keys.size === 0 ? [] : evidence.findIssues([...keys]);
}

function addIssue(related: Related, issue: Issue): void {
  const read = isRead(related, issue) ? related.known.get(issue.key) : undefined;
  const keys = [issue.key, ...issue.formerKeys];
  const own = keys.flatMap((key) => related.documents.get(key) ?? []);
  related.known.set(issue.key, { issue, parts: read?.parts ?? mergeParts(own, keys) });
  for (const former of issue.formerKeys) related.renamed.set(former, issue.key);
}

async function addProject(
  { settings, evidence }: Pick<Ports, 'settings' | 'evidence'>,
  related: Related,
  projectKey: string,
): Promise<void> {
  const found = await settings.findSettings(projectKey);
  if (!found) return;
  related.settings.set(projectKey, found);
  const statuses = await evidence.readStatuses(shardsOf(found));
  for (const [id, status] of statuses) {
    if (!related.statuses.has(id)) related.statuses.set(id, status);
  }
}

export async function unlessRefused(
  { gaps }: Pick<Related, 'gaps'>,
  ask: () => Promise<Issue[]>,
): Promise<Issue[] | null> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    gaps.push({ repository: JIRA, what: 'issues that are needed', why: error.message });
    return null;
  }
}
