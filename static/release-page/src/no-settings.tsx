import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { openSettings } from './api';

type Props = { projectKey: string; mayConfigure: boolean };

/** The project is not set up: who has to do what. */
export function NoSettings({ projectKey, mayConfigure }: Props) {
  return (
    <SectionMessage title={`Convoy is not set up for project ${projectKey}`} headingLevel="h2">
      <p>
        It has to know which repositories hold the project’s code and which lines (branches) changes
        travel, for example dev → test → prod.
      </p>
      {mayConfigure ? (
        <div className="message-action">
          <Button appearance="primary" onClick={openSettings}>
            Open the Convoy settings
          </Button>
        </div>
      ) : (
        <p>Ask a Jira administrator to set this up under Apps → Convoy.</p>
      )}
    </SectionMessage>
  );
}
