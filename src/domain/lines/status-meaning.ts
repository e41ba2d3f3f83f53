export type StatusMeaning = 'rejected' | 'approved';

const REJECTING = /fail|reject|re-?open/iu;
/** Not `Undone`; nor `Not approved`, `To be accepted`, `Won't be done`: those are not there yet, or never. */
const APPROVING =
  /(?<![\p{L}\p{N}])(?<!(?:not|non|never|be)(?:\s+yet)?[\s_-]+)(?:done|approved|accepted)(?![\p{L}\p{N}])/iu;

/**
 * What a status means where a project configures nothing: names with fail, reject or reopen reject;
 * names with the whole words done, approved or accepted approve. A name with both rejects: nothing
 * doubtful approves.
 */
export function statusMeaning(status: string): StatusMeaning | null {
  if (REJECTING.test(status)) return 'rejected';
  return APPROVING.test(status) ? 'approved' : null;
}
