import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSite } from '../../../dev/local-site/open-site';
import { REPOSITORIES } from '../../../dev/phoenix/data-files';
import { writePhoenixSite } from '../../../dev/phoenix/write-site';
import { readSite } from '../../../dev/site-file/read-site';
import type { CommitView, IssueView, Reply } from '../../../src/api/contract';

/** Commits as `repository sha`, by what they are to an issue. */
export type Listed = { owns: Set<string>; reverts: Set<string>; mentions: Set<string> };

export type PhoenixSite = {
  /** What `getIssue` lists, for every issue of the site. */
  listed: Map<string, Listed>;
  gaps: string[];
  git(repository: string, ...words: string[]): string;
};

export async function readPhoenixSite(data: string): Promise<PhoenixSite> {
  const folder = mkdtempSync(join(tmpdir(), 'convoy-phoenix-'));
  writePhoenixSite({ data, out: folder });
  for (const name of REPOSITORIES) {
    const words = [
      'clone',
      '-q',
      '--bare',
      join(data, `${name}.bundle`),
      join(folder, `${name}.git`),
    ];
    execFileSync('git', words);
  }
  const views = await readIssues(folder);
  return {
    listed: new Map(views.map((view) => [view.key, toListed(view)])),
    gaps: [...new Set(views.flatMap(({ evidence }) => evidence.gaps.map(({ what }) => what)))],
    git: (repository, ...words) =>
      execFileSync('git', ['--git-dir', join(folder, `${repository}.git`), ...words], {
        encoding: 'utf8',
        maxBuffer: 256 * 1024 * 1024,
      }),
  };
}

async function readIssues(folder: string): Promise<IssueView[]> {
  const { platform, site, close } = await openSite(readSite(folder), { store: null });
  await platform.drain();
  const views: IssueView[] = [];
  for (const { key: issueKey } of site.jira.issues) {
    const call = { moduleKey: 'issue-panel', functionKey: 'getIssue', accountId: 'ana' };
    const reply = (await platform.invokeResolver({
      ...call,
      payload: { issueKey },
    })) as Reply<IssueView>;
    if (!reply.ok) throw new Error(`${issueKey}: ${reply.error.message}`);
    views.push(reply.value);
  }
  await close();
  return views;
}

function toListed({ changes, mentions }: IssueView): Listed {
  const own = changes.flatMap(({ repository, commits }) =>
    commits.map((commit) => ({ name: nameOf(repository, commit), isRevert: isRevert(commit) })),
  );
  return {
    owns: new Set(own.flatMap(({ name, isRevert: reverts }) => (reverts ? [] : [name]))),
    reverts: new Set(own.flatMap(({ name, isRevert: reverts }) => (reverts ? [name] : []))),
    mentions: new Set(
      mentions.flatMap(({ repository, commits }) =>
        commits.map((commit) => nameOf(repository, commit)),
      ),
    ),
  };
}

const nameOf = (repository: string, { sha }: CommitView): string =>
  `${repository.replace('github:apache/', '')} ${sha}`;

/** The strongest association, which stands first, decides. */
const isRevert = ({ associations }: CommitView): boolean => associations[0]?.kind === 'reverts';
