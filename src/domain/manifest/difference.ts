/** One thing that differs between two manifests, in one sentence. */
export type Difference = {
  kind:
    | 'decision'
    | 'scope'
    | 'commits'
    | 'verdict'
    | 'reasons'
    | 'lines'
    | 'gate'
    | 'sign-off'
    | 'checklist'
    | 'unlisted';
  issueKey: string | null;
  added: string[];
  removed: string[];
  /** What was one thing and is another now: `null` where things came or went. */
  change: { from: string; to: string } | null;
  text: string;
};
