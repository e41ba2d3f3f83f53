import { commitTitle } from '../commit';

/** What the message of a merge commit says about the merge. */
export type MergeMessage = {
  /** The branches that came in, without the name of the remote or of the fork's owner. */
  branches: string[];
  /** The branch that they went into; `null` when the message does not say. */
  into: string | null;
  /** The number of the pull request; `null` when the message names none. */
  number: number | null;
  /** The title of the pull request; `null` when the message holds none. */
  pullRequestTitle: string | null;
};

type TitleReader = {
  form: RegExp;
  read: (groups: Record<string, string>) => Omit<MergeMessage, 'pullRequestTitle'>;
};

const READERS: readonly TitleReader[] = [
  {
    form: /^Merge pull request #(?<number>\d+) in \S+ from (?<branch>\S+) to (?<into>\S+)/,
    read: ({ number, branch = '', into = null }) => ({
      branches: [branch],
      into,
      number: Number(number),
    }),
  },
  {
    form: /^Merge pull request #(?<number>\d+) from [^\s/:]+[/:](?<branch>\S+)/,
    read: ({ number, branch = '' }) => ({ branches: [branch], into: null, number: Number(number) }),
  },
  {
    form: /^Merged in (?<branch>\S+) \(pull request #(?<number>\d+)\)/,
    read: ({ number, branch = '' }) => ({ branches: [branch], into: null, number: Number(number) }),
  },
  {
    form: /^Merge (?<remote>remote-tracking )?branch(?:es)? (?<names>'[^']+'(?:(?:, | and )'[^']+')*|[^\s']+)(?: of \S+)?(?: into (?<into>\S+))?$/,
    read: ({ remote, names = '', into }) => ({
      branches: branchNames(names).map((name) => (remote ? withoutRemote(name) : name)),
      into: into === undefined ? null : unquoted(into),
      number: null,
    }),
  },
];
const GITLAB_REQUEST = /^See merge request \S*!(\d+)\s*$/m;

/** Reads the messages that git, GitHub, GitLab and Bitbucket give to merges; `null` for any other. */
export function parseMergeMessage(message: string): MergeMessage | null {
  const title = commitTitle(message);
  for (const { form, read } of READERS) {
    const groups = form.exec(title)?.groups;
    if (groups) return withPullRequest(read(groups), message);
  }
  return null;
}

function withPullRequest(
  merge: Omit<MergeMessage, 'pullRequestTitle'>,
  message: string,
): MergeMessage {
  const request = GITLAB_REQUEST.exec(message)?.[1];
  const number = merge.number ?? (request === undefined ? null : Number(request));
  return { ...merge, number, pullRequestTitle: number === null ? null : firstBodyLine(message) };
}

function firstBodyLine(message: string): string | null {
  const [, body = ''] = /\n[ \t\r]*\n\s*([^\n]+)/.exec(message.trimStart()) ?? [];
  const line = body.trim();
  return line === '' || line.startsWith('See merge request ') ? null : line;
}

/** `'a'`, `'a' and 'b'`, `'a', 'b' and 'c'`, and `a` without quotes. */
function branchNames(names: string): string[] {
  const quoted = [...names.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
  return quoted.length > 0 ? quoted : [names];
}

const withoutRemote = (name: string): string => name.replace(/^[^/]+\//, '');
const unquoted = (name: string): string => name.replace(/^'|'$/g, '');
