import { closureOf } from '../domain/dependencies/closure';
import type { RepositoryStatus } from '../domain/evidence/repository-status';
import type { RepositoryId } from '../domain/repository';
import type { ProjectSettings } from '../domain/settings/project-settings';
import type { Ports } from '../ports/ports';
import {
  MAX_LEVELS,
  openRelated,
  readLevel,
  TOO_DEEP,
  unlessRefused,
  type KnownIssue,
  type Related,
} from './related';

type RelatedPorts = Pick<Ports, 'asUser' | 'asApp' | 'settings' | 'evidence'>;

/**
 * Everything that an issue needs, level by level: one question to Jira and one read of storage for each
 * level, whatever the number of issues. What Jira does not give is a gap.
 */
export async function gatherRelated(
  ports: RelatedPorts,
  root: KnownIssue & { settings: ProjectSettings | undefined },
  statuses: ReadonlyMap<RepositoryId, RepositoryStatus>,
): Promise<Related> {
  const related = withRoot(root, statuses);
  const asked = new Set<string>();
  for (let level = 0; level <= MAX_LEVELS; level += 1) {
    const { unread } = closureOf(root.issue.key, related.edgesOf);
    const wanted = level === 0 ? [root.issue.key] : unread.filter((key) => !asked.has(key));
    if (wanted.length === 0) return withVisible(ports, related);
    if (level === MAX_LEVELS) related.gaps.push(TOO_DEEP);
    else await readLevel(ports, related, wanted);
    for (const key of wanted) asked.add(key);
  }
  return withVisible(ports, related);
}

/** The issue itself is asked for again as the app: it may have links that its viewer is not shown. */
function withRoot(
  root: KnownIssue & { settings: ProjectSettings | undefined },
  statuses: ReadonlyMap<RepositoryId, RepositoryStatus>,
): Related {
  const { issue, parts } = root;
  const related = openRelated();
  related.known.set(issue.key, { issue, parts });
  for (const former of issue.formerKeys) related.renamed.set(former, issue.key);
  related.visible.add(issue.key);
  if (root.settings) related.settings.set(issue.projectKey, root.settings);
  for (const [id, status] of statuses) related.statuses.set(id, status);
  return related;
}

async function withVisible(
  { asUser }: Pick<RelatedPorts, 'asUser'>,
  related: Related,
): Promise<Related> {
  const others = [...related.known.keys()].filter((key) => !related.visible.has(key));
  if (others.length === 0) return related;
  const seen = await unlessRefused(related, () => asUser.findIssues(others));
  for (const { key } of seen ?? []) related.visible.add(key);
  return related;
}
