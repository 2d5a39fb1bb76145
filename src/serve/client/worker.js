// Shared by all tabs: hears of changes over one connection, and tells every tab.

/** @type {Set<MessagePort>} */
const tabs = new Set();
/** @type {unknown} */
let last = null;

const events = new EventSource('events');
events.onmessage = (/** @type {MessageEvent<string>} */ { data }) => {
  last = JSON.parse(data);
  for (const tab of tabs) tab.postMessage(last);
};

self.addEventListener('connect', (event) => {
  const tab = /** @type {MessageEvent} */ (event).ports[0];
  tabs.add(tab);
  if (last !== null) tab.postMessage(last);
});
