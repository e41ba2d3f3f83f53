import type { RepairPlace } from '../../../src/api/contract';

/** Where somebody was led to; each visit has its own number, so that the same place can be visited again. */
export type RepairTarget = RepairPlace & { visit: number };

/** What makes a part of the screen begin anew when somebody is led there. */
export const visitOf = (target: RepairTarget | null, part: RepairPlace['part']): number =>
  target?.part === part ? target.visit : 0;

/** Hands the keyboard to what somebody was led to. */
export const focusOn = (element: HTMLElement | null): void => element?.focus();

/** Whether somebody was led to a part. */
export const isTargeted = (target: RepairTarget | null, part: RepairPlace['part']): boolean =>
  target?.part === part;
