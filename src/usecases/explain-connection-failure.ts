import { hostOf } from '../domain/settings/host-address';
import type { Connection } from '../ports/connection-store';
import type { Failure } from '../ports/provider-error';

/** What is wrong with a connection, in a person's words, and what to do. */
export type ConnectionProblem = {
  problem:
    | 'unauthorized'
    | 'forbidden'
    | 'sso'
    | 'not-found'
    | 'rate-limited'
    | 'unreachable'
    | 'egress-blocked'
    | 'not-this-host'
    | 'bad-key';
  message: string;
  advice: string;
};

type Explained<Kind extends Failure['kind']> = (
  failure: Extract<Failure, { kind: Kind }>,
  connection: Connection,
) => ConnectionProblem;

/** Why a connection does not work. */
export function explainConnectionFailure(
  failure: Failure,
  connection: Connection,
): ConnectionProblem {
  switch (failure.kind) {
    case 'unauthorized':
      return unauthorized(failure, connection);
    case 'forbidden':
      return forbidden(failure, connection);
    case 'not-found':
      return notFound(failure, connection);
    case 'rate-limited':
      return rateLimited(failure, connection);
    case 'unavailable':
      return unreachable(failure, connection);
    case 'egress-blocked':
      return egressBlocked(failure, connection);
    case 'unexpected-answer':
      return notThisHost(failure, connection);
  }
}

const unauthorized: Explained<'unauthorized'> = (_, connection) =>
  connection.auth.kind === 'app'
    ? {
        problem: 'bad-key',
        message: `${hostOf(connection)} does not accept the private key for the app ${connection.auth.appId}.`,
        advice:
          'Make a new private key on the page of the app, check the app id there, and enter both again. The key is the whole .pem file, its first and last line included.',
      }
    : {
        problem: 'unauthorized',
        message: `${hostOf(connection)} does not accept the token: it is wrong, has expired or was revoked.`,
        advice: 'Make a new token there and enter it again.',
      };

const forbidden: Explained<'forbidden'> = ({ sso }, connection) =>
  sso
    ? {
        problem: 'sso',
        message: `The organization at ${hostOf(connection)} lets tokens in only after single sign-on.`,
        advice:
          'Open the list of your tokens there, choose "Configure SSO" beside this one and authorize the organization. Then test again.',
      }
    : {
        problem: 'forbidden',
        message: `${hostOf(connection)} knows the account, but it may not read what Convoy needs.`,
        advice: MAY_READ[connection.provider],
      };

const MAY_READ: Record<Connection['provider'], string> = {
  github:
    'Give it read access to contents, pull requests, commit statuses, deployments and metadata of the repositories, and a GitHub App also to checks. If the organization approves tokens, ask its owner to approve this one.',
  gitlab:
    'Make a token with the scope read_api, of a group, project or person with at least the role Reporter. If the group lets in only certain addresses or asks for single sign-on, let Convoy in there.',
};

const EXAMPLES: Record<Connection['provider'], string> = {
  github: 'https://github.com or https://ghe.acme.com',
  gitlab: 'https://gitlab.com or https://gitlab.acme.com, with the path if it has one',
};

const MORE_CALLS: Record<Connection['provider'], string> = {
  github: 'Test again then. If it happens often, use a GitHub App or an account of its own.',
  gitlab:
    'Test again then. If it happens often, make a connection with a token of its own for each group, or ask who runs the host to raise the limit.',
};

const notFound: Explained<'not-found'> = (_, connection) =>
  connection.auth.kind === 'app'
    ? {
        problem: 'not-found',
        message: `The app ${connection.auth.appId} has no installation ${connection.auth.installationId} at ${hostOf(connection)}.`,
        advice:
          'Open the installed app in the settings of the organization: the number at the end of its address is the installation id.',
      }
    : {
        problem: 'not-found',
        message: `There is nothing that Convoy looks for at ${connection.baseUrl}.`,
        advice: `Check the address: it is the one that you open in the browser, such as ${EXAMPLES[connection.provider]}.`,
      };

const rateLimited: Explained<'rate-limited'> = ({ retryAfterSeconds }, connection) => {
  const minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60));
  return {
    problem: 'rate-limited',
    message: `${hostOf(connection)} takes no more calls from this account for ${minutes === 1 ? 'one minute' : `${minutes} minutes`}.`,
    advice: MORE_CALLS[connection.provider],
  };
};

const unreachable: Explained<'unavailable'> = ({ status }, connection) => ({
  problem: 'unreachable',
  message:
    status === null
      ? `${hostOf(connection)} does not answer.`
      : `${hostOf(connection)} answers, but with the error ${status}.`,
  advice:
    'Check the spelling of the address, that the host is up, and that it can be reached from the internet: Forge runs outside of your network.',
});

const egressBlocked: Explained<'egress-blocked'> = (_, connection) => ({
  problem: 'egress-blocked',
  message: `Forge does not let Convoy call ${connection.baseUrl} yet.`,
  advice: 'Allow this address on this page first, then test again.',
});

const notThisHost: Explained<'unexpected-answer'> = (_, connection) => ({
  problem: 'not-this-host',
  message: `Something answers at ${connection.baseUrl}, but it is not the API of ${connection.provider === 'github' ? 'GitHub' : 'GitLab'}.`,
  advice:
    'Check the address. A log-in page or a proxy before the host gives such an answer as well: Convoy must reach the API directly.',
});
