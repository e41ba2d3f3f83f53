import type { Failure } from '../../ports/provider-error';

/** What a call was about, for the reader of an error: `the branches` of `acme/web` on `gitlab.com`. */
export type Subject = {
  what: string;
  /** `null` when no repository is concerned. */
  path: string | null;
  host: string;
};

type Kinds = { [K in Failure['kind']]: (failure: Extract<Failure, { kind: K }>) => string };

/** What failed, on what, what to do. Never a word of the host's, so never a secret. */
export function toMessage(failure: Failure, subject: Subject): string {
  const { host } = subject;
  const thing = subject.path === null ? subject.what : `${subject.what} of ${subject.path}`;
  const kinds: Kinds = {
    unauthorized: () =>
      `${host} refused the token when asked for ${thing}. It is wrong, expired or revoked: enter a ` +
      `new one in the connection.`,
    forbidden: () =>
      `${host} does not let the token read ${thing}. It needs the scope read_api, and its user at ` +
      `least the role Reporter in the project.`,
    'not-found': () =>
      `${host} does not have ${thing}, or hides it from the token. Check the path, and that the ` +
      `connection may read the repository.`,
    'rate-limited': ({ retryAfterSeconds }) =>
      `${host} takes no more calls with the token for ${retryAfterSeconds} s, so ${thing} could ` +
      `not be read. Try again after that.`,
    unavailable: ({ status }) =>
      status === null
        ? `${host} could not be reached to read ${thing}. Check the address of the connection, and ` +
          `that the host can be reached from the internet; then try again.`
        : `${host} failed with status ${status} when asked for ${thing}. Try again later.`,
    'egress-blocked': () =>
      `Forge does not let Convoy call ${host}, so ${thing} could not be read. A Jira administrator ` +
      `must allow this address for the app.`,
    'unexpected-answer': () =>
      `${host} answered in a form that is not GitLab's when asked for ${thing}. Check the address ` +
      `of the connection: https://gitlab.com, or the one at which you open your own GitLab.`,
  };
  const tell = kinds[failure.kind] as (failure: Failure) => string;
  return tell(failure);
}
