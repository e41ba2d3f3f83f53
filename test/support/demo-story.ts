/** What the panel of a demo issue must say. */
export type Story = {
  issue: string;
  verdict: 'Safe' | 'Warning' | 'Manual review' | 'Blocked';
  sentence: string;
  /** The first reason; `null` when nothing speaks against the promotion. */
  reason: string | null;
  /** The first thing to do, and who has to. */
  next?: [action: string, owner: string];
  /** What must travel with it. */
  together?: string;
  /** A commit, what its stop on a line says, and the proof behind that. */
  proof?: [sha: string, stop: string, words: string];
  /** Words of the history, each after the one before; the newest event stands first. */
  life?: string[];
  /** What the stops say, all of them in order; `[]` when there is no lane. */
  stops: string[];
  /** Headings of sections with their gist. */
  sections?: string[];
};
