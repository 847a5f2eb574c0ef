// Suggestions under the field for a settlement: arrows choose, Enter opens, Escape closes (ARIA combobox).
const form = document.querySelector('[data-find]');
const field = form.querySelector('input');
const list = form.querySelector('[role=listbox]');
const status = document.getElementById('status');
const DELAY = 250;
let waiting;
let latest;
let chosen = -1;

field.setAttribute('role', 'combobox');
field.setAttribute('aria-autocomplete', 'list');
field.setAttribute('aria-controls', list.id);
field.setAttribute('aria-expanded', 'false');

const options = () => [...list.children];

function close() {
  list.hidden = true;
  chosen = -1;
  field.setAttribute('aria-expanded', 'false');
  field.removeAttribute('aria-activedescendant');
}

function choose(index) {
  const all = options();
  chosen = (index + all.length) % all.length;
  all.forEach((option, number) => option.setAttribute('aria-selected', number === chosen));
  field.setAttribute('aria-activedescendant', all[chosen].id);
  all[chosen].scrollIntoView({ block: 'nearest' });
}

function option(place, index) {
  const made = document.createElement('div');
  made.id = `place-${index}`;
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

async function suggest() {
  latest?.abort();
  const typed = field.value.trim();
  if (typed.length < 2) { close(); return; }
  latest = new AbortController();
  const answer = await fetch(`${form.dataset.find}?q=${encodeURIComponent(typed)}`, { signal: latest.signal });
  const { places } = await answer.json();
  list.replaceChildren(...places.map(option));
  close();
  if (places.length) {
    list.hidden = false;
    field.setAttribute('aria-expanded', 'true');
  }
  const { keys, none } = list.dataset;
  status.textContent = places.length ? `${list.ariaLabel}: ${places.length}. ${keys}` : none;
}

field.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => suggest().catch(() => close()), DELAY);
});
field.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !list.hidden) { close(); event.preventDefault(); }
  if (list.hidden) return;
  if (event.key === 'ArrowDown') { choose(chosen + 1); event.preventDefault(); }
  if (event.key === 'ArrowUp') { choose(chosen < 0 ? -1 : chosen - 1); event.preventDefault(); }
  if (event.key === 'Enter' && chosen >= 0) { event.preventDefault(); location.href = options()[chosen].dataset.url; }
});
list.addEventListener('mousedown', (event) => event.preventDefault()); // the field keeps the focus
list.addEventListener('click', (event) => {
  const url = event.target.closest('[role=option]')?.dataset.url;
  if (url) location.href = url;
});
field.addEventListener('blur', close);
