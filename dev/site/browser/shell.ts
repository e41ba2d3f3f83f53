/** The one script of the site's pages: frames the app's screens and switches the theme in place. */
import { runCommand } from './commands';
import { mountFrame, tellFrames } from './frame';
import type { Screen } from './frame';
import { watchHistory } from './travel';

for (const place of document.querySelectorAll<HTMLElement>('[data-screen]')) {
  const screen = JSON.parse(place.dataset.screen ?? '{}') as Screen;
  watchHistory(mountFrame(place, screen, { runCommand, modal: null }));
}

/** Without this script the form loads the page again; with it, the frames keep what they show. */
document.querySelector('#theme')?.addEventListener('submit', (event) => {
  const { submitter } = event as SubmitEvent;
  if (!(submitter instanceof HTMLButtonElement)) return;
  event.preventDefault();
  const colorMode = submitter.value;
  document.documentElement.dataset.theme = colorMode;
  document.cookie = `convoy-${location.port}-theme=${colorMode}; path=/; SameSite=Strict`;
  document.querySelectorAll<HTMLButtonElement>('#theme button').forEach((button) => {
    button.setAttribute('aria-pressed', String(button === submitter));
  });
  tellFrames('@theme', { colorMode });
});
