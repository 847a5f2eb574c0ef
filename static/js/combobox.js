// A box with suggestions (ARIA combobox): arrows choose, Enter opens, Escape closes. Without it the box is a plain form.
const status = document.getElementById('status');

// `fill(typed, signal)` asks the server and puts elements with role=option and data-url into `list`; they
// are called `name`-0 and so on.
export function suggestions(field, list, fill, name, delay) {
  let waiting;
  let latest;
  let chosen = -1;
  const options = () => [...list.querySelectorAll('[role=option]')];

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

  async function suggest() {
    latest?.abort();
    const typed = field.value.trim();
    if (typed.length < 2) { close(); return; }
    latest = new AbortController();
    await fill(typed, latest.signal);
    options().forEach((option, number) => { option.id = `${name}-${number}`; });
    close();
    const { length } = options();
    if (length) {
      list.hidden = false;
      field.setAttribute('aria-expanded', 'true');
    }
    status.textContent = length ? `${list.ariaLabel}: ${length}. ${list.dataset.keys}` : list.dataset.none;
  }

  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);
  field.setAttribute('aria-expanded', 'false');
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => suggest().catch(() => close()), delay);
  });
  field.addEventListener('keydown', (event) => {
    if (list.hidden) {
      if (event.key === 'ArrowDown') suggest().catch(() => close());
      return;
    }
    if (event.key === 'Escape') { close(); event.preventDefault(); }
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
}
