import { view } from '@forge/bridge';
import { startScreen } from '../../shared/start-screen';
import { Panel } from './panel';

void startScreen(<Panel />, () => view.theme.enable());
