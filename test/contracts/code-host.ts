import { describeChanges } from './code-host-changes';
import { describeDiffs } from './code-host-diffs';
import { describeOutcomes } from './code-host-outcomes';
import { describeRefs } from './code-host-refs';
import { createStory } from './code-host-story';
import type { Story } from './code-host-story';
import type { HostUnderTest, Stage } from './host-under-test';

/** What every code host must do, whatever it is called there. */
export function describeCodeHost(
  name: string,
  makeHost: (story: Story) => HostUnderTest | Promise<HostUnderTest>,
): void {
  describe(`${name} as a code host`, () => {
    let stage: Stage & { remove(): void };

    beforeAll(async () => {
      const story = createStory();
      const under = await makeHost(story);
      stage = {
        ...under,
        story,
        connect: async (trouble) => under.connect(trouble),
        remove: story.remove,
      };
    });
    afterAll(() => {
      stage.remove();
    });

    describeRefs(() => stage);
    describeChanges(() => stage);
    describeDiffs(() => stage);
    describeOutcomes(() => stage);
  });
}
