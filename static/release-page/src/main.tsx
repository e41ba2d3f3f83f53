import { client, opening, themed } from './begin';
import { startScreen } from '../../shared/start-screen';
import { ReleasePage } from './release-page';

async function start(): Promise<void> {
  const history = await opening;
  await startScreen(<ReleasePage history={history} />, () => themed, client);
}

void start();
