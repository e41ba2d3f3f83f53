import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { prepareDemo } from '../../../dev/demo/prepare';
import { createHostedFiles } from '../../../dev/github/hosted-files';
import type { PullEntry } from '../../../dev/github/hosted-files';
import { createHostedFiles as createGitLabFiles } from '../../../dev/gitlab/hosted-files';
import type { MergeRequestEntry } from '../../../dev/gitlab/hosted-files';
import { openSite } from '../../../dev/local-site/open-site';
import type { LocalSite } from '../../../dev/local-site/open-site';
import { readSite } from '../../../dev/site-file/read-site';
import type { Site } from '../../../dev/site-file/read-site';

export const DEMO = resolve(__dirname, '../../../dev/demo');

export type DemoSite = {
  site: Site;
  /** Where the repositories and files were built. */
  built: string;
  milliseconds: number;
  git(repository: string, ...words: string[]): string;
  /** Titles of the commits that a ref reaches. */
  titles(repository: string, ref: string): string[];
  holds(repository: string, ref: string, sha: string): boolean;
  /** The one commit with this title that a ref reaches. */
  commitOn(repository: string, ref: string, title: string): string;
  pulls(repository: string): Promise<PullEntry[]>;
  pullNamed(repository: string, title: string): Promise<PullEntry>;
  /** All of GitLab's project with this title, oldest first. */
  mergeRequestsNamed(repository: string, title: string): Promise<MergeRequestEntry[]>;
};

let built: Promise<DemoSite> | undefined;
let read: Promise<LocalSite> | undefined;

/** Builds the demo once in a test file. */
export const builtDemo = (): Promise<DemoSite> => (built ??= createDemoSite());

/** Opens the demo once in a test file, with everything read and nobody having done anything yet. */
export const readDemo = (): Promise<LocalSite> => (read ??= openAndRead());

async function openAndRead(): Promise<LocalSite> {
  const { site } = await builtDemo();
  const local = await openSite(site, { store: null });
  await local.platform.drain();
  return local;
}

/** The demo, built in a temporary folder that has the layout of the project. */
async function createDemoSite(): Promise<DemoSite> {
  const root = mkdtempSync(join(tmpdir(), 'convoy-demo-'));
  const built = join(root, '.local/demo');
  const folder = join(root, 'dev/demo');
  mkdirSync(folder, { recursive: true });
  for (const name of ['site.yaml', 'convoy.yaml']) {
    copyFileSync(join(DEMO, name), join(folder, name));
  }
  const start = performance.now();
  await prepareDemo(built);
  const milliseconds = performance.now() - start;
  const git = rememberPrinted((repository, ...words) =>
    execFileSync('git', ['--git-dir', join(built, 'repos', `${repository}.git`), ...words], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    }).trim(),
  );
  const pulls: DemoSite['pulls'] = (repository) =>
    createHostedFiles({ pulls: join(built, `${repository}.pulls.json`) }).pulls();
  return {
    site: readSite(folder),
    built,
    milliseconds,
    git,
    titles: (repository, ref) => git(repository, 'log', '--format=%s', ref).split('\n'),
    commitOn: (repository, ref, title) => {
      const lines = git(repository, 'log', '--format=%H %s', ref).split('\n');
      return only(
        lines.filter((line) => line.slice(41) === title),
        title,
      ).slice(0, 40);
    },
    pulls,
    pullNamed: async (repository, title) =>
      only(
        (await pulls(repository)).filter((pull) => pull.title === title),
        title,
      ),
    mergeRequestsNamed: async (repository, title) => {
      const files = createGitLabFiles({ pulls: join(built, `${repository}.pulls.json`) });
      return (await files.mergeRequests()).filter((one) => one.title === title);
    },
    holds: (repository, ref, sha) => git(repository, 'rev-list', ref).split('\n').includes(sha),
  };
}

/** The repositories stay as they were built, and starting git takes longer than what it has to do. */
function rememberPrinted(git: DemoSite['git']): DemoSite['git'] {
  const known = new Map<string, string>();
  return (...words) => {
    const key = words.join('\0');
    const printed = known.get(key) ?? git(...words);
    known.set(key, printed);
    return printed;
  };
}

function only<Item>(found: Item[], title: string): Item {
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  throw new Error(`"${title}" stands ${found.length} times`);
}
