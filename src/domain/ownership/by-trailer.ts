import { locateIssueKeys } from '../issue-key';
import type { Association } from './association';
import type { CommitMessage, OwnershipContext } from './ownership-context';
import { quotationAround } from './title-keys';
import { parseTrailers } from './trailers';

export const DEPENDS_ON = 'depends-on';

type TrailerContext = Pick<OwnershipContext, 'isProjectKey' | 'issueTrailers'>;

/**
 * The issues that an issue trailer names. `Depends-On` never makes an owner, even when somebody
 * lists it, nor does a quoted title: `Fixes: 1234567 ("PAY-7 Fix login")` names a commit.
 */
export function byTrailer({ message }: CommitMessage, context: TrailerContext): Association[] {
  const names = context.issueTrailers.map((name) => name.toLowerCase());
  return parseTrailers(message)
    .filter(({ key }) => names.includes(key.toLowerCase()) && key.toLowerCase() !== DEPENDS_ON)
    .flatMap(({ key, value }) =>
      locateIssueKeys(value, context.isProjectKey)
        .filter((located) => quotationAround(value, located)?.isKeyAlone ?? true)
        .map((located) => ({
          issueKey: located.key,
          kind: 'owns' as const,
          source: 'trailer' as const,
          detail: key,
        })),
    );
}
