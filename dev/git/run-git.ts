import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pLimit from 'p-limit';

/** Runs one git command and returns what it printed. Fails with git's own message. */
export type RunGit = (words: readonly string[], input?: string) => Promise<string>;

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

/** The git program on one git folder, at most four processes at once. */
export function createRunGit(gitFolder: string): RunGit {
  const limit = pLimit(PROCESSES_AT_ONCE);
  const first = ['-c', 'safe.directory=*', '--git-dir', gitFolder];
  return (words, input) => limit(() => runGit([...first, ...words], input));
}

/** The git program without a repository. */
export async function runGit(words: readonly string[], input = ''): Promise<string> {
  const run = execute('git', words, { env: ENVIRONMENT, maxBuffer: MAX_OUTPUT_BYTES });
  // A git that stopped early closes its end of the pipe; the exit code tells what went wrong.
  run.child.stdin?.on('error', () => undefined);
  run.child.stdin?.end(input);
  return (await run).stdout;
}
