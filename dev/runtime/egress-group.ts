/** Addresses that an administrator allowed, as `permissions.egress` of @forge/bridge has them. */
export type EgressGroup = {
  key: string;
  description: string;
  configured: { domain: string; type: string[] }[];
};
