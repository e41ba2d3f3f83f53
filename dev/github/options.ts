/** A token and what it may see; without `repositories` everything that the host has. */
export type TokenOption = {
  token: string;
  login?: string;
  repositories?: string[];
  /** Organizations whose single sign-on this token passed. */
  ssoAuthorized?: string[];
  /** A fine-grained token: there is no permission for check runs of private repositories. */
  isFineGrained?: boolean;
};

export type RepositoryOption = {
  /** `owner/name` */
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
};

/** A GitHub App and its one installation. Either key (PEM) will do: the public part is what counts. */
export type AppOption = {
  appId: number | string;
  publicKey?: string;
  privateKey?: string;
  installationId: number;
  slug?: string;
  /** What the installation may see; default everything. */
  repositories?: string[];
};

export type GitHubOptions = {
  /** `https://api.github.com`, or `https://ghe.acme.com/api/v3` of a GitHub Enterprise server. */
  host: string;
  /** The token of user `convoy-bot`, who sees everything. */
  token: string;
  /** Whether `token` is a fine-grained one. */
  isFineGrained?: boolean | undefined;
  /** More tokens, for tests of what a token may not see. */
  tokens?: TokenOption[];
  /** Requests an hour for each token, and points an hour for GraphQL; default 5000. */
  rateLimit?: number | undefined;
  /** Switches the secondary limit on. */
  secondaryLimit?: { requestsPerMinute: number };
  /** Organizations that want single sign-on of each personal token. */
  ssoOrganizations?: string[];
  latencyMs?: number | undefined;
  repositories: RepositoryOption[];
  apps?: AppOption[];
  clock: () => Date;
  /** Where bundles are cloned to. */
  cacheDir: string;
};
