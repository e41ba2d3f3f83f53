import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';

type GeneratedCommit = { sha: string; parents: string[]; message: string; committedAt: string };

/** A tangled history in a real repository: forks, merges of two and of three, all from one seed. */
export type GeneratedHistory = {
  /** Newest first. */
  commits: GeneratedCommit[];
  /** What `git rev-list` prints, sorted. */
  revList: (...words: string[]) => string[];
  remove: () => void;
};

const START = 1_700_000_000;

export function generatedHistory(seed: number, size: number): GeneratedHistory {
  const folder = mkdtempSync(join(tmpdir(), 'convoy-history-'));
  const git = (words: string[], input = ''): string =>
    execFileSync('git', words, { cwd: folder, input, encoding: 'utf8', maxBuffer: 2 ** 26 });
  git(['init', '--quiet', '--bare']);
  git(['fast-import', '--quiet'], fastImport(seed, size));
  const commits = git(['log', '--all', '--format=%H|%P|%s|%cI']).trim().split('\n').map(toCommit);
  return {
    commits,
    revList: (...words) =>
      git(['rev-list', ...words])
        .split('\n')
        .filter(isWritten)
        .sort(),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

const isWritten = (line: string): boolean => line !== '';

/** Each commit stands on one to three of the twelve before it. */
function fastImport(seed: number, size: number): string {
  const pick = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 });
  const picks = fc.sample(pick, { seed, numRuns: size });
  return picks
    .map((back, index) => {
      const marks = [...new Set(back.map((one) => Math.max(1, index + 1 - one)))];
      const parents = marks.map((mark, at) => `${at === 0 ? 'from' : 'merge'} :${mark}\n`).join('');
      const message = marks.length > 1 ? `Merge branch 'b${index}'` : `Work ${index}`;
      const committer = `committer Ana <ana@acme.example> ${START + index} +0000`;
      const head = `commit refs/heads/b${index}\nmark :${index + 1}\n${committer}\n`;
      return `${head}data ${message.length}\n${message}\n${index === 0 ? '' : parents}`;
    })
    .join('\n');
}

function toCommit(line: string): GeneratedCommit {
  const [sha = '', parents = '', message = '', committedAt = ''] = line.split('|');
  return { sha, parents: parents.split(' ').filter(isWritten), message, committedAt };
}
