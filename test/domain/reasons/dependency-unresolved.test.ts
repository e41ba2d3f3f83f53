import type { Dependency } from '../../../src/domain/dependencies/edge';
import { dependencyUnresolved } from '../../../src/domain/reasons/dependency-unresolved';
import {
  dependenciesOf,
  dependency,
  edgeSource,
  itTells,
  promotionCase,
} from '../../support/promotion-case';

const withEdge = (more: Partial<Dependency>) =>
  promotionCase({ dependencies: dependenciesOf({ edges: [dependency(more)] }) });
const sources = [edgeSource({ isBlocking: true })];

describe('dependencyUnresolved', () => {
  itTells(dependencyUnresolved, ['dependency-unresolved', 'warning'], {
    yes: [
      { when: 'nothing is known of it', facts: withEdge({ status: 'unresolved' }) },
      {
        when: 'it blocks, and nobody knows its status',
        facts: withEdge({ status: 'unresolved', hasChanges: false, issueStatus: null, sources }),
      },
    ],
    no: [
      { when: 'there is no edge', facts: promotionCase() },
      { when: 'it is satisfied', facts: withEdge({ status: 'satisfied' }) },
      { when: 'it travels along', facts: withEdge({ status: 'in-bundle' }) },
      { when: 'it is missing', facts: withEdge({ status: 'missing' }) },
      { when: 'it is hidden', facts: withEdge({ status: 'hidden' }) },
      {
        when: 'it is told as an open blocker',
        facts: withEdge({ status: 'unresolved', hasChanges: false, sources }),
      },
    ],
  });
});
