/** A file of text. */
export type TextFile = { fileName: string; mediaType: string; text: string };

/** A node of the Atlassian Document Format. */
export type DocumentNode = {
  type: string;
  attrs?: Record<string, string | number>;
  content?: DocumentNode[];
  text?: string;
  marks?: { type: 'link'; attrs: { href: string } }[];
};
export type AtlassianDocument = { version: 1; type: 'doc'; content: DocumentNode[] };

/** What Convoy writes into Jira, only when a person asks for it and as that person; throws `ProviderError`. */
export type IssueWriter = {
  attachFile(issueKey: string, file: TextFile): Promise<void>;
  addComment(issueKey: string, body: AtlassianDocument): Promise<void>;
  /** `''` when it has none. */
  getVersionDescription(versionId: string): Promise<string>;
  /** `forbidden` or `not-found` for who does not administer the project. */
  setVersionDescription(versionId: string, description: string): Promise<void>;
};
