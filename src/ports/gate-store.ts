/** The secret that a project's pipelines sign with: who made it, and when. */
export type GateKey = { secret: string; savedAt: string; savedBy: string };

/** What the gate for pipelines keeps: one secret for each project, and the requests it has answered. */
export type GateStore = {
  findKey(projectKey: string): Promise<GateKey | undefined>;
  saveKey(projectKey: string, key: GateKey): Promise<void>;
  deleteKey(projectKey: string): Promise<void>;
  /** Whether a request with this id comes for the first time within an hour; of two at once, one does. */
  claim(requestId: string): Promise<boolean>;
};
