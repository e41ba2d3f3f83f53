import type { Failure } from '../../ports/provider-error';

/** What a call was about, for the reader of an error: `the branches` of `acme/web` on `github.com`. */
export type Subject = {
  what: string;
  /** `null` when no repository is concerned. */
  path: string | null;
  host: string;
  credential: string;
};

type Kinds = { [K in Failure['kind']]: (failure: Extract<Failure, { kind: K }>) => string };

/** What failed, on what, what to do. Never a word of the host's, so never a secret. */
export function toMessage(failure: Failure, subject: Subject): string {
  const { host, credential } = subject;
  const thing = subject.path === null ? subject.what : `${subject.what} of ${subject.path}`;
  const kinds: Kinds = {
    unauthorized: () =>
      `${host} refused ${credential} when asked for ${thing}. It is wrong, expired or revoked: ` +
      `enter a new one in the connection.`,
    forbidden: ({ sso }) =>
      sso
        ? `${host} keeps back ${thing} until ${credential} is authorised for single sign-on: ` +
          `on GitHub, open the token's settings and choose "Configure SSO".`
        : `${host} does not let ${credential} read ${thing}. Give it read access to contents, ` +
          `pull requests, commit statuses and deployments of the repository; a GitHub App also to checks.`,
    'not-found': () =>
      `${host} does not have ${thing}, or hides it from ${credential}. Check the path, and that ` +
      `the connection may read the repository.`,
    'rate-limited': ({ retryAfterSeconds }) =>
      `${host} takes no more calls with ${credential} for ${retryAfterSeconds} s, so ${thing} ` +
      `could not be read. Try again after that.`,
    unavailable: ({ status }) =>
      status === null
        ? `${host} could not be reached to read ${thing}. Check the address of the connection, ` +
          `and that the host can be reached from the internet; then try again.`
        : `${host} failed with status ${status} when asked for ${thing}. Try again later.`,
    'egress-blocked': () =>
      `Forge does not let Convoy call ${host}, so ${thing} could not be read. A Jira ` +
      `administrator must allow this address for the app.`,
    'unexpected-answer': () =>
      `${host} answered in a form that is not GitHub's when asked for ${thing}. Check the address ` +
      `of the connection: https://api.github.com, or https://HOST/api/v3 for GitHub Enterprise.`,
  };
  const tell = kinds[failure.kind] as (failure: Failure) => string;
  return tell(failure);
}
