import { describeCodeHost } from '../../contracts/code-host';
import { createGitLabUnderTest } from './gitlab-under-test';

describeCodeHost('GitLab', createGitLabUnderTest);
