import type { Person } from './history';
import type { FeatureStep, RepositoryStory } from './story-schema';

type Hosted = Pick<RepositoryStory, 'host' | 'group' | 'name'>;

const GITHUB: Person = { name: 'GitHub', email: 'noreply@github.com' };

/** GitHub signs what is merged on its pages; on GitLab the person who merges does. */
export const committerOf = ({ host }: Hosted, merger: Person): Person =>
  host === 'github' ? GITHUB : merger;

/** Where the host keeps the head of a pull request. */
export const pullRef = ({ host }: Hosted, number: number): string =>
  host === 'github' ? `refs/pull/${number}/head` : `refs/merge-requests/${number}/head`;

/**
 * What a merge commit says.
 *
 * Source: https://docs.gitlab.com/user/project/merge_requests/commit_templates/ (default templates)
 */
export function mergeMessage(
  { host, group, name }: Hosted,
  { feature, into, title }: Pick<FeatureStep, 'feature' | 'into' | 'title'>,
  number: number,
): string {
  if (host === 'github') {
    return `Merge pull request #${number} from ${group}/${feature}\n\n${title}\n`;
  }
  const reference = `See merge request ${group}/${name}!${number}`;
  return `Merge branch '${feature}' into '${into}'\n\n${title}\n\n${reference}\n`;
}

type Squashed = { title: string; number: number; messages: readonly string[] };

/** What a squash commit says: on GitHub the messages of the branch too, on GitLab its title alone. */
export function squashMessage({ host }: Hosted, { title, number, messages }: Squashed): string {
  if (host === 'gitlab') return `${title}\n`;
  const bullets = messages.map((message) => `* ${message.trimEnd()}`).join('\n\n');
  const body = messages.length > 1 ? `\n${bullets}\n` : '';
  return `${title} (#${number})\n${body}`;
}
