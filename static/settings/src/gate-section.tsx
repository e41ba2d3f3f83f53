import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { exactTime } from '../../shared/wording';
import { useCreateGateKey, useDeleteGateKey, useGate } from './api';
import { Section } from './section';

type Props = { projectKey: string };

const ABOUT =
  'A pipeline asks whether a version may ship before it deploys: 200 when it may, 409 with the reasons when not.';

/** The address that pipelines ask, and the secret that they sign with. */
export function GateSection({ projectKey }: Props) {
  const gate = useGate(projectKey);
  const create = useCreateGateKey(projectKey);
  const remove = useDeleteGateKey(projectKey);
  const failure = gate.error ?? create.error ?? remove.error;

  return (
    <Section title="Gate for pipelines" about={ABOUT}>
      {failure && <SectionMessage appearance="error">{failure.message}</SectionMessage>}
      {gate.data && <Address gate={gate.data} />}
      {create.data && <NewSecret secret={create.data.secret} />}
      {gate.data && <Buttons hasKey={gate.data.key !== null} create={create} remove={remove} />}
    </Section>
  );
}

type ButtonsProps = {
  hasKey: boolean;
  create: ReturnType<typeof useCreateGateKey>;
  remove: ReturnType<typeof useDeleteGateKey>;
};

function Buttons({ hasKey, create, remove }: ButtonsProps) {
  return (
    <div className="actions">
      <Button
        isLoading={create.isPending}
        onClick={() => {
          create.mutate(undefined);
        }}
      >
        {hasKey ? 'Replace the secret' : 'Make a secret'}
      </Button>
      {hasKey && (
        <Button
          appearance="subtle"
          isLoading={remove.isPending}
          onClick={() => {
            create.reset();
            remove.mutate(undefined);
          }}
        >
          Turn pipelines away
        </Button>
      )}
    </div>
  );
}

type Gate = { url: string; key: { savedAt: string; savedBy: string } | null };

function Address({ gate: { url, key } }: { gate: Gate }) {
  return (
    <>
      <Copied label="Address" text={url} />
      <p role="status">
        {key === null
          ? 'No secret yet: every request is turned away.'
          : `${key.savedBy} made the secret on ${exactTime(key.savedAt)}. It is told only once.`}
      </p>
    </>
  );
}

const NewSecret = ({ secret }: { secret: string }) => (
  <SectionMessage title="The new secret, told this once" appearance="warning">
    <Copied label="Secret" text={secret} />
    <p>Keep it as a secret of your pipelines: docs/pipeline-gate.md shows how they sign.</p>
  </SectionMessage>
);

/** A text to take along; the field selects it as a whole. */
function Copied({ label, text }: { label: string; text: string }) {
  return (
    <label className="field">
      {label}
      <input
        className="code-field"
        readOnly
        value={text}
        onFocus={({ currentTarget }) => {
          currentTarget.select();
        }}
      />
    </label>
  );
}
