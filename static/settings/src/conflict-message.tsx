import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useNewerSettings } from './api';

type Props = {
  projectKey: string;
  /** Why nothing was saved. */
  message: string;
  onLoaded: () => void;
};

/** Somebody else saved first: the newer settings are loaded only when one says so. */
export function ConflictMessage({ projectKey, message, onLoaded }: Props) {
  const newer = useNewerSettings(projectKey);
  return (
    <div role="alert" tabIndex={-1} ref={focus}>
      <SectionMessage
        appearance="warning"
        title="Somebody else saved these settings"
        headingLevel="h3"
      >
        <p>{message} Your changes are then shown as text, to copy from.</p>
        {newer.error && <p>{newer.error.message}</p>}
        <div className="message-action">
          <Button
            isDisabled={newer.isPending}
            onClick={() => {
              newer.mutate(undefined, { onSuccess: onLoaded });
            }}
          >
            {newer.isPending ? 'Loading…' : 'Load the newer settings'}
          </Button>
        </div>
      </SectionMessage>
    </div>
  );
}

const focus = (message: HTMLElement | null): void => message?.focus();
