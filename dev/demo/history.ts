import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type Person = { name: string; email: string };
/** Path to content; `null` deletes. */
export type FileChanges = ReadonlyMap<string, string | null>;

type NewCommit = {
  message: string;
  author: Person;
  committer: Person;
  /** ISO 8601. */
  at: string;
  parents: readonly string[];
  /** Against the first parent. */
  changes: FileChanges;
};

/** A git repository while it is written; one `git fast-import` does all of it. */
export type History = {
  /** Writes a commit and returns its sha, which the messages of later commits may quote. */
  commit(commit: NewCommit): Promise<string>;
  /** Points the refs (full names) at their commits and closes the repository. */
  finish(refs: ReadonlyMap<string, string>): Promise<void>;
};

const ENVIRONMENT = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Opens an empty bare repository that `git init` made; `branch` is its default one. */
export function createHistory(gitFolder: string, branch: string): History {
  const words = ['--git-dir', gitFolder, 'fast-import', '--quiet', '--done', '--force'];
  const git = spawn('git', words, { env: ENVIRONMENT, stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = new Promise<number | null>((resolve, reject) => {
    git.on('error', reject).on('close', resolve);
  });
  const answers = createInterface({ input: git.stdout })[Symbol.asyncIterator]();
  /** What is not in a finished pack yet is known to `fast-import` by its mark alone. */
  const marks = new Map<string, string>();
  const markOf = (sha: string): string => marks.get(sha) ?? sha;
  return {
    commit: async (commit) => {
      const mark = `:${marks.size + 1}`;
      const parents = commit.parents.map(markOf);
      git.stdin.write(toStream({ ...commit, parents }, `refs/heads/${branch}`, mark));
      const answer = await answers.next();
      if (answer.done) throw new Error(`git fast-import stopped at "${commit.message}"`);
      marks.set(answer.value, mark);
      return answer.value;
    },
    finish: async (refs) => {
      const resets = [...refs].map(([name, sha]) => `reset ${name}\nfrom ${markOf(sha)}\n\n`);
      git.stdin.end(`${resets.join('')}done\n`);
      const code = await closed;
      if (code !== 0) throw new Error(`git fast-import of ${gitFolder} ended with ${code}`);
    },
  };
}

/** Every commit is written onto one branch; `finish` says where the branches are in the end. */
function toStream(commit: NewCommit, ref: string, mark: string): string {
  const [first, ...others] = commit.parents;
  const seconds = Date.parse(commit.at) / 1000;
  const sign = ({ name, email }: Person): string => `${name} <${email}> ${seconds} +0000`;
  return [
    `commit ${ref}`,
    `mark ${mark}`,
    `author ${sign(commit.author)}`,
    `committer ${sign(commit.committer)}`,
    toBytes(commit.message),
    ...(first === undefined ? [] : [`from ${first}`]),
    ...others.map((parent) => `merge ${parent}`),
    ...[...commit.changes].map(([path, content]) =>
      content === null ? `D ${path}` : `M 100644 inline ${path}\n${toBytes(content)}`,
    ),
    `\nget-mark ${mark}\n`,
  ].join('\n');
}

const toBytes = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}`;
