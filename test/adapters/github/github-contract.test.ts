import { describeCodeHost } from '../../contracts/code-host';
import { createGitHubUnderTest } from './github-under-test';

describeCodeHost('GitHub', createGitHubUnderTest);
