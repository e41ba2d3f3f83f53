import Button from '@atlaskit/button/new';
import { useId, type ReactNode } from 'react';

/** A label above its field. */
export function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

type EndProps = {
  action: string;
  isPending: boolean;
  failure: string | null;
  onClose: () => void;
};

/** What failed, and the two ways on. */
export function FormEnd({ action, isPending, failure, onClose }: EndProps) {
  return (
    <div className="form-end">
      {failure !== null && (
        <p className="problem" role="alert">
          {failure}
        </p>
      )}
      <Button type="submit" appearance="primary" isDisabled={isPending}>
        {isPending ? 'Saving…' : action}
      </Button>
      <Button appearance="subtle" onClick={onClose}>
        Cancel
      </Button>
    </div>
  );
}

export function FormDone({ children, onClose }: { children: ReactNode; onClose: () => void }) {
  return (
    <div className="form form-done">
      <p role="status">{children}</p>
      <button type="button" className="text-button" onClick={onClose}>
        Close
      </button>
    </div>
  );
}
