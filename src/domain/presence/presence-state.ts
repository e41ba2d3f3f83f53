export type PresenceState = 'present' | 'adapted' | 'absent' | 'reverted' | 'unknown';

/** Whether a change is in a ref; `by` names the proof and `as` the commit that proves it. */
export type Presence = { state: PresenceState; by: string | null; as: string | null };

/** Whether a change is there, as it was made or in another form. */
export const isThere = (presence: Pick<Presence, 'state'> | undefined): boolean =>
  presence?.state === 'present' || presence?.state === 'adapted';
