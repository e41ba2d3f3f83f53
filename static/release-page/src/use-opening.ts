import { useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

export type Opening = {
  isOpen: boolean;
  open: () => void;
  /** Puts the focus back on the button. */
  close: () => void;
  opener: RefObject<HTMLButtonElement>;
};

/** A form and the button that opens it, which may stand in its place while it is closed. */
export function useOpening(): Opening {
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return {
    isOpen,
    opener,
    open: () => {
      setIsOpen(true);
    },
    close: () => {
      flushSync(() => {
        setIsOpen(false);
      });
      opener.current?.focus();
    },
  };
}
