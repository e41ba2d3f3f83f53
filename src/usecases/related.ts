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
  const related: Related = {
    known: new Map(),
    renamed: new Map(),
    visible: new Set(),
    settings: new Map(),
    statuses: new Map(),
    edgesOf: (key) => edgesIn(related, key),
    gaps: [],
  };
  return related;
}

/** A key that was asked for and is no issue needs nothing. */
function edgesIn(related: Related, key: string): readonly Edge[] | undefined {
  const known = related.known.get(key);
  if (!known) return undefined;
  const { issue, parts } = known;
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

/** Reads issues as the app, with their evidence and the settings of their projects. */
export async function readLevel(
  { asApp, settings, evidence }: Pick<Ports, 'asApp' | 'settings' | 'evidence'>,
  related: Related,
  keys: readonly string[],
): Promise<void> {
  const issues = await unlessRefused(related, () => asApp.findIssues(keys));
  if (!issues) return;
  const unread = issues.filter((issue) => !isRead(related, issue));
  const documents = await readDocuments(evidence, unread);
  for (const issue of issues) addIssue(related, issue, documents);
  for (const projectKey of new Set(issues.map((issue) => issue.projectKey))) {
    if (related.settings.has(projectKey)) continue;
    await addProject({ settings, evidence }, related, projectKey);
  }
}

/** The root was read already, with all keys that its viewer sees that it had. */
const isRead = ({ known }: Related, { key, formerKeys }: Issue): boolean => {
  const before = known.get(key)?.issue.formerKeys;
  return before !== undefined && formerKeys.every((former) => before.includes(former));
};

const readDocuments = (
  evidence: Pick<Ports['evidence'], 'findIssues'>,
  issues: readonly Issue[],
): Promise<IssueEvidence[]> =>
  issues.length === 0
    ? Promise.resolve([])
    : evidence.findIssues([
        ...new Set(issues.flatMap(({ key, formerKeys }) => [key, ...formerKeys])),
      ]);

function addIssue(related: Related, issue: Issue, documents: readonly IssueEvidence[]): void {
  const read = isRead(related, issue) ? related.known.get(issue.key) : undefined;
  const parts = read?.parts ?? mergeParts(documents, [issue.key, ...issue.formerKeys]);
  related.known.set(issue.key, { issue, parts });
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
