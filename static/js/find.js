// Suggestions under the field for a settlement, each with its local action group.
import { suggestions } from './combobox.js';

const form = document.querySelector('[data-find]');
const list = form.querySelector('[role=listbox]');

function option(place) {
  const made = document.createElement('div');
  made.setAttribute('role', 'option');
  made.setAttribute('aria-selected', 'false');
  made.dataset.url = place.url;
  const now = place.lags.filter((lag) => lag.now).map((lag) => lag.name);
  made.append(
    Object.assign(document.createElement('span'), { textContent: place.name }),
    Object.assign(document.createElement('small'), { textContent: [place.where, ...now].join(' · ') }),
  );
  return made;
}

async function fill(typed, signal) {
  const answer = await fetch(`${form.dataset.find}?q=${encodeURIComponent(typed)}`, { signal });
  const { places } = await answer.json();
  list.replaceChildren(...places.map(option));
}

suggestions(form.querySelector('input'), list, fill, 'place', 250);
