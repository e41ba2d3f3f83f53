import { describeCodeHost } from '../../contracts/code-host';
import { describeDiffs } from '../../contracts/code-host-diffs';
import { createGitHubUnderTest } from './github-under-test';

describeCodeHost('GitHub', createGitHubUnderTest, describeDiffs);
