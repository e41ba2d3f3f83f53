export type DeploymentState =
  'success' | 'failed' | 'in-progress' | 'cancelled' | 'inactive' | 'unknown';

export type DeploymentEvent = { state: DeploymentState; at: string };

/** One deployment of one sha to one environment, with what became of it. */
export type Deployment = {
  id: string;
  sha: string;
  ref: string | null;
  environment: string;
  /** The tier that the host states explicitly; `null` when it states none. */
  tier: 'development' | 'testing' | 'staging' | 'production' | null;
  /** The newest state. */
  state: DeploymentState;
  createdAt: string;
  updatedAt: string;
  url: string | null;
  /** States in the order they happened. */
  events: DeploymentEvent[];
};
