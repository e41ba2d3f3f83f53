/** Who asks: by account id. Nobody is logged in as `''`. */
export const VIEWERS = {
  administrator: 'ana',
  'plain user who may browse PAY': 'bo',
  'user who may not browse PAY': 'cy',
  'administrator who may not browse PAY': 'dan',
  'anonymous viewer': '',
} as const;
export type Viewer = keyof typeof VIEWERS;

export const USERS = [
  { accountId: 'ana', displayName: 'Ana Lima', admin: true },
  { accountId: 'bo', displayName: 'Bo Chen', projects: ['PAY'] },
  { accountId: 'cy', displayName: 'Cy Ode', projects: ['WEB'] },
  { accountId: 'dan', displayName: 'Dan Ito', admin: true, projects: ['WEB'] },
];

export type Outcome = 'ok' | 'forbidden' | 'not-found' | 'invalid-input' | 'conflict';

export const ISSUE: Record<Viewer, Outcome> = {
  administrator: 'ok',
  'plain user who may browse PAY': 'ok',
  'user who may not browse PAY': 'not-found',
  'administrator who may not browse PAY': 'not-found',
  'anonymous viewer': 'forbidden',
};
export const SETTINGS: Record<Viewer, Outcome> = {
  administrator: 'ok',
  'plain user who may browse PAY': 'forbidden',
  'user who may not browse PAY': 'forbidden',
  'administrator who may not browse PAY': 'ok',
  'anonymous viewer': 'forbidden',
};
/** Who may see it is told that there is no such thing in it. */
export const NOTHING_THERE: Record<Viewer, Outcome> = {
  ...ISSUE,
  administrator: 'not-found',
  'plain user who may browse PAY': 'not-found',
};
/** Acts of those who administer the project or Jira. */
export const DECIDED: Record<Viewer, Outcome> = {
  ...ISSUE,
  'plain user who may browse PAY': 'forbidden',
};
/** What names a project must be able to see it. */
export const NAMED_PROJECT: Record<Viewer, Outcome> = {
  ...SETTINGS,
  'administrator who may not browse PAY': 'invalid-input',
};
