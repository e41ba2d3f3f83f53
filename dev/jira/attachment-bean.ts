import { findAccount, toUserDetails } from './account-bean';
import type { Records, StoredAttachment } from './records';

/** An attachment as its issue names it. */
export function toAttachment(
  records: Records,
  { id, author, created, filename, mimeType, text }: StoredAttachment,
): Record<string, unknown> {
  const account = findAccount(records, author);
  return {
    self: `${records.siteUrl}/rest/api/3/attachment/${id}`,
    ...{ id, filename, created, mimeType, size: Buffer.byteLength(text) },
    ...(account && { author: toUserDetails(records, account) }),
    content: `${records.siteUrl}/rest/api/3/attachment/content/${id}`,
  };
}
