/** A token and what it may see; without `projects` everything that the host has. */
export type TokenOption = {
  token: string;
  username?: string;
  projects?: string[];
  /** Projects that it sees but whose repository it may not read, as a guest does. */
  guestOf?: string[];
};

export type ProjectOption = {
  /** `group/name`, `group/sub/name` */
  path: string;
  /** Folder of a bare repository, or a bundle file, which is cloned to the cache folder. */
  git: string;
  pulls?: string | undefined;
  deployments?: string | undefined;
  checks?: string | undefined;
  /** Paths that it had before; asked by one of these, the host answers 301. */
  renamedFrom?: string[];
  isPrivate?: boolean;
  isArchived?: boolean;
  /** Names or wildcards; default the default branch alone, as GitLab protects it. */
  protectedBranches?: string[];
};

export type GitLabOptions = {
  /** `https://gitlab.com`, or the address of a self-managed GitLab, with its path if it has one. */
  host: string;
  /** The token of user `convoy-bot`, who sees everything. */
  token: string;
  /** More tokens, for tests of what a token may not see. */
  tokens?: TokenOption[];
  /** Requests a minute for each token; default 2000 on gitlab.com, none on a self-managed GitLab. */
  rateLimit?: number | undefined;
  latencyMs?: number | undefined;
  repositories: ProjectOption[];
  clock: () => Date;
  /** Where bundles are cloned to. */
  cacheDir: string;
};
