import Button from '@atlaskit/button/new';
import { AUDIENCES } from './export-choices';
import { usePacket, type Exported } from './export-queries';
import { LookedUp } from './looked-up';
import './packet.css';
import { PacketDocument } from './packet-document';
import { Select } from './select';
import { useAddress } from './use-address';

/** `audience`: as the address says it. */
type Props = Exported & { audience: string };

/** The packet of a release as a page of its own: to read, and to print. */
export function Packet({ audience: asked, ...exported }: Props) {
  const [, change] = useAddress();
  const audience = AUDIENCES.find((one) => one.audience === asked)?.audience ?? 'everybody';
  const query = usePacket(exported, audience);

  return (
    <>
      <div className="packet-bar">
        <Button
          spacing="compact"
          onClick={() => {
            change({ print: undefined });
          }}
        >
          Back to the release
        </Button>
        <Select
          label="For whom"
          value={audience}
          options={AUDIENCES.map((one) => ({ value: one.audience, words: one.words }))}
          onChange={(next) => {
            change({ print: next }, 'replace');
          }}
        />
        <Button
          appearance="primary"
          spacing="compact"
          isDisabled={query.data === undefined}
          onClick={() => {
            window.print();
          }}
        >
          Print
        </Button>
      </div>
      <LookedUp query={query} what="the packet">
        {(tree) => <PacketDocument tree={tree} />}
      </LookedUp>
    </>
  );
}
