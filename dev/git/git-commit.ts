export type GitPerson = { name: string; email: string; date: string };

/** A commit as stored; dates are ISO 8601 in UTC to the second, the message has no newline at its end. */
export type GitCommit = {
  sha: string;
  tree: string;
  parents: string[];
  author: GitPerson;
  committer: GitPerson;
  message: string;
};

/** For `git log -z`: ten fields a commit, each ended by NUL. */
export const COMMIT_FORMAT = '%H%x00%T%x00%P%x00%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00%B';
const FIELDS = 10;

function toIso(seconds: string | undefined): string {
  return new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

function toPerson(fields: readonly string[]): GitPerson {
  const [name = '', email = '', at] = fields;
  return { name, email, date: toIso(at) };
}

function toCommit(fields: readonly string[]): GitCommit {
  const [sha = '', tree = '', parents = ''] = fields;
  return {
    sha,
    tree,
    parents: parents.split(' ').filter(Boolean),
    author: toPerson(fields.slice(3, 6)),
    committer: toPerson(fields.slice(6, 9)),
    message: (fields[9] ?? '').replace(/\n+$/, ''),
  };
}

/** Reads what `git log -z --format=COMMIT_FORMAT` printed. */
export function parseCommits(output: string): GitCommit[] {
  const fields = output.split('\0');
  const count = Math.floor(fields.length / FIELDS);
  return Array.from({ length: count }, (_, index) =>
    toCommit(fields.slice(index * FIELDS, (index + 1) * FIELDS)),
  );
}
