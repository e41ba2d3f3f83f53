import { button, textElement } from './flags';
import { ask, readPage } from './server';

type Group = {
  key: string;
  description: string;
  configured: { domain: string; type: string[] }[];
};

/** Asks the administrator before the app may call more addresses. */
export async function setEgress(asked: { egresses: Group[] }): Promise<unknown> {
  if (!readPage().isAdmin) {
    throw new Error('Only an administrator may change what the app may call.');
  }
  if (await consent(asked.egresses)) return ask('egress/set', asked);
  throw new Error('The administrator did not allow the app to call these addresses.');
}

function consent(groups: Group[]): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    const decide = (isAllowed: boolean): void => {
      dialog.remove();
      resolve(isAllowed);
    };
    const heading = textElement('h2', 'The app asks to call more addresses');
    heading.id = 'consent-title';
    dialog.setAttribute('aria-labelledby', heading.id);
    const allow = button('Allow', () => {
      decide(true);
    });
    allow.className = 'main';
    const refuse = button('Do not allow', () => {
      decide(false);
    });
    dialog.append(heading, ...groups.flatMap(describeGroup), allow, ' ', refuse);
    dialog.addEventListener('close', () => {
      decide(false);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

function describeGroup({ description, configured }: Group): HTMLElement[] {
  const addresses = document.createElement('ul');
  addresses.append(...configured.map(({ domain }) => textElement('li', domain)));
  return [textElement('p', description), addresses];
}
