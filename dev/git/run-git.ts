import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs one git command and returns what it printed. Fails with git's own message. */
export type RunGit = {
  (words: readonly string[], input?: string): Promise<string>;
  /** What it printed as it printed it: files need not be text. */
  bytes: (words: readonly string[]) => Promise<Buffer>;
};

const execute = promisify(execFile);
const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;
const PROCESSES_AT_ONCE = 4;

/** Only the repository speaks: nobody's own settings, replacement objects, locale or pathspec magic change an answer. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_LITERAL_PATHSPECS: '1',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Hands over `places` places; who comes later waits for one to be given back. */
function createGate(places: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (task) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

/** The git program on one git folder, at most four processes at once. */
export function createRunGit(gitFolder: string): RunGit {
  const gate = createGate(PROCESSES_AT_ONCE);
  const first = ['-c', 'safe.directory=*', '--git-dir', gitFolder];
  return Object.assign(
    (words: readonly string[], input?: string) => gate(() => runGit([...first, ...words], input)),
    { bytes: (words: readonly string[]) => gate(() => printed([...first, ...words])) },
  );
}

/** The git program without a repository. */
export async function runGit(words: readonly string[], input = ''): Promise<string> {
  return (await printed(words, input)).toString();
}

async function printed(words: readonly string[], input = ''): Promise<Buffer> {
  const run = execute('git', words, {
    env: ENVIRONMENT,
    maxBuffer: MAX_OUTPUT_BYTES,
    encoding: 'buffer',
  });
  // A git that stopped early closes its end of the pipe; the exit code tells what went wrong.
  run.child.stdin?.on('error', () => undefined);
  run.child.stdin?.end(input);
  return (await run).stdout;
}
