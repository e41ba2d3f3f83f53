import { view } from '@forge/bridge';
import { startScreen } from '../../shared/start-screen';
import { Settings } from './settings';

void startScreen(<Settings />, () => view.theme.enable());
