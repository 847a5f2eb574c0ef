// Suggestions under the box of the search page, and counting what was looked for.
import { suggestions } from './combobox.js';

const form = document.querySelector('[data-suggest]');
const list = document.getElementById('suggestions');

async function fill(typed, signal) {
  const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal });
  if (!answer.ok) throw new Error(answer.statusText);
  list.innerHTML = await answer.text();
}

suggestions(form.querySelector('input'), list, fill, 'option', 200);

// That something was looked for is counted after the page is there; nobody is remembered.
const seal = document.querySelector('[data-seal]');
if (seal) navigator.sendBeacon(seal.dataset.counted, new URLSearchParams({ seal: seal.dataset.seal }));
