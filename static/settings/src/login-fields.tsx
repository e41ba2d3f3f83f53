import TextArea from '@atlaskit/textarea';
import { ExternalLink } from '../../shared/external-link';
import { Choice } from './choice';
import { isOwnHost, loginOf, providerOf, type ConnectionDraft } from './connection-draft';
import { hostUrl } from './egress';
import { Field } from './field';
import { GitLabTokenWords } from './gitlab-token-words';
import { TextField } from './text-field';

type Props = {
  draft: ConnectionDraft;
  /** Whether the host's secret is kept already. */
  isKept: boolean;
  onChange: (part: Partial<ConnectionDraft>) => void;
};

const LOGINS = [
  { value: 'token', label: 'Fine-grained token', help: 'quickest to set up; ends with its expiry' },
  {
    value: 'app',
    label: 'GitHub App',
    help: 'does not expire, belongs to no person, has higher limits',
  },
] as const;

const TOKEN_DOCS =
  'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens#creating-a-fine-grained-personal-access-token';
const APP_DOCS =
  'https://docs.github.com/en/apps/creating-github-apps/registering-a-github-app/registering-a-github-app';
const KEPT = 'Kept, and never shown. Leave this empty to keep it, or enter a new one.';

/** How Convoy logs in: by a token, or as a GitHub App. */
export function LoginFields({ draft, isKept, onChange }: Props) {
  return (
    <>
      {providerOf(draft.host) === 'github' && (
        <Choice
          legend="How Convoy logs in"
          name="login"
          value={draft.login}
          options={LOGINS}
          onChange={(login) => {
            onChange({ login });
          }}
        />
      )}
      {loginOf(draft) === 'token' ? (
        <TextField
          label="Token"
          place="auth.token"
          type="password"
          value={draft.token}
          help={
            <>
              {isKept && <p>{KEPT}</p>}
              {providerOf(draft.host) === 'gitlab' ? (
                <GitLabTokenWords draft={draft} />
              ) : (
                <TokenWords draft={draft} />
              )}
            </>
          }
          onChange={(token) => {
            onChange({ token });
          }}
        />
      ) : (
        <AppFields draft={draft} isKept={isKept} onChange={onChange} />
      )}
    </>
  );
}

function AppFields({ draft, isKept, onChange }: Props) {
  return (
    <>
      <div className="columns">
        <TextField
          label="App id"
          place="auth.appId"
          value={draft.appId}
          help="On the page of the app."
          onChange={(appId) => {
            onChange({ appId });
          }}
        />
        <TextField
          label="Installation id"
          place="auth.installationId"
          value={draft.installationId}
          help="The number at the end of the address of the installed app."
          onChange={(installationId) => {
            onChange({ installationId });
          }}
        />
      </div>
      <Field
        label="Private key"
        place="auth.privateKey"
        help={
          <>
            {isKept ? KEPT : 'The whole .pem file, its first and last line included.'}
            <Permissions login="app" />{' '}
            <ExternalLink href={APP_DOCS}>How to register a GitHub App</ExternalLink>
          </>
        }
      >
        {(attributes) => (
          <TextArea
            {...attributes}
            isMonospaced
            minimumRows={4}
            spellCheck={false}
            autoComplete="off"
            placeholder="-----BEGIN RSA PRIVATE KEY-----"
            value={draft.privateKey}
            onChange={({ currentTarget }) => {
              onChange({ privateKey: currentTarget.value });
            }}
          />
        )}
      </Field>
    </>
  );
}

function TokenWords({ draft: { host, address } }: Pick<Props, 'draft'>) {
  const origin = isOwnHost(host) ? hostUrl(address)?.origin : 'https://github.com';
  return (
    <>
      <Permissions login="token" />{' '}
      {origin !== undefined && (
        <>
          <ExternalLink href={`${origin}/settings/personal-access-tokens/new`}>
            Make a token
          </ExternalLink>
          {' · '}
        </>
      )}
      <ExternalLink href={TOKEN_DOCS}>How to make one</ExternalLink>
    </>
  );
}

function Permissions({ login }: Pick<ConnectionDraft, 'login'>) {
  return (
    <p>
      Repository permissions, all read-only: <strong>Contents</strong>,{' '}
      <strong>Pull requests</strong>, <strong>Commit statuses</strong>, <strong>Deployments</strong>
      , <strong>Metadata</strong>
      {login === 'app' ? (
        <>
          , <strong>Checks</strong>. Convoy writes nothing.
        </>
      ) : (
        <>
          . Convoy writes nothing. GitHub lets no token of this kind read check runs of private
          repositories, such as those of GitHub Actions: for these use a GitHub App.
        </>
      )}
    </p>
  );
}
