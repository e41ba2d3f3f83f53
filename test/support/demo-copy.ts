import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createHistory, type Person } from '../../dev/demo/history';
import { prepareSite } from '../../dev/demo/prepare';
import { runGit } from '../../dev/git/run-git';
import { createTempFolder } from './temp-folder';

const DEMO = 'dev/demo';
const BUILT = '.local/demo';

type Push = {
  /** `payments-api` */
  repository: string;
  branch: string;
  message: string;
  by: Person;
  /** ISO 8601, to the second. */
  at: string;
  files: Record<string, string>;
};

export type DemoCopy = {
  folder: string;
  /** One more commit on a branch; returns its sha. */
  push: (push: Push) => Promise<string>;
};

/** The demo in a folder of its own, so that its repositories may change. */
export async function copyDemo(): Promise<DemoCopy> {
  await prepareSite(DEMO);
  const site = readFileSync(join(DEMO, 'site.yaml'), 'utf8');
  const folder = createTempFolder({
    'site.yaml': site.replaceAll(`../../${BUILT}/`, 'built/'),
    'convoy.yaml': readFileSync(join(DEMO, 'convoy.yaml'), 'utf8'),
  });
  const built = join(folder, 'built');
  cpSync(BUILT, built, { recursive: true });
  return { folder, push: (ask) => push(join(built, 'repos', `${ask.repository}.git`), ask) };
}

async function push(gitFolder: string, { branch, message, by, at, files }: Push): Promise<string> {
  const head = await runGit(['--git-dir', gitFolder, 'rev-parse', `refs/heads/${branch}`]);
  const history = createHistory(gitFolder, branch);
  const sha = await history.commit({
    ...{ message, author: by, committer: by, at },
    parents: [head.trim()],
    changes: new Map(Object.entries(files)),
  });
  await history.finish(new Map([[`refs/heads/${branch}`, sha]]));
  return sha;
}
