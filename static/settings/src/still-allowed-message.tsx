import SectionMessage from '@atlaskit/section-message';
import { useStillAllowed } from './api';

/** An address that Convoy may still call though no connection needs it. */
export function StillAllowedMessage() {
  const { data: address } = useStillAllowed();
  if (!address) return null;
  return (
    <div role="alert">
      <SectionMessage
        appearance="warning"
        title={`Convoy may still call ${address.domain}`}
        headingLevel="h3"
      >
        <p>
          The connection is deleted, but the consent to call its address could not be taken back (
          {address.why}). Take it back in the settings of the app under Connected apps.
        </p>
      </SectionMessage>
    </div>
  );
}
