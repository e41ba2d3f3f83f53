import Button from '@atlaskit/button/new';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
} from '@atlaskit/modal-dialog';
import type { FormEvent, ReactNode } from 'react';

type Props = {
  title: string;
  action: string;
  /** What the button says while the action runs. */
  pendingAction?: string;
  isPending?: boolean;
  isDangerous?: boolean;
  isDisabled?: boolean;
  failure?: string | null;
  width?: 'small' | 'medium' | 'large';
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A dialog with a form: Escape and Cancel close it, Enter sends it. */
export function FormModal(props: Props) {
  const { title, onSubmit, onClose, children } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  };

  return (
    <ModalDialog
      onClose={onClose}
      width={props.width ?? 'medium'}
      shouldCloseOnOverlayClick={false}
    >
      <form className="modal-form" aria-label={title} noValidate onSubmit={submit}>
        <ModalHeader hasCloseButton>
          <ModalTitle {...(props.isDangerous && { appearance: 'danger' })}>{title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className="stack">{children}</div>
        </ModalBody>
        <ModalFooter>
          <End {...props} />
        </ModalFooter>
      </form>
    </ModalDialog>
  );
}

function End(props: Props) {
  const { action, pendingAction = 'Saving…', isPending = false, isDisabled = false } = props;
  return (
    <>
      {props.failure && (
        <p className="problem modal-failure" role="alert">
          {props.failure}
        </p>
      )}
      <Button appearance="subtle" onClick={props.onClose}>
        Cancel
      </Button>
      <Button
        type="submit"
        appearance={props.isDangerous ? 'danger' : 'primary'}
        isDisabled={isPending || isDisabled}
      >
        {isPending ? pendingAction : action}
      </Button>
    </>
  );
}
