/** A commit as the code host stores it. */
export type Commit = {
  sha: string;
  parents: string[];
  /** The whole message: title, blank line, body, trailers. */
  message: string;
  /** The author's name as written in the commit. */
  author: string;
  /** ISO 8601, UTC. */
  authoredAt: string;
  /** ISO 8601, UTC. */
  committedAt: string;
  /** The tree that the commit holds; `null` where the host does not tell (GitLab). */
  tree: string | null;
};

/** The first paragraph of a message as one line, as `git log --format=%s` prints it. */
export function commitTitle(message: string): string {
  const [paragraph = ''] = message.replace(/^\s*\n/, '').split(/\n[ \t\r]*\n/, 1);
  return paragraph.trim().replace(/\s*\n\s*/g, ' ');
}

export const isMerge = ({ parents }: Pick<Commit, 'parents'>): boolean => parents.length > 1;
