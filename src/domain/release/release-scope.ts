/** What is released together: versions of one project or several, or what a JQL query finds. */
export type ReleaseScope = {
  /** For people: `2026.05 Spring`, or the names of several with ` + ` between. */
  name: string;
  projectKeys: string[];
  versionIds: string[];
  /** `null` when versions say what is in it. */
  jql: string | null;
};
