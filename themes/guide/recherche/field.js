/**
 * The search field of every page but the search page: its question goes there without being sent to anyone.
 *
 * As a plain form it would stand in the address, and so in what the host writes down and in the history of this
 * device. It is handed over within the tab instead; the search page takes it away as it comes.
 */

export {};

/** The name under which `address.js` finds it. */
const HANDED = 'recherche';

for (const form of document.querySelectorAll('form[data-champ]')) {
  if (!(form instanceof HTMLFormElement)) continue;
  form.addEventListener('submit', (event) => {
    const field = form.elements.namedItem('q');
    if (!(field instanceof HTMLInputElement) || field.value.trim() === '') return;
    try {
      sessionStorage.setItem(HANDED, field.value);
    } catch {
      // Where nothing can be handed over, the form does what it did without script.
      return;
    }
    event.preventDefault();
    location.assign(form.action);
  });
}
