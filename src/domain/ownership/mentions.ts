import { commitTitle } from '../commit';
import { findIssueKeys, type IsProjectKey } from '../issue-key';
import type { Association, AssociationSource } from './association';
import { DEPENDS_ON } from './by-trailer';
import { parseMergeMessage } from './merge-message';
import { bodyLines, partQuoted } from './message-body';
import type { CommitMessage, OwnershipContext } from './ownership-context';
import { readTitle } from './title-keys';
import { parseTrailers } from './trailers';

/** Every key that a message holds, each with the most telling place where it stands first. */
export function mentions(
  { message }: CommitMessage,
  { isProjectKey }: Pick<OwnershipContext, 'isProjectKey'>,
): Association[] {
  const { own, quoted } = partQuoted(bodyLines(message));
  return [
    ...inTitle(message, isProjectKey),
    ...inDependsOn(message, isProjectKey),
    ...found(own.join('\n'), 'body', isProjectKey),
    ...found(quoted.join('\n'), 'quoted', isProjectKey),
  ];
}

function inTitle(message: string, isProjectKey: IsProjectKey): Association[] {
  const title = commitTitle(message);
  if (parseMergeMessage(message)) return found(title, 'merged-branch-name', isProjectKey);
  const { later, quoted } = readTitle(title, isProjectKey);
  return [
    ...later.map((key) => mention(key, 'later-in-title')),
    ...quoted.map((key) => mention(key, 'quoted')),
  ];
}

function inDependsOn(message: string, isProjectKey: IsProjectKey): Association[] {
  return parseTrailers(message)
    .filter(({ key }) => key.toLowerCase() === DEPENDS_ON)
    .flatMap(({ value }) => found(value, 'depends-on', isProjectKey));
}

const found = (
  text: string,
  source: AssociationSource,
  isProjectKey: IsProjectKey,
): Association[] => findIssueKeys(text, isProjectKey).map((key) => mention(key, source));

const mention = (issueKey: string, source: AssociationSource): Association => ({
  issueKey,
  kind: 'mentions',
  source,
  detail: null,
});
