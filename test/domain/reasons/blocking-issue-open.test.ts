import type { Dependency } from '../../../src/domain/dependencies/edge';
import {
  blockingIssueOpen,
  isBlockedWithoutChange,
  isOpenBlocker,
} from '../../../src/domain/reasons/blocking-issue-open';
import {
  dependenciesOf,
  dependency,
  edgeSource,
  itTells,
  promotionCase,
} from '../../support/promotion-case';

const blocker = (more: Partial<Dependency> = {}): Dependency =>
  dependency({
    status: 'unresolved',
    hasChanges: false,
    sources: [edgeSource({ isBlocking: true })],
    ...more,
  });
const withBlocker = (more: Partial<Dependency> = {}) =>
  promotionCase({ dependencies: dependenciesOf({ edges: [blocker(more)] }) });

describe('blockingIssueOpen', () => {
  itTells(blockingIssueOpen, ['blocking-issue-open', 'blocked'], {
    yes: [
      { when: 'a blocking issue without changes is in progress', facts: withBlocker() },
      {
        when: 'it is new',
        facts: withBlocker({ issueStatus: { name: 'Open', category: 'new' } }),
      },
    ],
    no: [
      { when: 'nothing blocks', facts: promotionCase() },
      { when: 'the link blocks nothing', facts: withBlocker({ sources: [edgeSource()] }) },
      { when: 'it has changes to wait for', facts: withBlocker({ hasChanges: true }) },
      {
        when: 'it is done',
        facts: withBlocker({ issueStatus: { name: 'Done', category: 'done' } }),
      },
      { when: 'it travels along', facts: withBlocker({ status: 'in-bundle' }) },
      { when: 'nobody knows its status', facts: withBlocker({ issueStatus: null }) },
      {
        when: 'nobody knows what its status means',
        facts: withBlocker({ issueStatus: { name: 'Odd', category: 'unknown' } }),
      },
      { when: 'it is hidden', facts: withBlocker({ key: null, status: 'hidden' }) },
    ],
  });

  it('is told apart from a blocker whose status nobody knows', () => {
    const unknown = blocker({ issueStatus: null });

    expect([isBlockedWithoutChange(unknown), isOpenBlocker(unknown)]).toEqual([true, false]);
  });
});
