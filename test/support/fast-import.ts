/** `Name <address>`, as git writes it. */
export type Person = `${string} <${string}>`;

/** Content of a file; `null` deletes it. */
type Files = Record<string, string | null>;

export type ImportedCommit = {
  branch: string;
  message: string;
  /** Shas; the tree starts from the first one. */
  parents: readonly string[];
  /** Replaces the tree that it starts from. */
  tree?: string;
  files?: Files | undefined;
  author: Person;
  committer: Person;
  at: string;
};

const data = (content: string): string => `data ${Buffer.byteLength(content)}\n${content}\n`;

/** Seconds and time zone, as git stores them. */
function toInstant(at: string): string {
  const [, sign = '+', hours = '00', minutes = '00'] = /([+-])(\d\d):?(\d\d)$/.exec(at) ?? [];
  return `${Math.floor(Date.parse(at) / 1000)} ${sign}${hours}${minutes}`;
}

/** What `git fast-import` reads to make one commit, which `branch` then names, and to print its sha. */
export function toFastImport(commit: ImportedCommit): string {
  const { branch, message, parents, tree, files = {}, author, committer } = commit;
  const at = toInstant(commit.at);
  const changes = Object.entries(files).map(([path, content]) =>
    content === null ? `D ${path}\n` : `M 100644 inline ${path}\n${data(content)}`,
  );
  return [
    `commit refs/heads/${branch}\nmark :1\n`,
    `author ${author} ${at}\ncommitter ${committer} ${at}\n`,
    data(message),
    ...parents.map((sha, index) => `${index === 0 ? 'from' : 'merge'} ${sha}\n`),
    ...(tree === undefined ? [] : [`M 040000 ${tree} \n`]),
    ...changes,
    '\nget-mark :1\n',
  ].join('');
}
