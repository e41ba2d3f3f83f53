/** From the mildest to the worst. */
export const LEVELS = ['safe', 'warning', 'manual-review', 'blocked'] as const;
export type Level = (typeof LEVELS)[number];

/** Something that a person can look at: a commit, a line, a check, an issue; `url` is `null` where nobody knows an address. */
export type EvidenceLink = { text: string; url: string | null };

/** One sourced finding. `code` is a code of the specification, or one that a risk rule of the settings made up. */
export type Reason = {
  code: string;
  level: Level;
  /** One sentence in plain words, for somebody who reads no git. */
  summary: string;
  evidence: EvidenceLink[];
  /** Commits that it is about, each once: what people say of it covers these and no others. */
  shas?: string[];
  /** What else it is about, in words that stay when its texts change: issue keys, parts of the evidence. */
  subjects?: string[];
};
