import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type FormEvent } from 'react';
import type { VersionView } from '../../../src/api/contract';
import { useAddress } from './use-address';

type Props = { projectKey: string; versions: VersionView[]; onClose: () => void };

/** Several versions as one release, also of other projects; or whatever a query finds. */
export function ScopeForm({ projectKey, versions, onClose }: Props) {
  const id = useId();
  const [address, change] = useAddress();
  const [also, setAlso] = useState(address.also ?? '');
  const [jql, setJql] = useState(address.jql ?? '');
  const [name, setName] = useState(address.version ?? versions[0]?.name ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const scope = jql.trim() === '' ? { also, jql: undefined } : { jql, also: undefined };
    change({ version: name.trim(), ...scope, issue: undefined });
    onClose();
  };

  return (
    <form
      className="scope-form"
      aria-label="Several versions or a query"
      onSubmit={submit}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <div>
        <label htmlFor={`${id}-name`}>Version, or a name for what the query finds</label>
        <Textfield
          id={`${id}-name`}
          isRequired
          autoFocus
          value={name}
          onChange={({ currentTarget }) => {
            setName(currentTarget.value);
          }}
        />
      </div>
      <div>
        <label htmlFor={`${id}-also`}>Released together with it, one version a line</label>
        <TextArea
          id={`${id}-also`}
          minimumRows={2}
          placeholder={`LED: 2026.05\n${projectKey}: 2026.04 Hotfix`}
          value={also}
          onChange={({ currentTarget }) => {
            setAlso(currentTarget.value);
          }}
        />
      </div>
      <div>
        <label htmlFor={`${id}-jql`}>Or instead: what this query (JQL) finds</label>
        <TextArea
          id={`${id}-jql`}
          minimumRows={2}
          placeholder={`project in (${projectKey}, LED) AND labels = train`}
          value={jql}
          onChange={({ currentTarget }) => {
            setJql(currentTarget.value);
          }}
        />
      </div>
      <div className="scope-form-end">
        <Button type="submit" appearance="primary">
          Look at these
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
    </form>
  );
}
