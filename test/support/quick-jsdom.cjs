/**
 * jsdom answers two questions that testing-library asks for every element of every query by walking the whole page.
 * The same answers for less, which is half the time of a test with a large page.
 */
module.exports = (window) => {
  window.getComputedStyle = createComputedStyle(window);
  for (const name of ['Button', 'Input', 'Meter', 'Output', 'Progress', 'Select', 'TextArea']) {
    Object.defineProperty(window[`HTML${name}Element`].prototype, 'labels', {
      get() {
        return labelsOf(this);
      },
    });
  }
};

/** Only labels that name the control by its id, or stand around it, can be its labels. */
function labelsOf(control) {
  if (control.type === 'hidden') return null;
  const named = control.id ? control.getRootNode().querySelectorAll('label[for]') : [];
  const around = control.closest('label:not([for])');
  return [...named]
    .filter(({ htmlFor }) => htmlFor === control.id)
    .concat(around ?? [])
    .filter((label) => label.control === control);
}

const INHERITED = { visibility: 'visible', 'pointer-events': 'auto' };

/** What no style sheet of the page says is in the element itself, or as jsdom's own sheet has it: `display` alone. */
function createComputedStyle(window) {
  const exact = window.getComputedStyle;
  const displays = new Map();
  const usualDisplay = (element) => {
    const flags = ['type', 'hidden', 'open'].map((name) => element.getAttribute(name));
    const kind = [element.localName, ...flags].join();
    if (!displays.has(kind)) displays.set(kind, exact(element).display);
    return displays.get(kind);
  };
  const isInSheets = (name) =>
    [...window.document.styleSheets].some(({ cssRules }) =>
      [...cssRules].some(({ style }) => !style || style.getPropertyValue(name) !== ''),
    );
  const read = (element, name) => {
    const isKnown = name === 'display' || name in INHERITED;
    if (!isKnown || isInSheets(name)) return exact(element).getPropertyValue(name);
    if (name === 'display') return element.style.display || usualDisplay(element);
    for (let at = element; at; at = at.parentElement) {
      const own = at.style.getPropertyValue(name);
      if (own) return own;
    }
    return INHERITED[name];
  };
  return (element, pseudo) => {
    if (pseudo) return exact(element, pseudo);
    const getPropertyValue = (name) => read(element, name);
    const get = (_, key) =>
      key === 'getPropertyValue' ? getPropertyValue : getPropertyValue(toCssName(key));
    return new Proxy({}, { get });
  };
}

const toCssName = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
