/** One file, such that the demo is built and read once: these only look at it. */
import { readDemo } from './demo-site';
import './prepare';
import './verdicts';
import './story';
import './hosted-story';
import './gitlab-story';
import './failure-loop';
import './told';
import './answers';
import './releases';

afterAll(async () => {
  const local = await readDemo();
  await local.close();
});
