import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Trailer } from '../../src/domain/ownership/trailers';

/** A stored message and the trailers that git prints for it. */
export type PrintedTrailers = { message: string; trailers: Trailer[] };

const MAX_OUTPUT_BYTES = 1024 ** 3;

/** Git without the settings of the person who runs the tests. */
function git(directory: string, args: string[], input = ''): string {
  return execFileSync('git', args, {
    cwd: directory,
    input,
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT_BYTES,
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
}

/** What git prints for every commit of a repository, oldest first. */
export function printedTrailers(repository: string): PrintedTrailers[] {
  const format = '%B%x01%(trailers:only,unfold)%x02';
  const log = git(repository, ['log', '--all', '--reverse', '--topo-order', `--format=${format}`]);
  return log
    .split('\x02\n')
    .slice(0, -1)
    .map((record) => {
      const [message = '', printed = ''] = record.split('\x01');
      return { message, trailers: readTrailers(printed) };
    });
}

/** Commits each message as it stands, in one batch, and reads what git prints for them. */
export function commitAndPrint(messages: readonly string[]): PrintedTrailers[] {
  const directory = mkdtempSync(join(tmpdir(), 'convoy-trailers-'));
  try {
    git(directory, ['init', '--quiet', '--bare']);
    git(directory, ['fast-import', '--quiet'], messages.map(toFastImport).join(''));
    const printed = printedTrailers(directory);
    return messages.map((message, index) => ({
      message,
      trailers: printed[index]?.trailers ?? [],
    }));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function toFastImport(message: string, index: number): string {
  const author = `committer Ana <ana@example.com> ${1_700_000_000 + index} +0000`;
  return `commit refs/heads/main\n${author}\ndata ${Buffer.byteLength(message)}\n${message}\n`;
}

function readTrailers(printed: string): Trailer[] {
  return printed
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const separator = line.indexOf(': ');
      return { key: line.slice(0, separator), value: line.slice(separator + 2) };
    });
}
