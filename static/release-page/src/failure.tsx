import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';

type Props = { title: string; message: string; isTrying: boolean; onTryAgain: () => void };

/** Something could not be had at all: why, and one more try. */
export function Failure({ title, message, isTrying, onTryAgain }: Props) {
  return (
    <div role="alert">
      <SectionMessage appearance="error" title={title} headingLevel="h2">
        <p>{message}</p>
        <div className="message-action">
          <Button onClick={onTryAgain} isDisabled={isTrying}>
            {isTrying ? 'Trying…' : 'Try again'}
          </Button>
        </div>
      </SectionMessage>
    </div>
  );
}
