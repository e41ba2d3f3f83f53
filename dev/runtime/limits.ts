/**
 * What Forge allows.
 *
 * Source: https://developer.atlassian.com/platform/forge/limits-invocation/ and .../platform-quotas-and-limits/
 */
export type Limits = {
  resolverSeconds: number;
  triggerSeconds: number;
  webTriggerSeconds: number;
  /** Consumers and scheduled triggers whose function declares no `timeoutSeconds`. */
  backgroundSeconds: number;
  requestBytes: number;
  replyBytes: number;
  /** External calls of one invocation in each minute that it runs; calls to Jira do not count. */
  fetchesPerMinute: number;
  eventsPerPush: number;
  pushBytes: number;
  eventsPerMinute: number;
  /** An event for a consumer that may run longer than the default. */
  longRunningEventBytes: number;
  /** How deep consumers may push events that cause events. */
  cyclicPushes: number;
  /** How often an event is delivered again after its consumer failed. */
  redeliveries: number;
  retentionMs: number;
};

export const FORGE_LIMITS: Limits = {
  resolverSeconds: 25,
  triggerSeconds: 25,
  webTriggerSeconds: 55,
  backgroundSeconds: 55,
  requestBytes: 500 * 1024,
  replyBytes: 5 * 1024 * 1024,
  fetchesPerMinute: 100,
  eventsPerPush: 50,
  pushBytes: 200 * 1024,
  eventsPerMinute: 500,
  longRunningEventBytes: 100 * 1024,
  cyclicPushes: 1000,
  redeliveries: 4,
  retentionMs: 24 * 60 * 60 * 1000,
};
